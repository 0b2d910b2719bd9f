import { daysOf, expiresAt, InviteWithUsage } from '../../domain/model/invite';
import { inviteUrl } from '../../domain/link';

/** An invite as a listing shows it: exactly these fields, so that none can ever carry a token by accident (contract.md, "An invite"). */
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

export function presentListed({ invite, usage }: InviteWithUsage): ListedInvite {
    const end = expiresAt(invite);
    return {
        _id: invite.id,
        days: daysOf(invite),
        maxUses: invite.maxUses,
        rid: invite.rid,
        userId: invite.userId,
        createdAt: toIsoString(invite.createdAt),
        expires: end === null ? null : toIsoString(end),
        uses: usage.uses,
        _updatedAt: toIsoString(Math.max(invite.createdAt, usage.lastAt || 0)),
    };
}

/** An invite as its creator alone sees it. */
export function presentToCreator(used: InviteWithUsage, siteUrl: string, appId: string): ListedInvite & { inviteToken: string; url: string } {
    const { token } = used.invite;
    return { ...presentListed(used), inviteToken: token, url: inviteUrl(siteUrl, appId, token) };
}

export function toIsoString(ms: number): string {
    return new Date(ms).toISOString();
}
