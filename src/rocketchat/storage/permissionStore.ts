import { isCount } from '../../domain/numbers';
import { isPermissionRoles, PermissionRoles } from '../server/permissionRoles';
import { createLabel, Fields, Records } from './records';

const KIND = 'permissions';
const VERSION = 1;
const PERMISSIONS_LABEL = createLabel(KIND);

/** The followed permissions as the workspace's table had them. */
export interface ReadPermissions {
    readonly roles: PermissionRoles;
    /** When the table was read, in ms since 1970. */
    readonly readAt: number;
}

/** Stores the permissions that were read last, for all instances and for callers without a login. */
export class StoredPermissions {
    constructor(private readonly records: Records) {}

    /** Parallel writes may create two records. Returns the later one. */
    async find(): Promise<ReadPermissions | undefined> {
        const stored = await this.records.find(toPermissions, [PERMISSIONS_LABEL]);
        return stored.sort((a, b) => b.readAt - a.readAt)[0];
    }

    async keep({ roles, readAt }: ReadPermissions): Promise<void> {
        await this.records.put({ kind: KIND, version: VERSION, roles, readAt } as { kind: string; version: number }, [PERMISSIONS_LABEL]);
    }
}

function toPermissions({ kind, version, roles, readAt }: Fields): ReadPermissions | undefined {
    return kind === KIND && version === VERSION && isPermissionRoles(roles) && isCount(readAt) ? { roles, readAt } : undefined;
}
