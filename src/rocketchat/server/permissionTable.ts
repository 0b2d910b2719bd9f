import { Clock, Report } from '../../domain/ports';
import { StoredPermissions } from '../storage/permissionStore';
import { KnownPermissions } from './knownPermissions';
import { DEFAULT_ROLES, FollowedPermission, parsePermissions } from './permissionRoles';
import { WorkspaceApi } from './workspaceApi';

/**
 * Follows the workspace's permission table, which the engine has no accessor for. A request with a login reads it at
 * most every ten minutes; all others use what was read (docs/decisions/0018-following-permissions.md).
 */
export class PermissionTable {
    /** `api` carries the caller's login. It is undefined if the request carried none. */
    constructor(
        private readonly known: KnownPermissions,
        private readonly store: StoredPermissions,
        private readonly clock: Clock,
        private readonly report: Report,
        private readonly api?: WorkspaceApi,
    ) {}

    /** Returns the ids of the roles that hold the permission. Rejects if the store fails, because defaults may allow more. */
    async rolesOf(permission: FollowedPermission): Promise<readonly string[]> {
        await this.refresh();
        const { current } = this.known;
        return (current && current.roles[permission]) || DEFAULT_ROLES[permission];
    }

    /** Returns when the table was read, in ms since 1970, if it ever was, and whether the latest read failed. */
    async state(): Promise<{ readonly readAt: number | undefined; readonly readFailed: boolean }> {
        await this.refresh();
        const { current, readFailed } = this.known;
        return { readAt: current && current.readAt, readFailed };
    }

    /** Loads what an instance has stored if it is due, and reads the table if that is due as well. */
    async refresh(): Promise<void> {
        const { known, api } = this;
        const now = this.clock.now();
        if (known.areDue(now)) {
            await known.loads.run(now, () => this.load());
        }
        if (api && known.areDue(now)) {
            const reading = known.reads.run(now, () => this.read(api, now));
            // A workspace that does not respond delays one request, and not one in each minute.
            await Promise.race(known.readFailed ? [reading, Promise.resolve()] : [reading]);
        }
    }

    private async load(): Promise<void> {
        this.known.current = (await this.store.find()) || this.known.current;
    }

    /** Keeps what was known if the workspace does not return its table. */
    private async read(api: WorkspaceApi, now: number): Promise<void> {
        const { known } = this;
        const roles = parsePermissions(await api.get('permissions.listAll'));
        known.readFailed = !roles;
        if (!roles) {
            return;
        }
        known.current = { roles: { ...(known.current && known.current.roles), ...roles }, readAt: now };
        await this.store.keep(known.current).catch((error: unknown) => {
            this.report('The permissions of the workspace could not be stored for the other instances', error);
        });
    }
}
