import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { addUserToRoom, banUser, deleteUser, type AppCall, type CallInterceptor } from '../workspace/index.mts';
import { Person, Scene } from './scene.mts';

/** What happens between two calls of a redemption, and what is left of one that was cut off. */

const JOIN = 'bridges:getRoomBridge:doUpdate';
const MARK = 'accessor:getPersistence:updateByAssociations';
const MINUTE = 60_000;

let scene: Scene;
let owner: Person;
let rid: string;
let guest: Person;
let usual: CallInterceptor;

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person();
});
afterAll(() => scene.close());
beforeEach(async () => {
    rid = await scene.room(owner);
    guest = await scene.person();
    usual = scene.workspace.instance.interceptor;
});
afterEach(() => {
    scene.workspace.instance.interceptor = usual;
});

/** Has `then` happen once, right before the app's next call of that name goes through. */
function before(name: string, then: () => Promise<unknown>): void {
    let happened = false;
    scene.workspace.instance.interceptor = async (call, proceed) => {
        if (call.name === name && !happened) {
            happened = true;
            await then();
        }
        return usual(call, proceed);
    };
}

/** The app's calls of that name are never answered. Tells when the first is made. */
function hang(name: string): Promise<AppCall> {
    return new Promise((made) => {
        scene.workspace.instance.interceptor = (call, proceed) => {
            if (call.name !== name) {
                return usual(call, proceed);
            }
            made(call);
            return new Promise(() => undefined);
        };
    });
}

/** Lets time pass for the claims to that invite. */
async function ageClaims(inviteId: string, ms: number): Promise<void> {
    await scene.workspace.database.appPersistence.updateMany({ 'data.kind': 'claim', 'data.subject': inviteId }, { $inc: { 'data.at': -ms } });
}

describe('while somebody redeems,', () => {
    it('a ban that comes after they were asked about is not lifted', async () => {
        const { body: invite } = await owner.invite(rid, 7, 2);
        before(MARK, async () => {
            await addUserToRoom(scene.workspace.database, rid, guest.user);
            await banUser(scene.workspace.database, rid, guest.user, owner.user);
        });
        expect((await guest.redeem(invite.inviteToken)).body.errorType).toBe('error-user-is-banned');
        expect(await scene.workspace.database.subscriptions.count({ rid, 'u._id': guest.userId, 'status': 'BANNED' })).toBe(1);
        expect(await scene.members(rid)).toEqual([owner.user.username]);
        expect(await scene.usesOf(invite._id)).toBe(0);
    });

    it('being added by somebody else is success without a use', async () => {
        const { body: invite } = await owner.invite(rid, 7, 2);
        before(MARK, () => addUserToRoom(scene.workspace.database, rid, guest.user));
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
        expect(await scene.usesOf(invite._id)).toBe(0);
    });
});

