import { describe, expect, it } from '@jest/globals';

import { LINK, marksClaim, refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Invites for certain people only. */

const scene = await useScene();
const owner = await scene.person({ username: 'olga' });
const rid = await scene.room(owner);
const ann = await scene.person({ username: 'ann', email: 'ann@example.com' });
const bob = await scene.person({ username: 'bob', email: 'Bob@Sub.Example.com' });
const NOT_INVITED = { status: 403, errorType: 'error-not-invited' };

async function create(audience: unknown, fields: object = {}): Promise<any> {
    return (await owner.app('POST', 'invites.create', { rid, audience, ...fields })).body.invite;
}

describe('an invite for certain people', () => {
    it.each([
        ['usernames', { usernames: ['ann'] }],
        ['a domain', { emailDomains: ['EXAMPLE.com'] }],
        ['both', { usernames: ['ann', 'bob'], emailDomains: ['example.com'] }],
    ])('by %s lets them in and nobody else', async (_what, audience) => {
        const { inviteToken } = await create(audience);
        expect(refusal(await bob.redeem(inviteToken))).toMatchObject(NOT_INVITED);
        expect((await ann.redeem(inviteToken)).status).toBe(200);
        expect(await scene.members(rid)).toContain('ann');
        expect(await scene.members(rid)).not.toContain('bob');
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: ann.userId });
    });

    it('by role lets in who has it', async () => {
        const { inviteToken, audience } = await create({ roles: ['admin'] });
        expect(audience).toEqual({ roles: ['admin'] });
        expect(refusal(await ann.redeem(inviteToken))).toMatchObject(NOT_INVITED);
        expect((await scene.admin.redeem(inviteToken)).status).toBe(200);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: scene.admin.userId });
    });

    it('does not count an address that the server has not verified', async () => {
        const { inviteToken } = await create({ emailDomains: ['example.com'] });
        const carol = await scene.person();
        const emails = [{ address: 'carol@example.com', verified: false }];
        await scene.workspace.database.users.updateOne({ _id: carol.userId! }, { $set: { emails } });
        expect(refusal(await carol.redeem(inviteToken))).toMatchObject(NOT_INVITED);
    });

    it('follows a person who renames themselves, and not who takes the name', async () => {
        const guest = await scene.person({ username: 'first' });
        const other = await scene.person({ username: 'second' });
        const invite = await create({ usernames: ['first'] });
        await scene.workspace.database.users.updateOne({ _id: guest.userId! }, { $set: { username: 'renamed' } });
        await scene.workspace.database.users.updateOne({ _id: other.userId! }, { $set: { username: 'first' } });
        expect(refusal(await other.redeem(invite.inviteToken))).toMatchObject(NOT_INVITED);
        const { body } = await owner.app('GET', `invites.info?inviteId=${invite._id}`);
        expect(body.invite.audience).toEqual({ usernames: ['renamed'] });
        expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
    });

    it('tells the others nothing of the room, on every way in', async () => {
        const { inviteToken } = await create({ usernames: ['ann'] });
        const room = (await scene.workspace.database.rooms.findOne({ _id: rid }))!;
        const elsewhere = await scene.room(bob);
        const answers = [
            JSON.stringify((await bob.redeem(inviteToken)).body),
            JSON.stringify((await bob.app('POST', 'inviteInfo', { token: inviteToken })).body),
            await bob.types(`/invite-link use ${inviteToken}`, elsewhere),
            await bob.types(`/invite-link ${LINK(scene.workspace, inviteToken)}`, elsewhere),
        ];
        expect(answers.filter((text) => text.includes(room.name!) || text.includes(rid))).toEqual([]);
        expect(answers.slice(0, 2).every((text) => text.includes('error-not-invited'))).toBe(true);
        expect(answers.slice(2).every((text) => text.includes('This link is for other people'))).toBe(true);
    });

    it('lets its creator see it', async () => {
        const { inviteToken } = await create({ usernames: ['ann'] });
        expect((await owner.app('POST', 'inviteInfo', { token: inviteToken })).body).toMatchObject({ member: true });
    });

    it('keeps a refusal in its history', async () => {
        const { _id, inviteToken } = await create({ usernames: ['ann'] });
        await bob.redeem(inviteToken);
        const { body } = await owner.app('GET', `invites.joins?inviteId=${_id}`);
        expect(body.joins).toMatchObject([{ person: { username: 'bob' }, outcome: 'not-invited' }]);
    });
});

