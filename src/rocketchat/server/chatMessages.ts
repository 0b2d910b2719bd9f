import { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { SectionBlock } from '@rocket.chat/ui-kit';

import { Person } from '../../domain/ports';

/** A message. Clients that support blocks show them instead of the text. */
export interface ChatMessage {
    readonly text: string;
    readonly blocks?: readonly SectionBlock[];
}

type Named = Pick<Person, 'id' | 'username'>;

/** Posts messages. They reject if the room or the sender does not exist, or the server refuses the message. */
export class ChatMessages {
    constructor(
        private readonly read: IRead,
        private readonly modify: IModify,
    ) {}

    /** Posts as the app's bot, which need not be a member of the room. */
    async postAsBot(rid: string, message: ChatMessage): Promise<void> {
        await this.send(await this.bot(), rid, message);
    }

    /** Posts as that person. Rejects if the server does not let them post in the room. */
    async postAs(userId: string, rid: string, message: ChatMessage): Promise<void> {
        await this.send(await this.read.getUserReader().getById(userId), rid, message);
    }

    /** Returns the id of the direct message between two people. Starts one if there is none. */
    async directRoomOf(person: Named, other: Named): Promise<string> {
        const usernames = [person.username, other.username];
        const existing: IRoom | undefined = await this.read.getRoomReader().getDirectByUsernames(usernames);
        if (existing) {
            return existing.id;
        }
        const creator = await this.read.getUserReader().getById(person.id);
        const room = this.modify
            .getCreator()
            .startRoom()
            .setType(RoomType.DIRECT_MESSAGE)
            .setCreator(creator)
            .setMembersToBeAddedByUsernames(usernames);
        return this.modify.getCreator().finish(room);
    }

    /** Posts as the app's bot to one person. Starts their direct message if there is none. */
    async postToPerson(person: Person, message: ChatMessage): Promise<void> {
        const bot = await this.bot();
        await this.send(bot, await this.directRoomOf(bot, person), message);
    }

    private async bot(): Promise<IUser> {
        const bot = await this.read.getUserReader().getAppUser();
        if (!bot) {
            throw new Error('The app has no user of its own');
        }
        return bot;
    }

    private async send(sender: IUser, rid: string, { text, blocks }: ChatMessage): Promise<void> {
        const room: IRoom | undefined = await this.read.getRoomReader().getById(rid);
        if (!room) {
            throw new Error(`There is no room ${rid}`);
        }
        const message = this.modify.getCreator().startMessage().setRoom(room).setSender(sender).setText(text);
        if (blocks) {
            message.setBlocks(Array.from(blocks));
        }
        await this.modify.getCreator().finish(message);
    }
}
