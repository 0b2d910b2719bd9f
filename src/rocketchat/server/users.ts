import { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Person, Users } from '../../domain/ports';

/** Reads people from the server, each at most once per request by id. */
export class ServerUsers implements Users {
    private readonly cache = new Map<string, Promise<Person | undefined>>();

    constructor(private readonly reader: IUserRead) {}

    /** Discards what this request has read, so that the next call reads it from the server again. */
    forget(): void {
        this.cache.clear();
    }

    async byUsername(username: string): Promise<Person | undefined> {
        const user = await this.reader.getByUsername(username);
        return user ? toPerson(user) : undefined;
    }

    byId(userId: string): Promise<Person | undefined> {
        const person = this.cache.get(userId) || this.fetchById(userId);
        this.cache.set(userId, person);
        return person;
    }

    async namesOf(userIds: readonly string[]): Promise<Map<string, string>> {
        const people = await Promise.all(Array.from(new Set(userIds), (id) => this.byId(id)));
        return new Map(
            people.filter((person): person is Person => person !== undefined).map(({ id, username }) => [id, username] as [string, string]),
        );
    }

    async roomIdsOf(userId: string): Promise<readonly string[]> {
        return (await this.reader.getUserRoomIds(userId)) || [];
    }

    private async fetchById(userId: string): Promise<Person | undefined> {
        const user = await this.reader.getById(userId);
        return user ? toPerson(user) : undefined;
    }
}

/** Returns the user in the domain's terms. The server omits `isEnabled` for the caller, who counts as active. */
export function toPerson({ id, username, name, roles, isEnabled }: IUser): Person {
    return { id, username, name, active: (isEnabled as boolean | undefined) !== false, roles: roles || [] };
}
