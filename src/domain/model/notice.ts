import { SuspensionReason } from '../policies/suspension';
import { InviteEvent } from './event';
import { Invite, isLimited } from './invite';

/** Something that the app's bot tells people in direct messages. */
export type Notice =
    /** To the creator: `personId` joined. */
    | { readonly kind: 'first-use' | 'joined'; readonly inviteId: string; readonly personId: string }
    | { readonly kind: 'used-up' | 'ends-soon'; readonly inviteId: string }
    | { readonly kind: 'suspended'; readonly inviteId: string; readonly reason: SuspensionReason }
    /** To managers of the room: a request waits. */
    | { readonly kind: 'asked'; readonly inviteId: string; readonly requestId: string }
    /** To whom asked. */
    | { readonly kind: 'denied'; readonly inviteId: string; readonly requestId: string }
    /** To whom asked, who is in the rooms `rids` now. */
    | { readonly kind: 'approved'; readonly inviteId: string; readonly requestId: string; readonly rids: readonly string[] };

/** Returns what names a notice: it is posted once under this key. Other terms of the invite make it another notice. */
export function noticeKey(notice: Notice, { id, maxUses, expires }: Pick<Invite, 'id' | 'maxUses' | 'expires'>): string {
    switch (notice.kind) {
        case 'first-use':
            return `first-use:${id}`;
        case 'joined':
            return `joined:${notice.personId}:${id}`;
        case 'used-up':
            return `used-up:${maxUses}:${id}`;
        case 'ends-soon':
            return `ends:${expires}:${id}`;
        case 'suspended':
            return `suspended:${notice.reason}:${id}`;
        default:
            return `${notice.kind}:${notice.requestId}`;
    }
}

/** Returns the notices that are due after an event. */
export function noticesAfter(event: InviteEvent): Notice[] {
    switch (event.kind) {
        case 'requested':
            return [{ kind: 'asked', inviteId: event.invite.id, requestId: event.request.id }];
        case 'approved':
            return [{ kind: event.kind, inviteId: event.invite.id, requestId: event.request.id, rids: event.rids }];
        case 'denied':
            return [{ kind: event.kind, inviteId: event.invite.id, requestId: event.request.id }];
        case 'joined':
            return noticesAfterJoin(event);
        default:
            return [];
    }
}

function noticesAfterJoin({ invite, person, rank, isFirst }: Extract<InviteEvent, { kind: 'joined' }>): Notice[] {
    const { id: inviteId, notify, maxUses } = invite;
    // Creators know when they come in themselves, and whoever returns took no use.
    if (notify === 'none' || rank === undefined || person.id === invite.userId) {
        return [];
    }
    const isLast = isLimited(invite) && rank + 1 >= maxUses;
    // The first use is told once, so of people who come at once, all but one would be missing among the joins.
    const isJoin = rank > 0 && notify === 'joins';
    return [
        ...(isFirst && !isJoin ? [{ kind: 'first-use' as const, inviteId, personId: person.id }] : []),
        ...(isJoin ? [{ kind: 'joined' as const, inviteId, personId: person.id }] : []),
        ...(isLast ? [{ kind: 'used-up' as const, inviteId }] : []),
    ];
}
