import { beforeEach, describe, expect, it } from '@jest/globals';

import { Rooms } from '../engine/bridges/rooms.mts';
import { banUser, unbanUser } from '../server/bans.mts';
import { addUserToRoom, canAccessRoom, createDirectRoom, createRoom } from '../server/rooms.mts';
import { Screens } from '../server/screens.mts';
import { parseParameters, SlashCommands } from '../server/slashCommands.mts';
import { createUser } from '../server/users.mts';
import { Database } from '../store/database.mts';
import type { RoomDocument, UserDocument } from '../store/documents.mts';

type Open = Record<'getMembers' | 'getOwners' | 'getUserUnreadMessageCount' | 'update', (...args: any[]) => Promise<any>>;

let database: Database;
let owner: UserDocument;
let guest: UserDocument;
let room: RoomDocument;
let bridge: Open;

beforeEach(async () => {
    database = await Database.open();
    owner = await createUser(database, { username: 'owner', password: 'x' });
    guest = await createUser(database, { username: 'guest', password: 'x' });
    room = await createRoom(database, 'c', 'room', owner);
    bridge = new Rooms(database, () => undefined as never) as unknown as Open;
});

describe('a ban', () => {
    beforeEach(async () => {
        await addUserToRoom(database, room._id, guest);
        await database.subscriptions.updateOne({ 'u._id': guest._id }, { $set: { roles: ['owner'] } });
        await banUser(database, room._id, guest, owner);
    });

    it('keeps the subscription, removes its roles, and is not visible through any accessor', async () => {
        expect(await database.subscriptions.findOne({ 'u._id': guest._id })).toMatchObject({ status: 'BANNED' });
        expect((await bridge.getOwners(room._id)).map(({ username }: UserDocument) => username)).toEqual(['owner']);
        expect((await bridge.getMembers(room._id)).map(({ username }: UserDocument) => username)).toEqual(['owner', 'guest']);
        expect(await bridge.getUserUnreadMessageCount(room._id, guest._id)).toBe(0);
        expect(await canAccessRoom(database, room._id, guest._id)).toBe(false);
    });

    it('is silently lifted by the room updater', async () => {
        await bridge.update({ id: room._id }, ['guest']);
        expect((await database.subscriptions.findOne({ 'u._id': guest._id }))!.status).toBeUndefined();
        expect((await database.messages.find({ rid: room._id })).map(({ t }) => t)).toEqual(['uj', 'user-banned', 'user-unbanned', 'uj']);
    });

    it('leaves no subscription when it is lifted', async () => {
        await unbanUser(database, room._id, guest, owner);
        await expect(bridge.getUserUnreadMessageCount(room._id, guest._id)).rejects.toThrow('User not subscribed to room');
    });

    it('is refused for the last owner, for a banned person, and without the permission', async () => {
        await expect(banUser(database, room._id, owner, owner)).rejects.toThrow('last owner');
        await expect(banUser(database, room._id, guest, owner)).rejects.toThrow('already banned');
        await expect(banUser(database, room._id, owner, guest)).rejects.toThrow('Not allowed');
    });
});

it('the room updater ignores unknown names and direct messages, and fails for an unknown room', async () => {
    const direct = await createDirectRoom(database, [owner, guest]);
    const outsider = await createUser(database, { username: 'outsider', password: 'x' });
    await bridge.update({ id: room._id }, ['nobody']);
    await bridge.update({ id: direct._id }, [outsider.username]);
    expect(await database.subscriptions.count({ 'u._id': outsider._id })).toBe(0);
    await expect(bridge.update({ id: 'no-room' }, [])).rejects.toThrow('Room id not found');
});

it('a person has at most one subscription in a room', async () => {
    const joins = await Promise.allSettled([addUserToRoom(database, room._id, guest), addUserToRoom(database, room._id, guest)]);
    expect(joins.map(({ status }) => status)).toContain('fulfilled');
    expect(await database.subscriptions.count({ 'u._id': guest._id })).toBe(1);
});

describe('the built-in /invite', () => {
    async function type(user: UserDocument, params: string): Promise<string[]> {
        const screens = new Screens();
        await new SlashCommands(database, screens).run({ command: 'invite', params, userId: user._id, rid: room._id });
        return screens.of(user._id).map(({ text }) => text);
    }

    it('adds people by name, and reports unknown people and members', async () => {
        expect(await type(owner, '@guest, @nobody')).toEqual([]);
        expect(await database.subscriptions.count({ 'rid': room._id, 'u._id': guest._id })).toBe(1);
        expect(await type(owner, '@guest')).toEqual(['@guest is already in here.']);
        expect(await type(owner, '@nobody @nothing')).toEqual(['No user exists by the name of `nobody @nothing`.']);
    });

    it('requires an owner, a moderator or an administrator', async () => {
        const outsider = await createUser(database, { username: 'outsider', password: 'x' });
        await addUserToRoom(database, room._id, guest);
        expect(await type(guest, '@outsider')).toEqual(['Not allowed']);
        expect(await database.subscriptions.count({ 'u._id': outsider._id })).toBe(0);
    });
});

it.each([
    ['create 7d', ['create', '7d']],
    ['  a   b\tc\nd ', ['a', 'b', 'c', 'd']],
    ['say "two words" now', ['say', 'two words', 'now']],
    ["'one''two'", ['one', 'two']],
    ['pre"in side"post', ['prein sidepost']],
    ['an "open quote', ['an', '"open', 'quote']],
    ['"a \\" b"', ['a " b']],
    ['', []],
    ['   ', []],
])('a command’s parameters %j', (params, words) => expect(parseParameters(params)).toEqual(words));
