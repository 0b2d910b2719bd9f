import { isLive, MS_PER_MINUTE } from '../model/invite';
import { Person } from '../ports';
import { prepareSending, PreparedSending, sendAlone, SendDeps, sendPrepared, SendResult, SentTerms, withoutRepetitions } from './sendInvites';

/** A form that is submitted again within this time sends nothing twice. */
const REPEATED_WITHIN_MS = MS_PER_MINUTE;

/**
 * Sends links as sendInvites does, for a form that clients may submit twice by a double click. An address that the caller
 * has just sent such a link gets no other one, and counts as sent.
 *
 * @throws those of sendInvites
 */
export async function sendInvitesOnce(deps: SendDeps, caller: Person, typed: readonly string[], terms: SentTerms): Promise<SendResult> {
    const emails = withoutRepetitions(typed);
    const prepared = await prepareSending(deps, caller, emails, terms);
    return sendAlone(deps, caller, async () => {
        const recent = await recentAddresses(deps, caller, prepared);
        const isNew = (email: string): boolean => !recent.has(email.toLowerCase());
        const result = await sendPrepared(deps, caller, emails.filter(isNew), prepared);
        return { ...result, sent: emails.filter((email) => !isNew(email) || result.sent.includes(email)) };
    });
}

/** Returns the addresses to which the caller has just sent a link with these terms that still works. */
async function recentAddresses(
    { clock, invites, usageStore }: Pick<SendDeps, 'clock' | 'invites' | 'usageStore'>,
    caller: Person,
    { draft }: PreparedSending,
): Promise<ReadonlySet<string>> {
    const now = clock.now();
    const created = await invites.createdSince(caller.id, now - REPEATED_WITHIN_MS, now);
    const alike = created.filter(({ rid, terms }) => rid === draft.rid && terms.validFor === draft.terms.validFor);
    const addresses = alike.map(async (invite) => {
        const { emails = [] } = invite.audience || {};
        return emails.length > 0 && isLive({ invite, usage: await usageStore.of(invite) }, now) ? emails : [];
    });
    return new Set(([] as string[]).concat(...(await Promise.all(addresses))));
}
