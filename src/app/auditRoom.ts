import { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { Invite, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../domain/model/invite';
import { RateLimit, RateLimiter } from '../domain/policies/rateLimiter';
import { plainName } from '../domain/names';
import { InviteEvent, Report } from '../domain/ports';
import { parseAuditRoomId } from '../rocketchat/settings/auditRoomSetting';
import { Settings } from '../rocketchat/settings/settings';
import { withTimeout } from './timing';

/** How long an operation waits for its audit message. */
const MESSAGE_TIMEOUT_MS = 2000;

/** Limits repeated events of one person in one room, so a single user cannot flood the audit room. */
const REPEAT_LIMIT: RateLimit = { max: 1, withinMs: 10 * MS_PER_MINUTE };

/**
 * Posts events as the app's bot to the room that the administrator chose, if any. A failed post is logged and never
 * fails the operation.
 */
export class AuditRoom {
    constructor(
        private readonly read: IRead,
        private readonly modify: IModify,
        private readonly settings: Settings,
        private readonly repeats: RateLimiter,
        private readonly report: Report,
    ) {}

    /** Posts an event, unless no room is chosen or the event repeats too often. Never rejects. */
    async record(event: InviteEvent): Promise<void> {
        await this.write(async () => {
            const rid = parseAuditRoomId(await this.settings.auditRoom());
            if (rid !== '' && this.shouldPost(event)) {
                await this.post(rid, lineOf(event, await this.nameOf(roomOf(event))));
            }
        });
    }

    private shouldPost(event: InviteEvent): boolean {
        const isRepeatable = event.kind === 'joined' || event.kind === 'refused-banned';
        const key = `${event.kind}:${event.invite ? 'use' : 'make'}:${roomOf(event)}:${event.person.id}`;
        return !isRepeatable || this.repeats.tryConsume(key, REPEAT_LIMIT, Date.now());
    }

    /** Posts the new value of a setting to the room `rid`. Never rejects. */
    async settingChanged(id: string, value: unknown, rid: string): Promise<void> {
        await this.write(() => this.post(rid, `The setting ${code(id)} is now ${code(JSON.stringify(value))}.`));
    }

    private async write(post: () => Promise<void>): Promise<void> {
        try {
            await withTimeout(MESSAGE_TIMEOUT_MS, post());
        } catch (error) {
            this.report('The audit room could not be written to', error);
        }
    }

    private async post(rid: string, line: string): Promise<void> {
        const room: IRoom | undefined = await this.read.getRoomReader().getById(rid);
        const bot = await this.read.getUserReader().getAppUser();
        if (!room || !bot) {
            throw new Error(room ? 'The app has no user of its own' : `There is no room ${rid}`);
        }
        const message = this.modify.getCreator().startMessage().setRoom(room).setSender(bot).setText(line);
        await this.modify.getCreator().finish(message);
    }

    private async nameOf(rid: string): Promise<string> {
        const room: IRoom | undefined = await this.read.getRoomReader().getById(rid);
        return (room && (room.displayName || room.slugifiedName)) || rid;
    }
}

function roomOf(event: InviteEvent): string {
    return 'rid' in event ? event.rid : event.invite.rid;
}

function lineOf(event: InviteEvent, room: string): string {
    const person = code(`@${event.person.username}`);
    const invite = event.invite ? `invite ${code(event.invite.id)}` : 'an invite';
    switch (event.kind) {
        case 'created':
            return `${person} created ${invite} for ${code(room)}: ${validityOf(event.invite)}, ${usesOf(event.invite)}.`;
        case 'joined':
            return `${person} joined ${code(room)} with ${invite}.`;
        case 'refused-banned':
            return `${person} is banned from ${code(room)} and tried to ${event.invite ? 'use' : 'create'} ${invite}.`;
        case 'revoked':
            return `${person} revoked ${invite} for ${code(room)}.`;
        case 'intruded': {
            const { intruder } = event;
            const other = intruder.person ? code(`@${intruder.person.username}`) : `user ${code(intruder.userId)}`;
            const outcome = intruder.isRemoved ? 'The app removed them again' : 'The app could not remove them. Remove them now';
            return `⚠️ ${other} joined ${code(room)} in place of ${person}, who gave away their username while joining. ${outcome}. If they were banned there, the ban is lifted: ban them again.`;
        }
    }
}

function usesOf({ maxUses }: Invite): string {
    return maxUses === 0 ? 'unlimited uses' : `${maxUses} ${maxUses === 1 ? 'use' : 'uses'}`;
}

function validityOf({ validFor }: Invite): string {
    const [ms, unit] = [[MS_PER_DAY, 'day'] as const, [MS_PER_HOUR, 'hour'] as const].find(([size]) => validFor % size === 0) || [
        MS_PER_MINUTE,
        'minute',
    ];
    const count = validFor / ms;
    return validFor === 0 ? 'never expires' : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * Renders text chosen by users as inline code on one line. Mention marks are removed too, because the server notifies
 * people mentioned in code.
 */
function code(text: string): string {
    return `\`${plainName(text.replace(/`/g, ' '))
        .replace(/([ >])[@#]+/g, '$1')
        .slice(0, 200)}\``;
}