describe('an edit of the audience', () => {
    it('holds for whoever redeems after it', async () => {
        const { _id, inviteToken } = await create(null);
        const { body } = await owner.app('POST', 'invites.update', { inviteId: _id, audience: { usernames: ['ann'] } });
        expect(body.invite).toMatchObject({ audience: { usernames: ['ann'] }, inviteToken });
        expect(refusal(await bob.redeem(inviteToken))).toMatchObject(NOT_INVITED);
        await owner.app('POST', 'invites.update', { inviteId: _id, audience: null });
        expect((await bob.redeem(inviteToken)).status).toBe(200);
        await owner.rest('POST', 'groups.kick', { roomId: rid, userId: bob.userId });
    });

    it('during a redemption refuses whoever is no longer invited', async () => {
        const { _id, inviteToken } = await create(null);
        let isEdited = false;
        const answer = await scene.intercept(
            async (call, proceed) => {
                const result = await proceed();
                if (!isEdited && marksClaim(call)) {
                    isEdited = true;
                    const edited = await owner.app('POST', 'invites.update', { inviteId: _id, audience: { usernames: ['ann'] } });
                    expect(edited.status).toBe(200);
                }
                return result;
            },
            () => bob.redeem(inviteToken),
        );
        expect(isEdited).toBe(true);
        expect(refusal(answer)).toMatchObject(NOT_INVITED);
        expect(await scene.members(rid)).not.toContain('bob');
    });
});

describe('an audience that is not valid', () => {
    it.each([
        ['an unknown person', { usernames: ['nobody'] }],
        ['an unknown role', { roles: ['nothing'] }],
        ['a role in rooms', { roles: ['owner'] }],
        ['no domain', { emailDomains: ['example'] }],
        ['another field', { people: ['ann'] }],
        ['no list', { usernames: 'ann' }],
        ['a list', ['ann']],
        ['an empty list', { usernames: [] }],
        ['too many names', { usernames: Array.from({ length: 51 }, () => 'ann') }],
    ])('%s is refused and changes nothing', async (_what, audience) => {
        const before = await scene.storeSnapshot();
        const answer = await owner.app('POST', 'invites.create', { rid, audience });
        expect(refusal(answer)).toMatchObject({ status: 400, errorType: 'invalid-params', field: 'audience' });
        expect(await scene.storeSnapshot()).toBe(before);
    });
});

it.each([{ usernames: ['ann', 'nobody'] }, { roles: ['nobody'] }])('the refusal of %j names what does not exist', async (audience) => {
    const { body } = await owner.app('POST', 'invites.create', { rid, audience });
    expect(body.details).toEqual({ field: 'audience', name: 'nobody' });
});

describe('in chat', () => {
    async function linkOf(person: Person, line: string): Promise<{ text: string; token: string }> {
        const text = await person.types(line, rid);
        return { text, token: /join#(\w+)/.exec(text)?.[1] ?? '' };
    }

    it.each([
        ['/invite-link create 3d for @ann', 'It is only for @ann.'],
        ['/invite-link create for @ann or @bob x5 7d', 'It is only for @ann, @bob.'],
        ['/invite-link create for example.com', 'It is only for people with an address at example.com.'],
        ['/invite-link erstellen 3 Tage nur für @ann', 'It is only for @ann.'],
        ['/invite-link create 3d for role admin x5', 'It is only for people with the role admin.'],
        ['/invite-link create 3d für @ann oder Rolle "admin"', 'It is only for @ann, people with the role admin.'],
    ])('%s', async (line, sentence) => {
        const { text, token } = await linkOf(owner, line);
        expect(text).toContain(sentence);
        expect(token).not.toBe('');
        const stranger = await scene.person();
        expect(refusal(await stranger.redeem(token))).toMatchObject(NOT_INVITED);
    });

    it('"for 3 people" is a number of uses, and "for everyone" no limit', async () => {
        expect((await linkOf(owner, '/invite-link create 9d for 3 people')).text).toContain('3 of 3 uses left');
        expect((await linkOf(owner, '/invite-link create 9d for everyone')).text).toContain('Any number of people');
    });

    it('an unknown person or role is refused', async () => {
        expect((await linkOf(owner, '/invite-link create 3d for @nobody')).text).toContain('There is no user called `nobody`.');
        expect((await linkOf(owner, '/invite-link create 3d for role owner')).text).toBe(
            'This workspace has no role called `owner`. Roles in a room, such as owner, do not count.',
        );
    });

    it('an edit opens the link to all again', async () => {
        const { _id, inviteToken } = await create({ usernames: ['ann'] });
        expect(await owner.types(`/invite-link edit ${_id} for all`, rid)).not.toContain('only for');
        const guest = await scene.person();
        expect((await guest.redeem(inviteToken)).status).toBe(200);
    });
});
