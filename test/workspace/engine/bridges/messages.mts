import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/index.js';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/index.js';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/index.js';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';
import { MessageBridge } from '@rocket.chat/apps-engine/server/bridges/MessageBridge.js';

import { hasPermission } from '../../server/permissions.mts';
import { canAccessRoom } from '../../server/rooms.mts';
import type { Screens } from '../../server/screens.mts';
import type { Database } from '../../store/database.mts';
import { sendMessage } from '../sentMessages.mts';

export class Messages extends MessageBridge {
    constructor(
        private readonly database: Database,
        private readonly screens: Screens,
        private readonly manager: () => AppManager,
    ) {
        super();
    }

    /** Checks the sender as the server's canSendMessage does. An app's own user does not have to be in the room. */
    protected async create(message: IMessage): Promise<string> {
        const author = await this.database.users.findOne({ _id: message.sender.id });
        if (!author) {
            throw new Error('Invalid sender assigned to the message.');
        }
        if (author.type !== 'app' && !(await canAccessRoom(this.database, message.room.id, author._id))) {
            throw new Error('error-not-allowed');
        }
        const room = await this.database.rooms.findOne({ _id: message.room.id });
        if (!room) {
            throw new Error('error-invalid-room');
        }
        if (room.ro && !room.unmuted?.includes(author.username!) && !(await hasPermission(this.database, author._id, 'post-readonly', room._id))) {
            throw new Error("You can't send messages because the room is readonly.");
        }
        if (room.muted?.includes(author.username!)) {
            throw new Error('You_have_been_muted');
        }
        const { text = '', threadId: tmid, blocks } = message;
        const sent = await sendMessage(this.database, this.manager, room._id, author, text, { tmid, blocks });
        this.screens.posted(sent);
        return sent._id;
    }

    protected async notifyUser(user: IUser, message: IMessage): Promise<void> {
        this.screens.show({
            userId: user.id,
            rid: message.room.id,
            text: message.text ?? '',
            ...(message.threadId && { tmid: message.threadId }),
            ...(message.blocks && { blocks: message.blocks }),
        });
    }

    protected async notifyRoom(room: IRoom, message: IMessage): Promise<void> {
        for (const { u } of await this.database.subscriptions.find({ rid: room.id })) {
            this.screens.show({ userId: u._id, rid: room.id, text: message.text ?? '' });
        }
    }

    protected async typing(): Promise<void> {
        // No client here shows who is typing.
    }

    protected async update(): Promise<void> {
        throw notHere('update');
    }

    protected async getById(): Promise<IMessage> {
        throw notHere('getById');
    }

    protected async delete(): Promise<void> {
        throw notHere('delete');
    }

    protected async addReaction(): Promise<void> {
        throw notHere('addReaction');
    }

    protected async removeReaction(): Promise<void> {
        throw notHere('removeReaction');
    }
}

function notHere(method: string): Error {
    return new Error(`This workspace has no MessageBridge.${method}`);
}
