import { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Person, Users } from '../../domain/ports';

export class ServerUsers implements Users {
    private readonly known = new Map<string, Promise<Person | undefined>>();

    constructor(private readonly reader: IUserRead) {}

    /** Has read anew what this request has read before. */
    forget(): void {
        this.known.clear();
    }

    async byUsername(username: string): Promise<Person | undefined> {
        const user = await this.reader.getByUsername(username);
        return user ? toPerson(user) : undefined;
    }

    /** Each is asked for once a request. */
    byId(userId: string): Promise<Person | undefined> {
        const person = this.known.get(userId) || this.ask(userId);
        this.known.set(userId, person);
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

    private async ask(userId: string): Promise<Person | undefined> {
        const user = await this.reader.getById(userId);
        return user ? toPerson(user) : undefined;
    }
}

/** `isEnabled` is absent where the server said nothing of it: of who has logged in, for one. */
export function toPerson({ id, username, name, roles, isEnabled }: IUser): Person {
    return { id, username, name, active: (isEnabled as boolean | undefined) !== false, roles: roles || [] };
}
