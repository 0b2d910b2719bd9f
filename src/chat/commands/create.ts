import { inviteUrl, linkMarkup } from '../../domain/link';
import { ErrorCode, InviteError } from '../../domain/model/errors';
import { clampUses, clampValidity } from '../../domain/model/limits';
import { mayLearnOf } from '../../domain/policies/maySee';
import { NEVER_USED } from '../../domain/model/invite';
import { Person, Room } from '../../domain/ports';
import { Services } from '../../app/services';
import { createInvite, NewInviteRequest, RoomIds } from '../../domain/useCases/createInvite';
import { findOrCreateInvite, FindOrCreateResult } from '../../domain/useCases/findOrCreateInvite';
import { asCode, commandExample, inlineCodes } from '../codeSpans';
import { correctTerms } from '../corrections';
import { CreateOptions, createCommandText, durationExamples, EXAMPLE_USES, EXAMPLE_VALIDITY, SHORT_FORMS } from '../examples';
import { conditionsOf, expiryOf, introOf, revokeButton, seatsOf } from '../inviteText';
import { firstRefused, isRefusedAsOutsider, NamedRoom, refusalForRoom, roomsCalled, similarRoom } from '../namedRooms';
import { renderRefusal } from '../renderRefusal';
import { paragraphs, RenderContext, Reply } from '../reply';
import { CommandContext, Subcommand } from '../subcommand';
import { fitsLimits, parseTerms, requestedEnd } from '../terms';

interface CreatedLink {
    readonly found: FindOrCreateResult;
    readonly url: string;
    readonly rooms: readonly Room[];
    readonly options: CreateOptions;
}

/** One of several rooms was refused, or the caller has no such room, but one with a similar name. */
interface RefusedRoom {
    readonly refusal: InviteError;
    readonly options: CreateOptions;
    /** The name that the caller typed. */
    readonly typed: string;
    readonly similar: string | undefined;
}

export const CREATE: Subcommand<CreateOptions, CreatedLink | RefusedRoom> = {
    name: 'create',
    synonyms: 'new make erstellen neu crear nuevo créer nouveau criar novo',
    parse: (words, localNow) => parseTerms(words, 1, localNow, ['room', 'new']),
    correct: correctTerms,
    run: createLink,
    isPossible: isPossibleLink,
    render: renderCreated,
    withTerms: (options) => (correct, vocabulary) => createCommandText(correct(options), vocabulary),
    help: (context) => {
        const { messages } = context;
        const { vocabulary } = messages;
        return [
            messages.helpCreate(
                commandExample(context, createCommandText({ validity: EXAMPLE_VALIDITY, maxUses: EXAMPLE_USES }, vocabulary)),
                inlineCodes([vocabulary.room]),
            ),
            messages.helpDurations(
                inlineCodes([...durationExamples(vocabulary), vocabulary.never]),
                inlineCodes([vocabulary.uses(EXAMPLE_USES), vocabulary.uses(1), vocabulary.unlimited]),
                inlineCodes(SHORT_FORMS),
            ),
            messages.approval.helpCreate(inlineCodes(['approval']), inlineCodes([`for ${vocabulary.user}`])),
        ];
    },
};

async function createLink(options: CreateOptions, context: CommandContext): Promise<CreatedLink | RefusedRoom> {
    const { services, caller, appId, utcOffset } = context;
    const { settings, rooms } = services;
    const named = await roomsCalled(options.rooms, context);
    const [{ rid }, ...others] = named;
    const rids: RoomIds = [rid, ...others.map((other) => other.rid)];
    try {
        const found = await findOrCreate(services, caller, rids, options, utcOffset);
        const read = await Promise.all(rids.map((id) => rooms.byId(id)));
        const opened = read.filter((room): room is Room => room !== undefined);
        return { found, rooms: opened, options, url: inviteUrl(await settings.pageAddress(appId), found.invite.token) };
    } catch (error) {
        return refusedRoom(error, named, options, context);
    }
}