describe('a redemption that was cut off', () => {
    it('before the join, with the last place, is gone on with by the same person', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        const made = hang(JOIN);
        void guest.redeem(invite.inviteToken).catch(() => undefined);
        await made;
        await scene.workspace.restart();

        const other = await scene.person();
        expect((await other.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toEqual([guest, owner].map(({ user }) => user.username).sort());
        expect(await scene.usesOf(invite._id)).toBe(1);
        usual = scene.workspace.instance.interceptor;
    });

    it('and never gone on with, frees its place for others in the end', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        const made = hang(JOIN);
        void guest.redeem(invite.inviteToken).catch(() => undefined);
        await made;
        await scene.workspace.restart();
        usual = scene.workspace.instance.interceptor;
        await ageClaims(invite._id, 11 * MINUTE);

        const other = await scene.person();
        expect((await other.redeem(invite.inviteToken)).status).toBe(200);
        expect((await guest.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('after the join, counts', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        let marks = 0;
        const made = new Promise<void>((resolve) => {
            scene.workspace.instance.interceptor = (call, proceed) => {
                if (call.name === MARK && ++marks === 2) {
                    resolve();
                    return new Promise(() => undefined);
                }
                return usual(call, proceed);
            };
        });
        void guest.redeem(invite.inviteToken).catch(() => undefined);
        await made;
        await scene.workspace.restart();
        usual = scene.workspace.instance.interceptor;
        await ageClaims(invite._id, 11 * MINUTE);

        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect(await scene.usesOf(invite._id)).toBe(1);
    });
});

it('a call that is never answered holds others up only for a moment', async () => {
    const { body: invite } = await owner.invite(rid, 7, 3);
    const made = hang(JOIN);
    const stuck = guest.redeem(invite.inviteToken).catch((error: Error) => error);
    await made;
    scene.workspace.instance.interceptor = usual;
    const other = await scene.person();
    expect((await other.redeem(invite.inviteToken)).status).toBe(200);
    const answer = (await stuck) as Awaited<ReturnType<Person['redeem']>>;
    expect({ status: answer.status, errorType: answer.body.errorType }).toEqual({ status: 500, errorType: 'error-internal' });
});

it('people can be let into a room whose creator is gone, and nothing of the room is changed', async () => {
    const creator = await scene.person();
    const old = await scene.room(creator);
    await scene.add(old, owner, 'owner');
    await deleteUser(scene.workspace.database, creator.userId!);
    const { database } = scene.workspace;
    await database.rooms.updateOne({ _id: old }, { $unset: { fname: '' } });
    const known = (await database.rooms.findOne({ _id: old }))!;
    const { body: invite } = await owner.invite(old);

    const { status, body } = await guest.redeem(invite.inviteToken);

    expect({ status, room: body.room }).toEqual({ status: 200, room: { _id: old, rid: old, name: known.name, t: 'p' } });
    const { name, fname, u } = (await database.rooms.findOne({ _id: old }))!;
    expect({ name, fname, u }).toEqual({ name: known.name, fname: undefined, u: known.u });

    await database.rooms.updateOne({ _id: old }, { $unset: { u: '' } });
    expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
});

it('a token to a room that nobody may be invited to any more is not valid', async () => {
    const { body: invite } = await owner.invite(rid);
    await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { abacAttributes: [{ key: 'clearance', values: ['high'] }] } });
    expect((await scene.stranger().app('POST', 'validateInviteToken', { token: invite.inviteToken })).body.valid).toBe(false);
});

it('methods that hardly anybody knows are answered as the known ones', async () => {
    for (const method of ['PROPFIND', 'M-SEARCH', 'PURGE']) {
        expect((await guest.app(method, 'useInviteToken', {})).status).toBe(405);
    }
});

describe('names that people gave', () => {
    it('to rooms are told as text, on one line, and not at any length', async () => {
        const named = await scene.room(owner, 'p', {
            fname: `[Your account](https://evil.example) *bold* @all <#x>\n• another line ${'long '.repeat(50)}`,
        });
        const text = await owner.types('/invite create 7d', named);
        const [first] = text.split('\n');
        expect(first).toContain('Your account');
        expect(first).not.toMatch(/[[\]()@<>]/);
        expect(first!.length).toBeLessThan(160);
        expect(first).not.toContain('://');
        expect(text.split('\n').filter((line) => line.startsWith('•'))).toEqual([]);
    });

    it('to nobody are told as they were typed, inside a code span that they cannot leave', async () => {
        const text = await owner.types(`/invite @a\`*b*[l](http://e)${'x'.repeat(300)}`, rid);
        expect(text.match(/`/g)).toHaveLength(2);
        expect(text.length).toBeLessThan(160);
    });
});

it('who is not in a room adds nobody to it by name, whatever role they have', async () => {
    const open = await scene.room(owner, 'c');
    await scene.set('Add_User_Roles', 'user');
    const outsider = await scene.person();
    expect(await outsider.types(`/invite @${guest.user.username}`, open)).toContain('you are not a member of it');
    expect(await scene.members(open)).toEqual([owner.user.username]);
    await scene.set('Add_User_Roles', 'admin, owner, moderator');
});
