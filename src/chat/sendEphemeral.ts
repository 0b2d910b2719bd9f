import { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { SectionBlock } from '@rocket.chat/ui-kit';

import { Reply, toPlainText, ReplyBlock } from './reply';

export interface MessageTarget {
    readonly room: IRoom;
    readonly thread?: string;
}

/** Shows the answer to that person alone, in the room and thread where they are. */
export async function sendEphemeral(modify: IModify, appId: string, person: IUser, { room, thread }: MessageTarget, answer: Reply): Promise<void> {
    const message = modify.getCreator().startMessage().setRoom(room).setText(toPlainText(answer));
    if (answer.some(({ button }) => button)) {
        // A client that shows blocks shows them in the text's place.
        message.setBlocks(answer.map((paragraph, index) => toBlock(paragraph, appId, index)));
    }
    if (thread) {
        message.setThreadId(thread);
    }
    await modify.getNotifier().notifyUser(person, message.getMessage());
}

function toBlock({ text, button }: ReplyBlock, appId: string, index: number): SectionBlock {
    const blockId = `answer-${index}`;
    return {
        type: 'section',
        blockId,
        text: { type: 'mrkdwn', text },
        ...(button && {
            accessory: {
                type: 'button',
                appId,
                blockId,
                actionId: button.action,
                value: button.value,
                text: { type: 'plain_text', text: button.label, emoji: false },
            },
        }),
    };
}