/** Returns which of the rooms was refused, if that helps. Throws any other error. */
async function refusedRoom(
    error: unknown,
    named: readonly [NamedRoom, ...NamedRoom[]],
    options: CreateOptions,
    context: CommandContext,
): Promise<RefusedRoom> {
    const { rid, typed } = named.length > 1 ? await firstRefused(named, context) : named[0];
    const refusal = await refusalForRoom(error, rid, typed, context);
    const similar = typed !== undefined && isRefusedAsOutsider(refusal) ? await similarRoom(typed, context) : undefined;
    const isAmongOthers = named.length > 1 && refusal instanceof InviteError && ROOM_REFUSALS.includes(refusal.code);
    if (typed === undefined || !(refusal instanceof InviteError) || (similar === undefined && !isAmongOthers)) {
        throw refusal;
    }
    return { refusal, options, typed, similar };
}

/** The refusals that are about a room. */
const ROOM_REFUSALS: readonly ErrorCode[] = [
    'not_authorized',
    'error-invalid-room',
    'error-user-is-banned',
    'error-membership-unverified',
    'error-room-type-not-allowed',
];

async function findOrCreate(
    services: Services,
    caller: Person,
    rids: RoomIds,
    { validity: typed, until, maxUses: count, label, isNew, approval, audience }: CreateOptions,
    utcOffset: number,
): Promise<FindOrCreateResult> {
    const { settings } = services;
    const limits = await settings.limits();
    const validity = typed || clampValidity(await settings.defaultValidity(), limits);
    const maxUses = count === undefined ? clampUses(await settings.defaultUses(), limits) : count;
    const end = requestedEnd(validity, until, utcOffset);
    // A label says what the link is for, so another link does not do. No two links end at a moment by the same terms.
    const isPlain = !isNew && !approval && !audience && label === undefined && until === undefined && rids.length === 1;
    return isPlain
        ? findOrCreateInvite(services, caller, { rid: rids[0], validity, maxUses })
        : createAnother(services, caller, { rids, end, maxUses, label, approval, audience });
}

/** Whether the caller may see the rooms that the options name, and the limits allow the terms. */
export async function isPossibleLink(options: CreateOptions, context: CommandContext): Promise<boolean> {
    const { services, caller } = context;
    const named = await roomsCalled(options.rooms, context);
    const known = await Promise.all(named.map(({ rid }) => mayLearnOf(services, caller, rid)));
    return known.every(Boolean) && (await existAll(services, options.audience)) && fitsLimits(options, await services.settings.limits());
}

/** Whether all people and roles exist for whom the link is to be. */
async function existAll(
    { users, workspaceRoles }: Pick<Services, 'users' | 'workspaceRoles'>,
    audience: CreateOptions['audience'],
): Promise<boolean> {
    const { usernames = [], roles = [] } = audience || {};
    const people = usernames.map((name) => users.byUsername(name));
    const found = await Promise.all<unknown>([...people, ...roles.map((name) => workspaceRoles.idOf(name))]);
    return found.every((one) => one !== undefined);
}

async function createAnother(services: Services, caller: Person, request: NewInviteRequest): Promise<FindOrCreateResult> {
    return { invite: await createInvite(services, caller, request), usage: NEVER_USED, created: true };
}

function renderCreated(result: CreatedLink | RefusedRoom, context: RenderContext): Reply {
    const { messages } = context;
    if ('refusal' in result) {
        return renderRefusedRoom(result, context);
    }
    const { found, url, rooms, options } = result;
    const { invite } = found;
    return [
        { text: introOf(found, rooms, context) },
        { text: linkMarkup(url) },
        { text: expiryOf(invite, context) },
        { text: seatsOf(found, context) },
        ...paragraphs(...conditionsOf({ approval: invite.approval, audience: options.audience || null }, context)),
        {
            text: messages.howToManage(commandExample(context, `show ${invite.id}`), commandExample(context, `revoke ${invite.id}`)),
            button: revokeButton(invite.id, messages.revokeThis),
        },
    ];
}

/** Names the refused room, if the caller named several. */
function renderRefusedRoom({ refusal, options, typed, similar }: RefusedRoom, context: RenderContext): Reply {
    const { messages } = context;
    const names = options.rooms || [];
    const suggested = { ...options, rooms: names.map((name) => (name === typed && similar !== undefined ? similar : name)) };
    const command = commandExample(context, createCommandText(suggested, messages.vocabulary));
    return [
        ...(names.length > 1 ? paragraphs(`\`#${asCode(typed, messages.vocabulary)}\``) : []),
        ...renderRefusal(refusal, context, []),
        ...(similar === undefined ? [] : paragraphs(messages.didYouMean(command))),
    ];
}
