import { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Person, Users } from '../../domain/ports';

/** The language and the local time that a person chose, as far as they did. */
interface UserLocale {
    readonly language: string | undefined;
    /** Hours ahead of UTC. */
    readonly utcOffset: number | undefined;
}

export interface UserLocales {
    of(userId: string): Promise<UserLocale>;
}

/** Reads people from the server, each at most once per request by id. */
export class ServerUsers implements Users, UserLocales {
    private readonly cache = new Map<string, Promise<IUser | undefined>>();

    constructor(private readonly reader: IUserRead) {}

    /** Discards what this request has read, so that the next call reads it from the server again. */
    forget(): void {
        this.cache.clear();
    }

    async byUsername(username: string): Promise<Person | undefined> {
        const user = await this.reader.getByUsername(username);
        return user ? toPerson(user) : undefined;
    }

    async byId(userId: string): Promise<Person | undefined> {
        const user = await this.read(userId);
        return user ? toPerson(user) : undefined;
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

    async of(userId: string): Promise<UserLocale> {
        const user = await this.read(userId);
        const language = user && user.settings && user.settings.preferences && user.settings.preferences.language;
        return { language, utcOffset: user && typeof user.utcOffset === 'number' ? user.utcOffset : undefined };
    }

    private read(userId: string): Promise<IUser | undefined> {
        const user = this.cache.get(userId) || this.reader.getById(userId);
        this.cache.set(userId, user);
        return user;
    }
}

/** Returns the user in the domain's terms. The server omits `isEnabled` for the caller, who counts as active. */
export function toPerson({ id, username, name, roles, isEnabled, emails }: IUser): Person {
    const active = (isEnabled as boolean | undefined) !== false;
    return { id, username, name, active, roles: roles || [], verifiedEmails: verifiedAmong(emails) };
}

/** Older accounts and apps may have no addresses. */
function verifiedAmong(emails: IUser['emails'] | undefined): string[] {
    return (emails || []).filter(({ address, verified }) => verified && typeof address === 'string').map(({ address }) => address.toLowerCase());
}
