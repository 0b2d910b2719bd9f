import { Invite, InviteWithUsage, isLimited } from '../domain/model/invite';
import { Room } from '../domain/ports';
import { FindOrCreateResult } from '../domain/useCases/findOrCreateInvite';
import { InviteSummary } from '../domain/useCases/summarize';
import { formatDay, formatDuration, formatMoment, formatShortMoment } from '../i18n/dates';
import { Messages } from '../i18n/messages';
import { nameOf } from './names';
import { Button, RenderContext } from './reply';

/** Returns the sentence above a link: whether it was created now, or earlier. */
export function introOf({ invite, created }: FindOrCreateResult, room: Room | undefined, context: RenderContext): string {
    const { messages } = context;
    return created ? messages.created(nameOf(room)) : messages.alreadyCreated(nameOf(room), formatDay(invite.createdAt, context));
}

/** Returns a sentence with the invite's expiry. */
export function expiryOf(invite: Invite, context: RenderContext): string {
    const { messages, now } = context;
    const end = invite.expires;
    return end === null ? messages.neverExpires : messages.expires(formatDuration(end - now, context), formatMoment(end, context));
}

/** Returns a sentence with the invite's remaining seats. */
export function seatsOf({ invite, usage }: InviteWithUsage, { messages }: RenderContext): string {
    return isLimited(invite) ? messages.seatsLeft(invite.maxUses - usage.uses, invite.maxUses) : messages.unlimitedUses(usage.uses);
}

/** Returns the facts about an invite in a list: its expiry, uses, creator and suspension. */
export function factsOf({ invite, usage, creator, suspension }: InviteSummary, context: RenderContext): string {
    const { messages, now } = context;
    const end = invite.expires;
    const parts = [
        end === null ? messages.listNeverExpires : messages.listExpires(formatDuration(end - now, context), formatShortMoment(end, context)),
        messages.usedBy(usage.uses, invite.maxUses),
        messages.createdBy(creator ? `@${creator.username}` : messages.deletedUser),
        ...(suspension ? [messages.suspendedBecause(messages.suspended[suspension])] : []),
    ];
    return parts.join(', ');
}

/** Returns the button beside an invite that revokes it. */
export function revokeButton(inviteId: string, messages: Messages): Button {
    return { action: 'revoke-invite', label: messages.revoke, value: inviteId };
}
