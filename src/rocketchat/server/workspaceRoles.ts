import { IRoleRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRole } from '@rocket.chat/apps-engine/definition/roles';

import { WorkspaceRoles } from '../../domain/ports';

/** People have other roles in a room than in the workspace. */
const ROOM_SCOPE = 'Subscriptions';

/** Reads the roles that people have in the workspace. */
export class ServerRoles implements WorkspaceRoles {
    constructor(private readonly reader: IRoleRead) {}

    async idOf(name: string): Promise<string | undefined> {
        const role: IRole | null = await this.reader.getOneByIdOrName(name, '');
        return role && (role.scope as string | undefined) !== ROOM_SCOPE ? role.id : undefined;
    }

    async nameOf(id: string): Promise<string> {
        const role: IRole | null = await this.reader.getOneByIdOrName(id, '');
        return role ? role.name : id;
    }
}
