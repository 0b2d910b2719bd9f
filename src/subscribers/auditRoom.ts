import { Services, Subscriber } from '../app/services';
import { withTimeout } from '../app/timing';
import { workspaceMessages } from '../app/workspaceMessages';
import { linkMarkup, roomUrl } from '../domain/link';
import { InviteEvent, roomIdsOfEvent } from '../domain/model/event';
import { Invite, isLimited, MS_PER_MINUTE } from '../domain/model/invite';
import { RateLimit, RateLimiter } from '../domain/policies/rateLimiter';
import { nameWithoutMarkup, plainName } from '../domain/names';
import { Person } from '../domain/ports';
import { validityText } from '../i18n/durations';
import { Messages } from '../i18n/messages';
import { parseAuditRoomId } from '../rocketchat/settings/auditRoomSetting';
import { SettingId } from '../i18n/administration';

/** How long an operation waits for its audit message. */
const MESSAGE_TIMEOUT_MS = 2000;

/** Limits repeated events of one person in one room, so a single user cannot flood the audit room. */
const REPEAT_LIMIT: RateLimit = { max: 1, withinMs: 10 * MS_PER_MINUTE };

type AuditServices = Pick<Services, 'chatMessages' | 'report' | 'rooms' | 'settings' | 'usageStore' | 'users'>;

/**
 * Returns a subscriber that posts events to the room that the administrator chose, if any. A failed post is logged and
 * never fails the operation.
 */
export function auditRoom(): Subscriber {
    const repeats = new RateLimiter();
    return (event, services) =>
        reportingFailure(services, async () => {
            const rid = parseAuditRoomId(await services.settings.auditRoom());
            if (rid !== '' && shouldPost(event, repeats)) {
                await services.chatMessages.postAsBot(rid, { text: await lineOf(event, services) });
            }
        });
}

/** Posts the new value of a setting to the room `rid`. Never rejects. */
export function postSettingChange(services: AuditServices, id: SettingId, value: unknown, rid: string): Promise<void> {
    return reportingFailure(services, async () => {
        const { audit, administration } = await workspaceMessages(services);
        await services.chatMessages.postAsBot(rid, {
            text: audit.settingChanged(`*${administration.settings[id].label}*`, inCode(JSON.stringify(value))),
        });
    });
}

async function reportingFailure({ report }: Pick<AuditServices, 'report'>, post: () => Promise<void>): Promise<void> {
    try {
        await withTimeout(MESSAGE_TIMEOUT_MS, post());
    } catch (error) {
        report('The audit room could not be written to', error);
    }
}

type PostedEvent = Exclude<InviteEvent, { kind: 'requested' }>;

/** Of refusals, only those of banned people are posted. */
function shouldPost(event: InviteEvent, repeats: RateLimiter): event is PostedEvent {
    if (event.kind === 'refused' && event.code !== 'error-user-is-banned') {
        return false;
    }
    // A line about the decision follows.
    if (event.kind === 'requested' || (event.kind === 'joined' && event.approvedBy)) {
        return false;
    }
    const isRepeatable = ['joined', 'settled', 'refused'].includes(event.kind);
    const key = `${event.kind}:${event.invite ? 'use' : 'make'}:${roomIdsOfEvent(event).join(' ')}:${event.person.id}`;
    return !isRepeatable || repeats.tryConsume(key, REPEAT_LIMIT, Date.now());
}

async function lineOf(event: PostedEvent, services: AuditServices): Promise<string> {
    const messages = await workspaceMessages(services);
    const { audit } = messages;
    const person = mention(event.person);
    const room = (await Promise.all(roomIdsOfEvent(event).map((rid) => linkToRoom(rid, services)))).join(', ');
    switch (event.kind) {
        case 'created':
            return audit.created(person, room, inCode(event.invite.id), termsOf(event.invite, messages));
        case 'joined':
        case 'settled':
            return audit.joined(person, room, await describe(event.invite, services, messages), await countOf(event.invite, services, messages));
        case 'approved':
        case 'denied':
            return audit[event.kind](mention(event.manager), person, room, await describe(event.invite, services, messages));
        case 'revoked':
        case 'rotated':
            return audit[event.kind](person, room, await describe(event.invite, services, messages));
        case 'edited':
            return audit.edited(person, room, await describe(event.invite, services, messages), editOf(event, messages));
        case 'refused':
            return event.invite
                ? audit.bannedFromUsing(person, room, await describe(event.invite, services, messages))
                : audit.bannedFromCreating(person, room);
        case 'intruded': {
            const { intruder } = event;
            const other = intruder.person ? mention(intruder.person) : inCode(intruder.userId);
            return `⚠️ ${audit.intruded(other, room, person, intruder.isRemoved)}`;
        }
    }
}

/** Names an invite by its creator and its id. */
async function describe({ id, userId }: Invite, { users }: Pick<AuditServices, 'users'>, { audit, deletedUser }: Messages): Promise<string> {
    const creator = await users.byId(userId);
    return audit.inviteOf(creator ? mention(creator) : deletedUser, inCode(id));
}

/** Returns what an edit changed: whether the invite is paused, or else its terms. */
function editOf({ invite, former }: Extract<InviteEvent, { kind: 'edited' }>, messages: Messages): string {
    const { audit } = messages;
    if (invite.pausedAt !== former.pausedAt) {
        return invite.pausedAt === null ? audit.resumed : audit.paused;
    }
    return termsOf(invite, messages);
}

function termsOf({ createdAt, expires, maxUses }: Invite, { audit, vocabulary }: Messages): string {
    const validity = expires === null ? audit.neverExpires : audit.validFor(validityText(expires - createdAt, vocabulary));
    return `${validity}, ${maxUses === 0 ? audit.forAnyNumber : audit.forPeople(vocabulary.uses(maxUses))}`;
}

async function countOf(invite: Invite, { usageStore }: Pick<AuditServices, 'usageStore'>, { audit }: Messages): Promise<string> {
    const { uses } = await usageStore.of(invite);
    return isLimited(invite) ? audit.usesOf(uses, invite.maxUses) : audit.usesSoFar(uses);
}

async function linkToRoom(rid: string, { rooms, settings }: Pick<AuditServices, 'rooms' | 'settings'>): Promise<string> {
    const room = await rooms.byId(rid);
    if (!room) {
        return inCode(rid);
    }
    return linkMarkup(roomUrl(await settings.siteUrl(), room), nameWithoutMarkup(room.fname || room.name || ''));
}

function mention({ username }: Person): string {
    return inCode(`@${username}`);
}

/**
 * Renders text chosen by users as inline code on one line. Mention marks are removed too, because the server notifies
 * people mentioned in code.
 */
function inCode(text: string): string {
    return `\`${plainName(text.replace(/`/g, ' '))
        .replace(/([ >])[@#]+/g, '$1')
        .slice(0, 200)}\``;
}
