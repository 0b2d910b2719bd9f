import { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { BotMessages } from '../../domain/ports';

/** Posts messages as the app's bot, which need not be a member of the room. */
export class ServerBotMessages implements BotMessages {
    constructor(
        private readonly read: IRead,
        private readonly modify: IModify,
    ) {}

    async post(rid: string, text: string): Promise<void> {
        const room: IRoom | undefined = await this.read.getRoomReader().getById(rid);
        const bot = await this.read.getUserReader().getAppUser();
        if (!room || !bot) {
            throw new Error(room ? 'The app has no user of its own' : `There is no room ${rid}`);
        }
        const message = this.modify.getCreator().startMessage().setRoom(room).setSender(bot).setText(text);
        await this.modify.getCreator().finish(message);
    }
}
