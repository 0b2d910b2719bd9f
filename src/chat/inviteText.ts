import { Invite, InviteWithUsage, isLimited } from '../domain/model/invite';
import { nameWithoutMarkup } from '../domain/names';
import { Person, Room } from '../domain/ports';
import { ShownAudience } from '../domain/useCases/chooseAudience';
import { FindOrCreateResult } from '../domain/useCases/findOrCreateInvite';
import { InviteSummary } from '../domain/useCases/summarize';
import { formatDay, formatDuration, formatMoment, formatShortMoment } from '../i18n/dates';
import { Messages } from '../i18n/messages';
import { namesOf } from './names';
import { Button, RenderContext } from './reply';

/** Returns the sentence above a link: whether it was created now, or earlier. */
export function introOf({ invite, created }: FindOrCreateResult, rooms: readonly Room[], context: RenderContext): string {
    const { messages } = context;
    return created ? messages.created(namesOf(rooms)) : messages.alreadyCreated(namesOf(rooms), formatDay(invite.createdAt, context));
}

/** Returns a sentence with the invite's expiry. */
export function expiryOf(invite: Pick<Invite, 'expires'>, context: RenderContext): string {
    const { messages, now } = context;
    const end = invite.expires;
    return end === null ? messages.neverExpires : messages.expires(formatDuration(end - now, context), formatMoment(end, context));
}

/** Returns a sentence with the invite's remaining seats. */
export function seatsOf({ invite, usage }: InviteWithUsage, { messages }: RenderContext): string {
    return isLimited(invite) ? messages.seatsLeft(invite.maxUses - usage.uses, invite.maxUses) : messages.unlimitedUses(usage.uses);
}

/** Returns sentences about who may use an invite: whether each person must be approved, and for whom it is. */
export function conditionsOf(
    { approval, audience }: { readonly approval: boolean; readonly audience: ShownAudience | null },
    { messages }: RenderContext,
): string[] {
    return [...(approval ? [messages.approval.needed] : []), ...(audience ? [messages.approval.onlyFor(audienceText(audience, messages))] : [])];
}

function audienceText({ usernames: people = [], emails = [], emailDomains = [], roles = [] }: ShownAudience, { approval }: Messages): string {
    return [
        ...people.map((name) => `@${name}`),
        ...emails.map(nameWithoutMarkup),
        ...emailDomains.map((domain) => approval.addressesAt(domain)),
        ...roles.map((role) => approval.role(nameWithoutMarkup(role))),
    ].join(', ');
}

/** Returns the facts about an invite in a list: its label, expiry, uses, creator and state. */
export function factsOf(summary: InviteSummary, context: RenderContext): string {
    const { invite, usage, creator, state, suspension } = summary;
    const { messages } = context;
    const parts = [
        ...(invite.label === null ? [] : [`*${labelText(invite)}*`]),
        listedExpiry(summary, context),
        messages.usedBy(usage.uses, invite.maxUses),
        messages.createdBy(personName(creator, messages)),
        ...(suspension && state === 'suspended' ? [messages.suspendedBecause(messages.suspended[suspension])] : []),
        ...(state === 'paused' ? [messages.listPaused] : []),
    ];
    return parts.join(', ');
}

function listedExpiry({ invite, state }: InviteSummary, context: RenderContext): string {
    const { messages, now } = context;
    const end = invite.expires;
    if (end === null) {
        return messages.listNeverExpires;
    }
    return state === 'expired' || end <= now
        ? messages.listExpired(formatShortMoment(end, context))
        : messages.listExpires(formatDuration(end - now, context), formatShortMoment(end, context));
}

/** Returns the label of an invite without markup, so whoever chose it cannot inject links or mentions; empty without one. */
export function labelText({ label }: Pick<Invite, 'label'>): string {
    return label === null ? '' : nameWithoutMarkup(label);
}

/** Returns the title of an invite: its label and its rooms. */
export function titleOf({ invite, rooms }: InviteSummary, messages: Messages): string {
    return invite.label === null ? messages.detailsTitle(namesOf(rooms)) : messages.labelledTitle(labelText(invite), namesOf(rooms));
}

/** Returns a sentence about the state of an invite; empty if it works. */
export function stateText({ state, suspension }: InviteSummary, messages: Messages): string {
    return state === 'suspended' && suspension
        ? messages.suspendedNow(messages.suspended[suspension])
        : state === 'active' || state === 'suspended'
          ? ''
          : messages.states[state];
}

/** Returns a person's username as a mention, or that the account was deleted. */
export function personName(person: Pick<Person, 'username'> | undefined, messages: Messages): string {
    return person ? `@${person.username}` : messages.deletedUser;
}

/** Returns the button beside an invite that revokes it, after another question. */
export function revokeButton(inviteId: string, label: string): Button {
    return { action: 'revoke-invite', label, value: inviteId };
}
