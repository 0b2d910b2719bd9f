import { beforeEach, describe, expect, it } from '@jest/globals';

import { sendInteraction, Modal } from '../workspace/index.mts';
import { type Person, Scene } from './scene.mts';
import { useScene } from './useScene.mts';

/** A client may send any room id. The caller's membership decides what the app reveals of the room and does in it. */

const UNKNOWN = 'there-is-no-such-room';
const NAME = 'Reading circle';

const scene = await useScene();
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner, 'p', { fname: NAME, topic: 'Books' });
});

async function banned(user: Parameters<Scene['person']>[0] = {}): Promise<Person> {
    const person = await scene.person(user);
    await scene.add(rid, person);
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: person.userId });
    return person;
}

const LINES = [
    'list',
    'list all',
    'create 7d',
    'create 7d #somewhere',
    'use AAAAAAAAAAAAAAAA',
    'revoke 0123456789abcdef01234567',
    '@somebody',
    'help',
    'nonsense',
    '',
].map((words) => `/invite-link ${words}`);

describe('a command with any room id', () => {
    it.each(LINES)('"%s" returns the same to an outsider of a private room as for a room that does not exist', async (line) => {
        const outsider = await scene.person();
        const before = await scene.storeSnapshot();
        expect(await outsider.callsMethod(line, rid)).toBe(await outsider.callsMethod(line, UNKNOWN));
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it.each(LINES)('"%s" reveals neither the current name nor the topic of the room to a banned person', async (line) => {
        const person = await banned();
        expect(await person.callsMethod(line, rid)).not.toMatch(/Reading|room-|Books/);
    });

    it('adds nobody for a banned person, whatever role they have in the workspace', async () => {
        const [person, guest] = [await banned(), await scene.person()];
        await scene.changeSetting('Add_User_Roles', 'user');
        await person.callsMethod(`/invite-link @${guest.user.username}`, rid);
        expect(await scene.members(rid)).toEqual([owner.user.username]);
        await scene.changeSetting('Add_User_Roles', '');
    });

    it('lists only their own links, without the room’s name, to a person who may be banned', async () => {
        const person = await scene.person();
        await scene.add(rid, person, 'moderator');
        const { body: own } = await person.invite(rid, 3);
        const { body: others } = await owner.invite(rid, 4);
        expect(await person.types('/invite list', rid)).toMatch(new RegExp(`${NAME}[^]*${others._id}`));
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: person.userId });
        await scene.changeSetting('Create_Roles', 'admin, owner, moderator, user');
        const text = await person.callsMethod('/invite list', rid);
        await scene.changeSetting('Create_Roles', '');
        expect(text).toContain('*Your invite links for this room*');
        expect(text).toContain(own._id);
        expect(text).not.toContain(others._id);
        expect(text).not.toContain(NAME);
    });

    it('runs for members of the room, and in channels and discussions that the caller can see', async () => {
        expect(await owner.callsMethod('/invite-link list', rid)).toContain(NAME);
        const visitor = await scene.person();
        expect(await visitor.callsMethod('/invite-link help', await scene.room(owner, 'c'))).toContain('/invite-link create');
        const discussion = await scene.room(owner, 'p', { prid: rid });
        const member = await scene.person();
        await scene.add(rid, member);
        expect(await member.callsMethod('/invite-link help', discussion)).toContain('/invite-link create');
        expect(await visitor.callsMethod('/invite-link help', discussion)).toBe('');
    });
});

describe('a command that names a room', () => {
    const lines = ['create #', 'create 7d x5 7 #', 'email ann@example.com #', 'list #', 'lst #', 'share <id> #'];

    it.each(lines)('"%s" says as much and makes as many calls for a hidden room as for none', async (line) => {
        const outsider = await scene.person();
        const here = await scene.room(outsider);
        const { body } = await outsider.invite(here);
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name: `hidden-${rid}` } });
        const says = async (name: string): Promise<{ reply: string; calls: string[] }> => {
            let reply = '';
            const calls = await scene.callsDuring(async () => {
                reply = await outsider.types(`/invite-link ${line.replace('<id>', body._id)}${name}`, here);
            });
            return { reply: reply.replaceAll(name, 'X'), calls: calls.map(({ name: call }) => call).sort() };
        };
        // What settings say is cached then.
        await says('warm-up');
        const none = await says(`nowhere-${rid}`);
        expect(await says(`hidden-${rid}`)).toEqual(none);
        expect(await says(`Hidden-${rid}`)).toEqual(await says(`Nowhere-${rid}`));
    });
});

describe('an interaction with any room id', () => {
    it('returns the same to an outsider of a private room as for a room that does not exist', async () => {
        const outsider = await scene.person();
        const open = (room: string): ReturnType<typeof sendInteraction> =>
            sendInteraction(outsider, { type: 'actionButton', actionId: 'invite-link', rid: room, payload: { context: 'roomAction' } });
        const [known, unknown] = [await open(rid), await open(UNKNOWN)];
        expect(known).toMatchObject({ status: unknown.status, body: unknown.body });
        const button = { label: '', actionId: 'revoke-invite', blockId: 'b', value: '0123456789abcdef01234567' };
        expect(await outsider.presses(button, rid)).toBe(await outsider.presses(button, UNKNOWN));
    });
});

describe('a banned creator’s own link, revoked', () => {
    let creator: Person;
    let invite: { _id: string; inviteToken: string };

    beforeEach(async () => {
        creator = await scene.person();
        await scene.add(rid, creator, 'moderator');
        invite = (await creator.invite(rid)).body;
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: creator.userId });
        await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { fname: 'A new name' } });
    });

    const ways: [string, () => Promise<string>][] = [
        ['by a command', async () => creator.types(`/invite-link revoke ${invite._id}`, await scene.room(creator))],
        [
            'by a button under a reply',
            async () => {
                const here = await scene.room(creator);
                const press = (actionId: string): Promise<string> => creator.presses({ label: '', actionId, blockId: 'b', value: invite._id }, here);
                return `${await press('revoke-invite')}${await press('confirm-revoke')}`;
            },
        ],
        [
            'by a button in the modal',
            async () => {
                const container = { type: 'view', id: 'a-view' };
                const payload = { blockId: 'b', value: `${rid} 1 ${invite._id}` };
                const press = async (actionId: string): Promise<unknown> =>
                    (await sendInteraction(creator, { type: 'blockAction', actionId, container, payload })).body.view!.blocks;
                return JSON.stringify([await press('form-ask-revoke'), await press('form-revoke')]);
            },
        ],
    ];

    it.each(ways)('%s works and does not reveal the room’s current name', async (_way, revoke) => {
        expect(await revoke()).not.toContain('A new name');
        expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
    });

    it.each(['show', 'list mine', 'list mine expired'])('%s does not reveal it either', async (line) => {
        expect(await creator.types(`/invite-link ${line} ${line === 'show' ? invite._id : ''}`, await scene.room(creator))).not.toContain(
            'A new name',
        );
        const { body } = await creator.app('GET', 'invites.list?userId=me');
        expect(body.invites).toMatchObject([{ _id: invite._id, rooms: [] }]);
        expect(JSON.stringify(await creator.app('GET', `invites.info?inviteId=${invite._id}`))).not.toContain('A new name');
    });

    it('names the room to its members', async () => {
        const { body: own } = await owner.invite(rid);
        expect(await owner.types(`/invite revoke ${own._id}`, rid)).toContain('A new name');
        expect((await Modal.byRoomAction(owner, rid)).options('room')[rid]).toBe('A new name');
    });
});
