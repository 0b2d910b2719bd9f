import { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { daysOf, Invite } from '../domain/invite';
import { Deed, Report } from '../domain/ports';
import { Settings } from './settings';
import { after } from './time';

/** Longer than this nobody waits for a line in a room. */
const PATIENCE_MS = 2000;

/**
 * The room where administrators watch what becomes of invites. The app's bot writes there, if there is such a room and it may; whatever fails is told to the log,
 * and disturbs nothing else.
 */
export class AuditRoom {
    constructor(
        private readonly read: IRead,
        private readonly modify: IModify,
        private readonly settings: Settings,
        private readonly report: Report,
    ) {}

    async tell(deed: Deed): Promise<void> {
        await this.write(async () => lineOf(deed, await this.nameOf(deed.kind === 'refused-banned' ? deed.rid : deed.invite.rid)));
    }

    async settingChanged(id: string, value: unknown): Promise<void> {
        await this.write(() => Promise.resolve(`Setting ${code(id)} was changed to ${code(JSON.stringify(value))}.`));
    }

    private async write(line: () => Promise<string>): Promise<void> {
        const written = this.post(line).catch((error: unknown) => {
            this.report('The audit room could not be written to', error);
        });
        await Promise.race([written, after(PATIENCE_MS)]);
    }

    private async post(line: () => Promise<string>): Promise<void> {
        const name = (await this.settings.auditRoom()).replace(/^#/, '');
        if (name === '') {
            return;
        }
        const rooms = this.read.getRoomReader();
        const room: IRoom | undefined = (await rooms.getByName(name)) || (await rooms.getById(name));
        const bot = await this.read.getUserReader().getAppUser();
        if (!room || !bot) {
            throw new Error(room ? 'The app has no user of its own' : `There is no room ${name}`);
        }
        const message = this.modify
            .getCreator()
            .startMessage()
            .setRoom(room)
            .setSender(bot)
            .setText(await line());
        await this.modify.getCreator().finish(message);
    }

    private async nameOf(rid: string): Promise<string> {
        const room: IRoom | undefined = await this.read.getRoomReader().getById(rid);
        return (room && (room.displayName || room.slugifiedName)) || rid;
    }
}

function lineOf(deed: Deed, room: string): string {
    const who = `@${deed.person.username}`;
    const which = deed.invite ? `invite ${code(deed.invite.id)}` : 'to make an invite';
    switch (deed.kind) {
        case 'created':
            return `${who} made ${which} to ${code(room)}: ${lengthOf(deed.invite)}, ${deed.invite.maxUses === 0 ? 'any number of' : deed.invite.maxUses} uses.`;
        case 'joined':
            return `${who} joined ${code(room)} by ${which}.`;
        case 'refused-banned':
            return `${who}, who is banned from ${code(room)}, tried ${which}.`;
        case 'revoked':
            return `${who} removed ${which} to ${code(room)}.`;
    }
}

function lengthOf(invite: Invite): string {
    const days = daysOf(invite);
    return days === 0 ? 'never expires' : `at most ${days} ${days === 1 ? 'day' : 'days'}`;
}

/** Text that others chose, as text: in one line, and without what would end it. */
function code(text: string): string {
    return `\`${text.replace(/[`\s]+/g, ' ').slice(0, 200)}\``;
}
