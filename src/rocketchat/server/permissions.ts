import { Permissions, Person } from '../../domain/ports';
import { Settings } from '../settings/settings';
import { FollowedPermission } from './permissionRoles';
import { PermissionTable } from './permissionTable';
import { RoomRoles } from './roomRoles';

/** Decides by the workspace's permission table, unless the administrator overrides it in the app's settings. */
export class ServerPermissions implements Permissions {
    constructor(
        private readonly settings: Settings,
        private readonly table: PermissionTable,
        private readonly roomRoles: RoomRoles,
    ) {}

    mayCreate(person: Person, rid: string): Promise<boolean> {
        return this.holdsInRoom(person, rid, 'create-invite-links');
    }

    mayAddUsers(person: Person, rid: string): Promise<boolean> {
        return this.holdsInRoom(person, rid, 'add-user-to-joined-room');
    }

    async mayManageAll(person: Person): Promise<boolean> {
        return includesAny(person.roles, await this.rolesOf('manage-invite-links'));
    }

    ownsRoom(person: Pick<Person, 'id'>, rid: string): Promise<boolean> {
        return this.roomRoles.hasAny(rid, person.id, ['owner']);
    }

    private async holdsInRoom(person: Person, rid: string, permission: FollowedPermission): Promise<boolean> {
        const roles = await this.rolesOf(permission);
        return includesAny(person.roles, roles) || this.roomRoles.hasAny(rid, person.id, roles);
    }

    private async rolesOf(permission: FollowedPermission): Promise<readonly string[]> {
        const override = await this.settings.roleOverride(permission);
        return override.length > 0 ? override : this.table.rolesOf(permission);
    }
}

function includesAny(roles: readonly string[], wanted: readonly string[]): boolean {
    return roles.some((role) => wanted.includes(role));
}
