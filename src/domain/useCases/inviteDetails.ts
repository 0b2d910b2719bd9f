import { InviteWithUsage } from '../model/invite';
import { unlessRefused } from '../policies/unlessRefused';
import { Person } from '../ports';
import { FindInviteDeps, findViewable } from './findInvite';
import { HistoryDeps, inviteHistory, ShownEntry } from './inviteHistory';
import { InviteSummary, SummarizeDeps, summarizeOne } from './summarize';

export type DetailsDeps = FindInviteDeps & HistoryDeps & SummarizeDeps;

/** An invite with what its managers want to know about it. */
export interface InviteDetails {
    readonly summary: InviteSummary;
    /** The last person who joined; undefined if the history has none, or the caller may not see it. */
    readonly lastJoin: ShownEntry | undefined;
}

/**
 * Returns an invite with its details, by its record id.
 *
 * @throws those of findViewable
 */
export async function inviteDetails(deps: DetailsDeps, caller: Person, id: string): Promise<InviteDetails> {
    const { events, invites, memberships, permissions, rooms, usageStore } = deps;
    const invite = await findViewable({ events, invites, memberships, permissions, rooms }, caller, id);
    return detailsOf(deps, caller, { invite, usage: await usageStore.of(invite) });
}

/** Returns the details of an invite that the caller may see. */
export async function detailsOf(deps: HistoryDeps & SummarizeDeps, caller: Person, found: InviteWithUsage): Promise<InviteDetails> {
    const { clock, creatorMustStay, history, invites, memberships, permissions, requests, rooms, usageStore, users, workspaceRoles } = deps;
    const [summary, joins] = await Promise.all([
        summarizeOne({ clock, creatorMustStay, memberships, permissions, requests, rooms, users, workspaceRoles }, caller, found),
        unlessRefused(
            inviteHistory({ clock, history, invites, memberships, permissions, rooms, usageStore, users }, caller, {
                inviteId: found.invite.id,
                outcome: 'joined',
                offset: 0,
                count: 1,
            }),
        ),
    ]);
    return { summary, lastJoin: joins && joins.items[0] };
}
