import { Services } from '../app/services';
import { Invite, isLimited, roomIdsOf } from '../domain/model/invite';
import { isWaiting } from '../domain/model/joinRequest';
import { Notice, noticeKey } from '../domain/model/notice';
import { namableRoom } from '../domain/policies/maySee';
import { mayBeTold } from '../domain/policies/suspension';
import { Person, Room } from '../domain/ports';
import { describeRequest, ShownRequest } from '../domain/useCases/listRequests';
import { formatMoment } from '../i18n/dates';
import { findLanguage } from '../i18n/findLanguage';
import { workspaceMessages } from '../app/workspaceMessages';
import { OWN_COMMAND } from './commandNames';
import { renderAsked } from './commands/requests';
import { labelText, personName } from './inviteText';
import { toMessage } from './messageBlocks';
import { namesOf } from './names';
import { paragraphs, RenderContext, Rendering } from './reply';
import { knownAddress, roomLinks } from './roomLinks';

/** A request is told to so many people at most. */
const MAX_MANAGERS = 10;

/** Whom to tell, and what. */
interface Message {
    readonly readers: readonly string[];
    readonly render: Rendering;
}

/**
 * Posts a notice as the app's bot, in each reader's language. Each is posted once; after a crash in between, twice. What
 * no longer holds is not posted.
 */
export async function tell(services: Services, notice: Notice, appId: string): Promise<void> {
    const { clock, exclusiveWork, invites, notices, settings } = services;
    const invite = await invites.byId(notice.inviteId);
    const message = invite && (await settings.sendNotices()) ? await messageOf(services, notice, invite) : undefined;
    if (!invite || !message) {
        return;
    }
    const { readers, render } = message;
    const key = noticeKey(notice, invite);
    await exclusiveWork.run(`notice:${key}`, async () => {
        if (!(await notices.has(key))) {
            await Promise.all(readers.map((reader) => post(services, reader, render, appId)));
            await notices.add(key, invite.id, clock.now());
        }
    });
}

async function post(services: Services, readerId: string, render: Rendering, appId: string): Promise<void> {
    const { chatMessages, report, users } = services;
    try {
        const person = await users.byId(readerId);
        if (person && person.active) {
            await chatMessages.postToPerson(person, toMessage(render(await contextOf(services, person)), appId));
        }
    } catch (error) {
        report(`${readerId} could not be told`, error);
    }
}

async function contextOf(services: Services, { id }: Person): Promise<RenderContext> {
    const { language, utcOffset } = await services.locales.of(id);
    return {
        messages: findLanguage(language) || (await workspaceMessages(services)),
        now: services.clock.now(),
        utcOffset,
        commandName: OWN_COMMAND.command,
    };
}

/** Returns what to post; undefined if it no longer holds. */
async function messageOf(services: Services, notice: Notice, invite: Invite): Promise<Message | undefined> {
    const { users } = services;
    if ('requestId' in notice) {
        return aboutRequest(services, notice, invite);
    }
    if (notice.kind !== 'suspended' && !(await mayBeTold(services, invite))) {
        return undefined;
    }
    const link = await namingOf(services, notice, invite);
    const toCreator = (render: Rendering): Message => ({ readers: [invite.userId], render });
    switch (notice.kind) {
        case 'first-use':
        case 'joined': {
            const person = await users.byId(notice.personId);
            return toCreator((context) => {
                const sentence = notice.kind === 'joined' ? context.messages.notices.joined : context.messages.notices.firstUse;
                return paragraphs(sentence(personName(person, context.messages), link(context)));
            });
        }
        case 'used-up':
            return isLimited(invite) ? toCreator((context) => paragraphs(context.messages.notices.usedUp(link(context)))) : undefined;
        case 'ends-soon': {
            const { expires } = invite;
            return expires === null ? undefined : toCreator((context) => renderEnd(invite, link(context), expires, context));
        }
        case 'suspended':
            return toCreator((context) => paragraphs(context.messages.notices.suspended(link(context), context.messages.suspended[notice.reason])));
    }
}

/** Returns how to name the invite to its creator. Whoever may have been banned from the room must not read its present name. */
async function namingOf(services: Services, { kind }: Notice, invite: Invite): Promise<(context: RenderContext) => string> {
    const { rooms, users } = services;
    const creator = await users.byId(invite.userId);
    const read = (rid: string): Promise<Room | undefined> =>
        kind !== 'suspended' ? rooms.byId(rid) : creator ? namableRoom(services, creator, rid) : Promise.resolve(undefined);
    const named = (await Promise.all(roomIdsOf(invite).map(read))).filter((room): room is Room => room !== undefined);
    return ({ messages: { notices } }) => {
        if (named.length === 0) {
            return notices.linkById(invite.label === null ? `\`${invite.id}\`` : `*${labelText(invite)}*`);
        }
        return invite.label === null ? notices.link(namesOf(named)) : notices.labelledLink(labelText(invite), namesOf(named));
    };
}

function renderEnd({ id }: Invite, link: string, expires: number, context: RenderContext): ReturnType<Rendering> {
    const { notices } = context.messages;
    return [
        {
            text: notices.endsSoon(link, formatMoment(expires, context)),
            button: { action: 'extend-invite', label: notices.extend, value: id, style: 'primary' },
        },
    ];
}

async function aboutRequest(services: Services, notice: Extract<Notice, { requestId: string }>, invite: Invite): Promise<Message | undefined> {
    const { clock, requests, roomOwners, settings } = services;
    const request = await requests.byId(notice.requestId);
    if (!request) {
        return undefined;
    }
    const shown = await describeRequest(services, { request, invite });
    if (notice.kind === 'asked') {
        if (!isWaiting(request, clock.now())) {
            return undefined;
        }
        const owners = await ownersOfAll(roomOwners, invite);
        const readers = Array.from(new Set([...((await mayBeTold(services, invite)) ? [invite.userId] : []), ...owners])).slice(0, MAX_MANAGERS);
        return readers.length > 0 ? { readers, render: (context) => renderAsked(shown, context) } : undefined;
    }
    const named = await roomsNamedToAsker(services, notice, shown);
    if (named.length === 0) {
        return undefined;
    }
    const links = roomLinks(named, await knownAddress(services, settings.siteUrl()));
    const names = namesOf(named);
    const render: Rendering = ({ messages: { notices } }) =>
        paragraphs(notice.kind === 'approved' ? notices.youWereApproved(names, links) : notices.youWereDenied(names));
    return { readers: [request.personId], render };
}

/**
 * Returns the rooms whose names the person who asked may read: those that they are in by the approval, or those of which
 * they ask to be a member. They may be banned from the others.
 */
async function roomsNamedToAsker(
    { memberships }: Pick<Services, 'memberships'>,
    notice: Extract<Notice, { kind: 'approved' | 'denied' }>,
    { request, rooms }: ShownRequest,
): Promise<Room[]> {
    if (notice.kind === 'approved') {
        return rooms.filter(({ id }) => notice.rids.includes(id));
    }
    const isSubscribed = await Promise.all(rooms.map(({ id }) => memberships.hasSubscription(id, request.personId)));
    return rooms.filter((_room, at) => !isSubscribed[at]);
}

/** Returns the owners who can let people into all rooms of the invite: those of its first room who own the others too. */
async function ownersOfAll(roomOwners: Services['roomOwners'], invite: Invite): Promise<readonly string[]> {
    const [first = [], ...others] = await Promise.all(roomIdsOf(invite).map((rid) => roomOwners.ids(rid)));
    return first.filter((id) => others.every((owners) => owners.includes(id)));
}
