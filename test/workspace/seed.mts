import { addUserToRoom, createDirectRoom, createRoom } from './server/rooms.mts';
import { createUser } from './server/users.mts';
import type { Database } from './store/database.mts';

/** The password of all seeded people. */
export const PASSWORD = 'invite-me';

export const PEOPLE = [
    { username: 'admin', name: 'Ada Admin', roles: ['admin', 'user'], about: 'administrator of the workspace' },
    { username: 'alice', name: 'Alice', roles: ['user'], about: 'owner of #general and of the private #secret' },
    { username: 'bob', name: 'Bob', roles: ['user'], about: 'member of #general' },
    { username: 'carol', name: 'Carol', roles: ['user'], about: 'in no room yet' },
    { username: 'dave', name: 'Dave', roles: ['user'], about: 'in no room yet' },
    { username: 'greta', name: 'Greta', roles: ['user'], about: 'owner of #deutsch, who reads German', language: 'de' },
];

/** Fills an empty workspace with people and rooms. Does nothing if there are people already. */
export async function seed(database: Database): Promise<void> {
    if ((await database.users.count({ type: 'user' })) > 0) {
        return;
    }
    const [, alice, bob, , , greta] = await Promise.all(
        PEOPLE.map(({ username, name, roles, language }) => createUser(database, { username, name, roles, language, password: PASSWORD })),
    );
    const general = await createRoom(database, 'c', 'general', alice!, { topic: 'What everybody should know' });
    await addUserToRoom(database, general._id, bob!, alice);
    await createRoom(database, 'p', 'secret', alice!, { topic: 'What not everybody should know' });
    await createRoom(database, 'c', 'deutsch', greta!);
    await createDirectRoom(database, [alice!, bob!]);
}
