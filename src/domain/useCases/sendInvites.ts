import { ExclusiveWork } from '../capacity/exclusiveWork';
import { KeyedLock } from '../capacity/keyedLock';
import { isEmailAddress, MAX_ADDRESSES } from '../emailAddress';
import { EventSink } from '../model/event';
import { InviteError } from '../model/errors';
import { Invite, InviteDraft, roomIdsOf } from '../model/invite';
import { assertMayCreateIn } from '../policies/mayCreate';
import { InviteMails, Person, Report, Room } from '../ports';
import { CreateDeps, draftInvite, NewInviteRequest, RoomIds } from './createInvite';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';
import { findManageable } from './findInvite';
import { publishRefusals } from './publishRefusals';
import { storeNewInvite } from './storeNewInvite';

export interface SendDeps extends CreateDeps, DeleteInviteDeps {
    /** Whether the administrator lets people send links by e-mail. */
    readonly allowsEmailInvites: () => Promise<boolean>;
    readonly exclusiveWork: ExclusiveWork;
    readonly lock: KeyedLock;
    readonly mails: InviteMails;
    readonly report: Report;
    /** After this time, the other addresses get no link, so that the caller learns in time which ones got theirs. */
    readonly sendingMs: number;
}

/** The terms of links: their own, or those of an existing invite. */
export type SentTerms = { readonly inviteId: string } | Omit<NewInviteRequest, 'maxUses' | 'audience'>;

/** Why an address got no link. */
export type SendFailure = 'invalid-address' | 'too-many' | 'not-sent';

/** Which addresses got a link, as the caller wrote them. */
export interface SendResult {
    readonly sent: readonly string[];
    readonly failed: readonly { readonly email: string; readonly reason: SendFailure }[];
    readonly rooms: readonly [Room, ...Room[]];
}

/**
 * Sends each address a link of its own, which works once and only for an account with that verified address.
 *
 * @throws invalid-params (`field` emails) if there are too many addresses
 * @throws those of findManageable, if the terms are those of an invite
 * @throws those of assertMayCreateIn
 * @throws not_authorized (reason emailing) if the administrator does not allow it
 * @throws error-email-not-configured
 * @throws those of draftInvite
 * @throws those of sendAlone
 */
export async function sendInvites(deps: SendDeps, caller: Person, emails: readonly string[], terms: SentTerms): Promise<SendResult> {
    const prepared = await prepareSending(deps, caller, emails, terms);
    return sendAlone(deps, caller, () => sendPrepared(deps, caller, emails, prepared));
}

/**
 * Runs one sending of a person at a time, so that the limit per hour holds on any number of instances.
 *
 * @throws error-too-many-requests if another sending of theirs does not end
 */
export function sendAlone<T>({ exclusiveWork, lock }: Pick<SendDeps, 'exclusiveWork' | 'lock'>, caller: Person, send: () => Promise<T>): Promise<T> {
    const subject = `send:${caller.id}`;
    return lock.run(subject, () => exclusiveWork.run(subject, send));
}

/** What the links have in common, once the caller may send them. */
export interface PreparedSending {
    /** The rooms that each link opens. */
    readonly rooms: readonly [Room, ...Room[]];
    readonly draft: InviteDraft;
    /** In ms since 1970. The time counts in which another sending of the caller ends. */
    readonly startedAt: number;
    /** How many links a person may create in an hour; 0 = any number. */
    readonly perHour: number;
}

/**
 * Checks whether the caller may send such links.
 *
 * @throws those of sendInvites
 */
export async function prepareSending(deps: SendDeps, caller: Person, emails: readonly string[], terms: SentTerms): Promise<PreparedSending> {
    const { clock, events, limits, memberships, permissions, rooms } = deps;
    const startedAt = clock.now();
    if (emails.length > MAX_ADDRESSES) {
        throw new InviteError('invalid-params', { field: 'emails', reason: 'too-many-addresses', ceiling: MAX_ADDRESSES });
    }
    const request = 'inviteId' in terms ? await termsOf(deps, caller, terms.inviteId) : terms;
    const { rids } = request;
    return publishRefusals(events, { person: caller, rids }, async () => {
        const found = await assertMayCreateIn({ memberships, permissions, rooms }, caller, rids);
        await assertMaySend(deps);
        const current = await limits();
        const draft = await draftInvite(deps, caller, { ...request, maxUses: 1 }, current);
        return { rooms: found, draft, startedAt, perHour: current.perHour };
    });
}

