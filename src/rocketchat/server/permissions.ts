import { Permissions, Person } from '../../domain/ports';
import { RoomRoles } from './roomRoles';
import { Settings } from '../settings/settings';

/** Derives permissions from the app's settings, because the engine has no accessor for the server's own table. */
export class MirroredPermissions implements Permissions {
    constructor(
        private readonly settings: Settings,
        private readonly roomRoles: RoomRoles,
    ) {}

    async mayCreate(person: Person, rid: string): Promise<boolean> {
        return this.hasRole(person, rid, await this.settings.createRoles());
    }

    async mayAddUsers(person: Person, rid: string): Promise<boolean> {
        return this.hasRole(person, rid, await this.settings.addUserRoles());
    }

    async mayManageAll(person: Person): Promise<boolean> {
        return includesAny(person.roles, await this.settings.manageRoles());
    }

    ownsRoom(person: Pick<Person, 'id'>, rid: string): Promise<boolean> {
        return this.roomRoles.hasAny(rid, person.id, ['owner']);
    }

    private async hasRole(person: Person, rid: string, roles: readonly string[]): Promise<boolean> {
        return includesAny(person.roles, roles) || this.roomRoles.hasAny(rid, person.id, roles);
    }
}

function includesAny(roles: readonly string[], wanted: readonly string[]): boolean {
    return roles.some((role) => wanted.includes(role));
}
