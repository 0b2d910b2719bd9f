import { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { SectionBlock } from '@rocket.chat/ui-kit';

import { Reply, toPlainText, ReplyBlock } from './reply';

export interface MessageTarget {
    readonly room: IRoom;
    readonly thread?: string;
}

/** Sends a reply that only this person sees, to the given room and thread. */
export async function sendEphemeral(modify: IModify, appId: string, person: IUser, { room, thread }: MessageTarget, reply: Reply): Promise<void> {
    const message = modify.getCreator().startMessage().setRoom(room).setText(toPlainText(reply));
    if (reply.some(({ button }) => button)) {
        // A client that supports blocks shows them instead of the text.
        message.setBlocks(reply.map((block, index) => toSectionBlock(block, appId, index)));
    }
    if (thread) {
        message.setThreadId(thread);
    }
    await modify.getNotifier().notifyUser(person, message.getMessage());
}

function toSectionBlock({ text, button }: ReplyBlock, appId: string, index: number): SectionBlock {
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