/** Sends each address a link. */
export async function sendPrepared(
    deps: SendDeps,
    caller: Person,
    emails: readonly string[],
    { rooms, draft, startedAt, perHour }: PreparedSending,
): Promise<SendResult> {
    const { clock, sendingMs } = deps;
    const results: { email: string; reason: SendFailure | undefined }[] = [];
    for (const email of withoutRepetitions(emails)) {
        const isLate = clock.now() - startedAt > sendingMs;
        const isFull = results.some(({ reason }) => reason === 'too-many');
        const reason = !isEmailAddress(email)
            ? 'invalid-address'
            : isLate
              ? 'not-sent'
              : isFull
                ? 'too-many'
                : await sendOne(deps, { email, caller, rooms, draft }, perHour);
        results.push({ email, reason });
    }
    return {
        sent: results.filter(({ reason }) => reason === undefined).map(({ email }) => email),
        failed: results.flatMap(({ email, reason }) => (reason === undefined ? [] : [{ email, reason }])),
        rooms,
    };
}

/** Returns the terms of an invite that the caller manages. */
async function termsOf({ events, invites, memberships, permissions, rooms }: SendDeps, caller: Person, id: string): Promise<NewInviteRequest> {
    const invite = await findManageable({ events, invites, memberships, permissions, rooms }, caller, id);
    const { expires, label, notify, approval } = invite;
    return { rids: roomIdsOf(invite) as RoomIds, end: expires === null ? { validFor: 0 } : { at: expires }, maxUses: 1, label, notify, approval };
}

/**
 * @throws not_authorized (reason emailing) if the administrator does not allow it
 * @throws error-email-not-configured
 */
export async function assertMaySend({ allowsEmailInvites, mails }: Pick<SendDeps, 'allowsEmailInvites' | 'mails'>): Promise<void> {
    if (!(await allowsEmailInvites())) {
        throw new InviteError('not_authorized', { reason: 'emailing' });
    }
    if (!(await mails.isConfigured())) {
        throw new InviteError('error-email-not-configured');
    }
}

/** Whether links can be sent by e-mail, by people who may create them. */
export async function canSend({ allowsEmailInvites, mails }: Pick<SendDeps, 'allowsEmailInvites' | 'mails'>): Promise<boolean> {
    return (await allowsEmailInvites()) && mails.isConfigured();
}

/** Returns the addresses without those that differ from an earlier one only in upper and lower case. */
export function withoutRepetitions(emails: readonly string[]): readonly string[] {
    const lower = emails.map((email) => email.toLowerCase());
    return emails.filter((email, at) => lower.indexOf(email.toLowerCase()) === at);
}

/** One address, and the link that it gets. */
interface Sending {
    readonly email: string;
    readonly caller: Person;
    readonly rooms: readonly Room[];
    readonly draft: InviteDraft;
}

/** Creates a link for one address and sends it. Removes the link again if it was not sent. Returns what failed. */
async function sendOne(deps: SendDeps, { email, caller, rooms, draft }: Sending, perHour: number): Promise<SendFailure | undefined> {
    const { assertLinkable, clock, events, inviteCreations, invites, mails, report, secrets } = deps;
    let invite: Invite | undefined;
    try {
        const bound = { ...draft, audience: { emails: [email.toLowerCase()] } };
        invite = await storeNewInvite({ assertLinkable, clock, inviteCreations, invites, secrets }, bound, perHour);
        await events.publish({ kind: 'created', person: caller, invite });
        await mails.send(email, invite, rooms, caller);
        return undefined;
    } catch (error) {
        if (error instanceof InviteError) {
            return 'too-many';
        }
        report('An invite could not be sent by e-mail', error);
        if (invite) {
            await withdraw(deps, caller, invite);
        }
        return 'not-sent';
    }
}

/** Removes a link that was not sent. Nobody has it, so a failure is only reported. */
async function withdraw(
    { events, invites, report, usageStore }: DeleteInviteDeps & { readonly events: EventSink; readonly report: Report },
    caller: Person,
    invite: Invite,
): Promise<void> {
    try {
        await deleteInvite({ invites, usageStore }, invite);
        await events.publish({ kind: 'revoked', person: caller, invite });
    } catch (error) {
        report('An invite that was not sent could not be removed', error);
    }
}
