import { beforeEach, describe, expect, it } from '@jest/globals';

import { Modal, sendInteraction } from '../workspace/index.mts';
import { refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Links for certain people only, made and changed in the modal. */

const scene = await useScene();
const ann = await scene.person({ username: 'ann', email: 'ann@example.com' });
const bob = await scene.person({ username: 'bob', email: 'bob@other.example' });
const NOT_INVITED = { status: 403, errorType: 'error-not-invited' };
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person({ name: 'Olga' });
    rid = await scene.room(owner, 'p', { fname: 'Reading circle' });
});

async function audienceOf(id: string): Promise<unknown> {
    return (await owner.app('GET', `invites.info?inviteId=${id}`)).body.invite.audience;
}

async function create(audience: unknown): Promise<any> {
    return (await owner.app('POST', 'invites.create', { rid, audience })).body.invite;
}

async function details(person: Person = owner): Promise<Modal> {
    const modal = await Modal.byRoomAction(person, rid);
    return (await modal.press('Active links')).press('Manage 1');
}

async function redeem(person: Person, token: string): Promise<unknown> {
    const answer = await person.redeem(token);
    return answer.status === 200 ? 'joined' : refusal(answer);
}

describe('the form that creates a link', () => {
    it.each([
        ['@ann', 'It is only for @ann.', { usernames: ['ann'] }],
        ['for @ann,@scene-nobody-else', '', undefined],
        [
            'nur für @ann; EXAMPLE.com',
            'It is only for @ann, people with an address at example.com.',
            { usernames: ['ann'], emailDomains: ['example.com'] },
        ],
        ['example.com or example.org', 'people with an address at example.org', { emailDomains: ['example.com', 'example.org'] }],
    ])('takes "%s"', async (typed, sentence, audience) => {
        const modal = await Modal.byRoomAction(owner, rid);
        await modal.fill({ audience: typed }).submit();
        if (!audience) {
            expect(modal.errors).toEqual({ audience: 'There is no user called scene-nobody-else.' });
            return;
        }
        expect(modal.text).toContain(sentence);
        const token = String(modal.fields.link).split('#')[1]!;
        expect(await redeem(bob, token)).toMatchObject(NOT_INVITED);
        expect(await redeem(ann, token)).toBe('joined');
        const { body } = await owner.app('GET', 'invites.list?userId=me');
        expect(body.invites).toMatchObject([{ audience, maxUses: 0 }]);
    });

    it('takes a role of the workspace', async () => {
        const modal = await Modal.byRoomAction(owner, rid);
        expect(modal.text).toContain('`@user`, `example.com`, `role admin`');
        await modal.fill({ audience: 'role admin' }).submit();
        const token = String(modal.fields.link).split('#')[1]!;
        expect(await redeem(ann, token)).toMatchObject(NOT_INVITED);
        expect(await redeem(scene.admin, token)).toBe('joined');
    });

    it('makes another link for certain people, and finds the one for everybody again', async () => {
        const { body: plain } = await owner.invite(rid);
        const modal = await (await Modal.byRoomAction(owner, rid)).fill({ audience: '@ann' }).submit();
        expect(String(modal.fields.link)).not.toContain(plain.inviteToken);
        expect(await redeem(bob, plain.inviteToken)).toBe('joined');
        for (const everybody of ['', ' for everyone ']) {
            const again = await (await Modal.byRoomAction(owner, rid)).fill({ audience: everybody }).submit();
            expect(String(again.fields.link)).toContain(plain.inviteToken);
        }
    });

    it.each([
        ['ann', 'I don’t understand “ann”. Enter usernames, domains or roles like this: @user, example.com or role admin.'],
        ['@ann and ABCDEFGHJKLMNPQR', 'I don’t understand “<link>”. Enter usernames, domains or roles like this: @user, example.com or role admin.'],
        ['ann@example.com', /^I don’t understand “ann@example.com”\./],
        ['@ann role', /^I don’t understand “role”\./],
        ['example.com, @nobody', 'There is no user called nobody.'],
        ['role owner', 'This workspace has no role called owner. Roles in a room, such as owner, do not count.'],
        ['role "no such role"', /^This workspace has no role called no such role\./],
        ['a`b*c', /^I don’t understand “a'b\*c”\./],
        ['@ann '.repeat(51), 'A link can be for at most 50 people, 50 domains and 50 roles.'],
    ])('explains what is wrong with %j, and creates nothing', async (typed, error) => {
        const modal = await Modal.byRoomAction(owner, rid);
        const before = await scene.storeSnapshot();
        await modal.fill({ audience: typed }).submit();
        expect(modal.errors).toEqual({ audience: typeof error === 'string' ? error : expect.stringMatching(error) });
        expect(modal.fields.audience).toBe(typed);
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('speaks the language of its reader', async () => {
        const olga = await scene.person({ language: 'de' });
        await scene.add(rid, olga, 'owner');
        const modal = await Modal.byRoomAction(olga, rid);
        expect(modal.text).toMatch(
            /Nur für\nBenutzernamen, E-Mail-Domains oder Rollen: `@name`, `example.com`, `Rolle admin`\. Leer: für alle mit dem Link\./,
        );
        await modal.fill({ audience: 'anne' }).submit();
        expect(modal.errors).toEqual({
            audience: '„anne“ verstehe ich nicht. Gib Benutzernamen, Domains oder Rollen so ein: @name, example.com oder Rolle admin.',
        });
        await modal.fill({ audience: '@niemand' }).submit();
        expect(modal.errors).toEqual({ audience: 'Es gibt keinen Benutzer mit dem Namen niemand.' });
        await modal.fill({ audience: '@ann oder Rolle admin' }).submit();
        expect(modal.text).toContain('Er ist nur für @ann, Personen mit der Rolle admin.');
    });
});

describe('the form that changes a link', () => {
    it('shows the people, changes them, and opens the link to everybody', async () => {
        const { _id, inviteToken } = await create({ usernames: ['bob'], emailDomains: ['other.example'] });
        const modal = await details();
        expect(modal.text).toContain('It is only for @bob, people with an address at other.example.');
        await modal.press('Edit');
        expect(modal.fields['edit-audience']).toBe('@bob, other.example');
        await modal.fill({ 'edit-audience': '@ann' }).submit();
        expect(modal.text).toMatch(/Changed\.[^]*It is only for @ann\./);
        expect(await redeem(bob, inviteToken)).toMatchObject(NOT_INVITED);
        expect(await redeem(ann, inviteToken)).toBe('joined');
        await modal.press('Edit');
        await modal.fill({ 'edit-audience': '' }).submit();
        expect(modal.text).not.toContain('only for');
        expect(await audienceOf(_id)).toBeNull();
        expect(await redeem(bob, inviteToken)).toBe('joined');
    });

    it('reads what it shows of roles, in another language too', async () => {
        await scene.workspace.database.roles.insertOne({ _id: 'sales', name: 'Sales team', scope: 'Users', protected: false } as never);
        const { _id } = await create({ roles: ['admin', 'Sales team'] });
        const olga = await scene.person({ language: 'fr' });
        await scene.add(rid, olga, 'owner');
        const modal = await (await (await Modal.byRoomAction(olga, rid)).press('Liens actifs')).press('Gérer le lien 1');
        await modal.press('Modifier');
        expect(modal.fields['edit-audience']).toBe('rôle admin, rôle "Sales team"');
        await modal.fill({ 'edit-audience': 'rôle "Sales team"' }).submit();
        expect(await audienceOf(_id)).toEqual({ roles: ['Sales team'] });
    });

    it('explains what is wrong at the field, and changes nothing else either', async () => {
        const { _id } = await create({ usernames: ['ann'] });
        const modal = await (await details()).press('Edit');
        const before = await scene.storeSnapshot();
        for (const [typed, error] of [
            ['@nobody', 'There is no user called nobody.'],
            ['@ann, everything', /“everything”/],
            ['role nothing', /role called nothing/],
        ] as const) {
            await modal.fill({ 'edit-label': 'Fair', 'edit-audience': typed }).submit();
            expect(modal.errors).toEqual({ 'edit-audience': expect.stringMatching(error) });
        }
        expect(await scene.storeSnapshot()).toBe(before);
        expect(await audienceOf(_id)).toEqual({ usernames: ['ann'] });
    });

    it('keeps people that it cannot show, unless the field is changed', async () => {
        const gone = await scene.person();
        const { _id, inviteToken } = await create({ usernames: [gone.user.username!] });
        await scene.workspace.database.users.deleteOne({ _id: gone.userId! });
        const modal = await (await details()).press('Edit');
        expect(modal.fields['edit-audience']).toBe('');
        await modal.fill({ 'edit-label': 'Fair' }).submit();
        expect(modal.text).toContain('*Fair*');
        expect(await redeem(ann, inviteToken)).toMatchObject(NOT_INVITED);
        await modal.press('Edit');
        await modal.fill({ 'edit-audience': 'for everyone' }).submit();
        expect(await audienceOf(_id)).toBeNull();
    });

    it('of an earlier version of the app keeps the people', async () => {
        const { _id, inviteToken } = await create({ usernames: ['ann'] });
        const { view, fieldIds } = await (await details()).press('Edit');
        const blocks = view.blocks.filter(({ blockId }) => !blockId.startsWith('edit-audience'));
        const state = Object.fromEntries(fieldIds.filter((id) => !id.startsWith('edit-audience')).map((id) => [id, {}]));
        const { body } = await sendInteraction(owner, { type: 'viewSubmit', viewId: view.id, payload: { view: { ...view, blocks, state } } });
        expect(body).toMatchObject({ type: 'modal.update' });
        expect(await audienceOf(_id)).toEqual({ usernames: ['ann'] });
        expect(await redeem(bob, inviteToken)).toMatchObject(NOT_INVITED);
    });

    it('does nothing for people who do not manage the link', async () => {
        const { _id } = await create({ usernames: ['ann'] });
        const { view, fieldIds } = await (await details()).press('Edit');
        const audience = fieldIds.find((id) => id.startsWith('edit-audience'))!;
        const before = await scene.storeSnapshot();
        const state = { [audience]: { [audience]: '@bob' } };
        const { body } = await sendInteraction(bob, { type: 'viewSubmit', viewId: view.id, payload: { view: { ...view, state } } });
        expect(body.type).toBe('errors');
        expect(await scene.storeSnapshot()).toBe(before);
        expect(await audienceOf(_id)).toEqual({ usernames: ['ann'] });
    });
});
