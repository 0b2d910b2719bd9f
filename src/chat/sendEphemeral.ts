import { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { toMessage } from './messageBlocks';
import { Reply } from './reply';

export interface MessageTarget {
    readonly room: IRoom;
    readonly thread?: string;
}

/** Sends a reply that only this person sees, to the given room and thread. */
export async function sendEphemeral(modify: IModify, appId: string, person: IUser, { room, thread }: MessageTarget, reply: Reply): Promise<void> {
    const { text, blocks } = toMessage(reply, appId);
    const message = modify.getCreator().startMessage().setRoom(room).setText(text);
    if (blocks) {
        message.setBlocks(Array.from(blocks));
    }
    if (thread) {
        message.setThreadId(thread);
    }
    await modify.getNotifier().notifyUser(person, message.getMessage());
}
