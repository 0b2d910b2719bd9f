import { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Person, Users } from '../domain/ports';

export class ServerUsers implements Users {
    constructor(private readonly reader: IUserRead) {}

    async byUsername(username: string): Promise<Person | undefined> {
        const user = await this.reader.getByUsername(username);
        return user ? toPerson(user) : undefined;
    }

    async byId(userId: string): Promise<Person | undefined> {
        const user = await this.reader.getById(userId);
        return user ? toPerson(user) : undefined;
    }

    async namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
        const users = await Promise.all(Array.from(new Set(userIds), (id) => this.reader.getById(id)));
        return new Map(users.filter(Boolean).map(({ id, username }) => [id, username] as [string, string]));
    }

    async roomIdsOf(userId: string): Promise<readonly string[]> {
        return (await this.reader.getUserRoomIds(userId)) || [];
    }
}

export function toPerson({ id, username, name, roles }: IUser): Person {
    return { id, username, name, roles: roles || [] };
}
