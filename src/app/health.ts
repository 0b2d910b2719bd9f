import { FOLLOWED_PERMISSIONS, FollowedPermission } from '../rocketchat/server/permissionRoles';
import { assertManages } from '../domain/policies/mayManage';
import { unlessRefused } from '../domain/policies/unlessRefused';
import { Person } from '../domain/ports';
import { Services } from './services';

/** `off`: an administrator turned it off. `unknown`: this caller or this moment cannot tell. */
type CheckStatus = 'ok' | 'warning' | 'failed' | 'off' | 'unknown';

/** Whether one thing works that the app depends on. */
export interface Check {
    readonly name: 'workspace' | 'bans' | 'permissions' | 'clock' | 'command' | 'email';
    readonly status: CheckStatus;
    /** When the permissions were read, in ms since 1970. */
    readonly readAt?: number;
    /** The permissions that a setting of the app overrides with other roles than the workspace has. */
    readonly overridden?: readonly FollowedPermission[];
    /** By how many seconds the instance that answers at the Site URL is ahead of this one. */
    readonly aheadSeconds?: number;
}

export type HealthDeps = Pick<
    Services,
    'clock' | 'inviteCommand' | 'memberships' | 'permissions' | 'permissionTable' | 'settings' | 'users' | 'workspaceApi'
>;

/** Clocks of instances may differ by a minute (CLAIM_TTL_MS in src/domain/model/claim.ts). The time of an answer has whole seconds. */
const CLOCK_WARNING_SECONDS = 30;

/** A room of each person is enough, and reading one costs a call. */
const ROOMS_TO_TRY = 3;

/**
 * Returns what works of what the app depends on.
 *
 * @throws not_authorized if the caller does not manage all invites
 */
export async function checkHealth(deps: HealthDeps, caller: Person): Promise<Check[]> {
    await assertManages(deps.permissions.mayManageAll(caller));
    const [workspace, bans, permissions, email] = await Promise.all([
        checkWorkspace(deps),
        checkBans(deps, caller),
        checkPermissions(deps),
        checkEmail(deps),
    ]);
    return [...workspace, bans, permissions, { name: 'command', status: deps.inviteCommand.status }, email];
}

/** Whether the app reaches the workspace at its Site URL, and whether both have the same time. */
async function checkWorkspace({ clock, settings, workspaceApi }: HealthDeps): Promise<Check[]> {
    if (!workspaceApi) {
        return checksOf('unknown');
    }
    if (!(await settings.mayUseLogins())) {
        return checksOf('off');
    }
    const sentAt = clock.now();
    const answer = await workspaceApi.request('me');
    if (!answer) {
        return checksOf('failed');
    }
    const aheadSeconds = answer.date === undefined ? undefined : secondsBetween(sentAt, clock.now(), answer.date);
    const clockStatus = aheadSeconds === undefined ? 'unknown' : Math.abs(aheadSeconds) > CLOCK_WARNING_SECONDS ? 'warning' : 'ok';
    return [
        { name: 'workspace', status: 'ok' },
        { name: 'clock', status: clockStatus, ...(aheadSeconds !== undefined && { aheadSeconds }) },
    ];
}

function checksOf(status: 'unknown' | 'off' | 'failed'): Check[] {
    return [
        { name: 'workspace', status },
        { name: 'clock', status: status === 'off' ? 'off' : 'unknown' },
    ];
}

/** Returns how far a date with whole seconds is after the time of a request; 0 while the request was under way. */
function secondsBetween(sentAt: number, receivedAt: number, date: number): number {
    if (date + 1000 < sentAt) {
        return Math.round((date - sentAt) / 1000);
    }
    return date > receivedAt ? Math.round((date - receivedAt) / 1000) : 0;
}

/** Whether the app can tell a member from a banned person, tried on rooms of the caller. */
async function checkBans({ memberships, settings, users, workspaceApi }: HealthDeps, caller: Person): Promise<Check> {
    const name = 'bans';
    if (!(await settings.mayUseLogins())) {
        return { name, status: 'off' };
    }
    const rids = (await users.roomIdsOf(caller.id)).slice(0, ROOMS_TO_TRY);
    if (!workspaceApi || rids.length === 0) {
        return { name, status: 'unknown' };
    }
    const statuses = await unlessRefused(Promise.all(rids.map((rid) => memberships.statusOf(rid, caller))));
    if (!statuses) {
        // The server answers no more calls for now.
        return { name, status: 'unknown' };
    }
    return { name, status: statuses.includes('unverified') ? 'failed' : 'ok' };
}

async function checkPermissions({ permissionTable, settings }: HealthDeps): Promise<Check> {
    const table = await permissionTable.state();
    const overrides = await Promise.all(
        FOLLOWED_PERMISSIONS.map(async (permission) => {
            const override = await settings.roleOverride(permission);
            const differs = override.length > 0 && [...override].sort().join() !== [...(await permissionTable.rolesOf(permission))].sort().join();
            return differs ? [permission] : [];
        }),
    );
    const overridden = ([] as FollowedPermission[]).concat(...overrides);
    const status = !(await settings.mayUseLogins()) ? 'off' : table.readFailed ? 'failed' : table.readAt === undefined ? 'unknown' : 'ok';
    return { name: 'permissions', status, overridden, ...(table.readAt !== undefined && { readAt: table.readAt }) };
}

async function checkEmail({ settings }: HealthDeps): Promise<Check> {
    const [isAllowed, isConfigured] = await Promise.all([settings.allowsEmailInvites(), settings.canSendEmails()]);
    return { name: 'email', status: !isAllowed ? 'off' : isConfigured ? 'ok' : 'failed' };
}
