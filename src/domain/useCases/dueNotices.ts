import { forEachWhile, inTurns } from '../timeLimit';
import { Invite, InviteWithUsage, isLive, MS_PER_DAY, NEVER_USED } from '../model/invite';
import { Notice, noticeKey } from '../model/notice';
import { CreatorDeps, suspensionOf } from '../policies/suspension';
import { Clock, NoticeRequests } from '../ports';
import { InviteStore, NoticeStore, UsageStore } from '../stores';

export interface DueNoticesDeps extends CreatorDeps {
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly noticeRequests: NoticeRequests;
    readonly notices: Pick<NoticeStore, 'has'>;
    readonly usageStore: UsageStore;
}

/** How long before its end the creator of an invite is told. */
const AHEAD_MS = MS_PER_DAY;

/** Creators of shorter invites know when they end. */
const MIN_VALIDITY_MS = 2 * MS_PER_DAY;

/**
 * Has creators told that their invites end within a day, while `mayContinue` returns true. Each is told once, however
 * often this runs.
 */
export async function requestEndNotices(deps: DueNoticesDeps, mayContinue: () => boolean): Promise<void> {
    const { clock, noticeRequests, notices } = deps;
    const now = clock.now();
    const endsSoon = ({ invite: { createdAt, expires } }: InviteWithUsage): boolean =>
        expires !== null && expires - now <= AHEAD_MS && expires - createdAt >= MIN_VALIDITY_MS;
    await forEachWhile(inTurns((await liveInvites(deps)).filter(endsSoon), now), mayContinue, ({ invite }) =>
        requestOnce({ noticeRequests, notices }, { kind: 'ends-soon', inviteId: invite.id }, invite),
    );
}

/** Has creators told that their invites no longer work, while `mayContinue` returns true. */
export async function requestSuspensionNotices(deps: DueNoticesDeps, mayContinue: () => boolean): Promise<void> {
    const { clock, creatorMustStay, memberships, noticeRequests, notices, permissions, users } = deps;
    await forEachWhile(inTurns(await liveInvites(deps), clock.now()), mayContinue, async ({ invite }) => {
        const reason = await suspensionOf({ creatorMustStay, memberships, permissions, users }, invite);
        // Somebody without an account, or whose account is deactivated, reads nothing.
        if (reason === 'creator-left' || reason === 'creator-may-not') {
            await requestOnce({ noticeRequests, notices }, { kind: 'suspended', inviteId: invite.id, reason }, invite);
        }
    });
}

/** Schedules no job for what the creator has been told. */
async function requestOnce(
    { noticeRequests, notices }: Pick<DueNoticesDeps, 'noticeRequests' | 'notices'>,
    notice: Notice,
    invite: Invite,
): Promise<void> {
    if (!(await notices.has(noticeKey(notice, invite)))) {
        await noticeRequests.request(notice);
    }
}

/** Returns the invites that work or are suspended, and whose creators want notices. */
async function liveInvites({ clock, invites, usageStore }: DueNoticesDeps): Promise<InviteWithUsage[]> {
    const [all, usageOf] = await Promise.all([invites.all(), usageStore.all()]);
    return all
        .filter(({ notify, pausedAt }) => notify !== 'none' && pausedAt === null)
        .map((invite) => ({ invite, usage: usageOf.get(invite.id) || NEVER_USED }))
        .filter((found) => isLive(found, clock.now()));
}
