import { daysOf, InviteWithUsage } from '../../domain/model/invite';
import { inviteUrl } from '../../domain/link';

/** An invite in a list. It has exactly these fields, so that it never contains the token (docs/api.md). */
export interface ListedInvite {
    readonly _id: string;
    readonly days: number;
    readonly maxUses: number;
    readonly rid: string;
    readonly userId: string;
    readonly createdAt: string;
    readonly expires: string | null;
    readonly uses: number;
    readonly _updatedAt: string;
}

/** Returns the invite as lists show it, without its token. */
export function presentListed({ invite, usage }: InviteWithUsage): ListedInvite {
    return {
        _id: invite.id,
        days: daysOf(invite),
        maxUses: invite.maxUses,
        rid: invite.rid,
        userId: invite.userId,
        createdAt: toIsoString(invite.createdAt),
        expires: invite.expires === null ? null : toIsoString(invite.expires),
        uses: usage.uses,
        _updatedAt: toIsoString(Math.max(invite.createdAt, usage.lastAt || 0)),
    };
}

/** Returns the invite with its token and link, which only its creator may see. */
export function presentToCreator({ invite, usage }: InviteWithUsage, pageUrl: string): ListedInvite & { inviteToken: string; url: string } {
    const { token } = invite;
    return { ...presentListed({ invite, usage }), inviteToken: token, url: inviteUrl(pageUrl, token) };
}

/** Returns a moment in ms since 1970 as an ISO 8601 string. */
export function toIsoString(ms: number): string {
    return new Date(ms).toISOString();
}
