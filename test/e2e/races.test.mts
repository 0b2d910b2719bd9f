import { beforeEach, describe, expect, it } from '@jest/globals';

import { addUserToRoom, banUser, deleteUser, NEVER } from '../workspace/index.mts';
import { Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Events between two calls of a redemption, and the leftovers of an interrupted one. */

const JOIN = 'bridges:getRoomBridge:doUpdate';
const MARK = 'accessor:getPersistence:updateByAssociations';
const MINUTE = 60_000;

const scene = await useScene();
const owner = await scene.person();
let rid: string;
let guest: Person;

beforeEach(async () => {
    rid = await scene.room(owner);
    guest = await scene.person();
});

/** The guest redeems, and `event` runs right before the app's first call of that name. */
function redeemWith(token: string, name: string, event: () => Promise<unknown>): ReturnType<Person['redeem']> {
    let happened = false;
    return scene.intercept(
        async (call, proceed) => {
            if (call.name === name && !happened) {
                happened = true;
                await event();
            }
            return proceed();
        },
        () => guest.redeem(token),
    );
}

/** The guest redeems, and the app's n-th call of that name never returns. Resolves once the app has made that call. */
async function hang(token: string, name: string, n = 1): Promise<{ answer: Promise<unknown> }> {
    let made = (): void => undefined;
    const reached = new Promise<void>((resolve) => (made = resolve));
    let calls = 0;
    return scene.intercept(
        (call, proceed) => {
            if (call.name !== name || ++calls !== n) {
                return proceed();
            }
            made();
            return NEVER;
        },
        async () => {
            const answer = guest.redeem(token).catch((error: Error) => error);
            await reached;
            return { answer };
        },
    );
}

/** The guest redeems, and the server restarts during the app's n-th call of that name. */
async function cutOff(token: string, name: string, n = 1): Promise<void> {
    await hang(token, name, n);
    await scene.workspace.restart();
}

/** Makes the claims of an invite older by `ms`. */
async function ageClaims(inviteId: string, ms: number): Promise<void> {
    await scene.workspace.database.appPersistence.updateMany({ 'data.kind': 'claim', 'data.subject': inviteId }, { $inc: { 'data.at': -ms } });
}

describe('while a person redeems,', () => {
    it('a ban that follows the check is not lifted', async () => {
        const { body: invite } = await owner.invite(rid, 7, 2);
        const { body } = await redeemWith(invite.inviteToken, MARK, async () => {
            await addUserToRoom(scene.workspace.database, rid, guest.user);
            await banUser(scene.workspace.database, rid, guest.user, owner.user);
        });
        expect(body.errorType).toBe('error-user-is-banned');
        expect(await scene.workspace.database.subscriptions.count({ rid, 'u._id': guest.userId, 'status': 'BANNED' })).toBe(1);
        expect(await scene.members(rid)).toEqual([owner.user.username]);
        expect(await scene.usesOf(invite._id)).toBe(0);
    });

    it('being added by another person is success without a use', async () => {
        const { body: invite } = await owner.invite(rid, 7, 2);
        const { status } = await redeemWith(invite.inviteToken, MARK, () => addUserToRoom(scene.workspace.database, rid, guest.user));
        expect(status).toBe(200);
        expect(await scene.members(rid)).toContain(guest.user.username);
        expect(await scene.usesOf(invite._id)).toBe(0);
    });
});

describe('a redemption that was cut off', () => {
    it('before the join, with the last seat, is resumed by the same person', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        await cutOff(invite.inviteToken, JOIN);

        const other = await scene.person();
        expect((await other.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toEqual([guest, owner].map(({ user }) => user.username).sort());
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('and never resumed, releases its seat after a while', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        await cutOff(invite.inviteToken, JOIN);
        await ageClaims(invite._id, 11 * MINUTE);

        const other = await scene.person();
        expect((await other.redeem(invite.inviteToken)).status).toBe(200);
        expect((await guest.redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('after the join, counts', async () => {
        const { body: invite } = await owner.invite(rid, 7, 1);
        await cutOff(invite.inviteToken, MARK, 2);
        await ageClaims(invite._id, 11 * MINUTE);

        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
        expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
        expect(await scene.usesOf(invite._id)).toBe(1);
    });
});

it('a call that never returns delays others only for a moment', async () => {
    const { body: invite } = await owner.invite(rid, 7, 3);
    const stuck = await hang(invite.inviteToken, JOIN);
    const other = await scene.person();
    expect((await other.redeem(invite.inviteToken)).status).toBe(200);
    const answer = (await stuck.answer) as Awaited<ReturnType<Person['redeem']>>;
    expect({ status: answer.status, errorType: answer.body.errorType }).toEqual({ status: 500, errorType: 'error-internal' });
});

it('people can join a room whose creator was deleted, and the room stays unchanged', async () => {
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

it('a token is not valid once its room no longer accepts invites', async () => {
    const { body: invite } = await owner.invite(rid);
    await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { abacAttributes: [{ key: 'clearance', values: ['high'] }] } });
    expect((await scene.anonymous().app('POST', 'validateInviteToken', { token: invite.inviteToken })).body.valid).toBe(false);
});

it('rare HTTP methods get the same response as common ones', async () => {
    for (const method of ['PROPFIND', 'M-SEARCH', 'PURGE']) {
        expect((await guest.app(method, 'useInviteToken', {})).status).toBe(405);
    }
});

describe('names that people gave', () => {
    it('to rooms are shown as text, on one line, and shortened', async () => {
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

    it('to nobody are shown as typed, inside a code span that they cannot leave', async () => {
        const text = await owner.types(`/invite @a\`*b*[l](http://e)${'x'.repeat(300)}`, rid);
        expect(text.match(/`/g)).toHaveLength(2);
        expect(text.length).toBeLessThan(160);
    });
});

it('a person who is not in a room cannot add others by name, whatever their role', async () => {
    const open = await scene.room(owner, 'c');
    await scene.changeSetting('Add_User_Roles', 'user');
    const outsider = await scene.person();
    expect(await outsider.types(`/invite @${guest.user.username}`, open)).toContain('you are not a member of it');
    expect(await scene.members(open)).toEqual([owner.user.username]);
    await scene.changeSetting('Add_User_Roles', '');
});
