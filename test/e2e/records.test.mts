import { expect, it } from '@jest/globals';

import { MANIFEST } from '../project.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();

it.each([
    ['another kind', { 'data.kind': 'something' }],
    ['a newer version', { 'data.version': 3 }],
    ['no token', { 'data.token': '' }],
    ['a number for a room', { 'data.rooms': [7] }],
    ['no room', { 'data.rooms': [] }],
    ['a negative end', { 'data.expires': -1 }],
    ['an unknown notice', { 'data.notify': 'always' }],
    ['a text for an audience', { 'data.audience': 'everybody' }],
    ['a text for a number', { 'data.maxUses': 'three' }],
])('an invite record with %s admits nobody, is logged, left out of lists and not changed', async (_what, damage) => {
    const rid = await scene.room(owner);
    const { body: damaged } = await owner.invite(rid, 7, 3);
    const { body: sound } = await owner.invite(rid, 8, 3);
    const { database } = scene.workspace;
    await database.appPersistence.updateOne({ 'data.id': damaged._id }, { $set: damage });
    const record = await database.appPersistence.findOne({ 'data.id': damaged._id });

    expect((await (await scene.person()).redeem(damaged.inviteToken)).body.errorType).toBe('error-invalid-token');
    const { status, body } = await scene.admin.app('GET', 'listInvites');
    expect(status).toBe(200);
    expect(body.map(({ _id }: { _id: string }) => _id)).not.toContain(damaged._id);
    expect(body.map(({ _id }: { _id: string }) => _id)).toContain(sound._id);
    expect((await owner.invite(rid, 7, 3)).body._id).not.toBe(damaged._id);
    expect(await scene.logged()).toContainEqual(expect.stringContaining(damaged._id));
    expect(await database.appPersistence.findOne({ 'data.id': damaged._id })).toEqual(record);
});

it('an unreadable claim holds its seat, because one too few is better than one too many', async () => {
    const rid = await scene.room(owner);
    const { body: invite } = await owner.invite(rid, 7, 2);
    await (await scene.person()).redeem(invite.inviteToken);
    await scene.workspace.database.appPersistence.updateOne(
        { 'data.kind': 'claim', 'data.subject': invite._id },
        { $set: { 'data.state': 'unknown' } },
    );
    expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
    expect((await (await scene.person()).redeem(invite.inviteToken)).body.errorType).toBe('error-invite-token-expired');
});

it('an unreadable count of uses is left out, and not changed', async () => {
    const { database } = scene.workspace;
    const { body: invite } = await owner.invite(await scene.room(owner), 7, 0);
    const counter = { kind: 'tally', version: 1, id: 'damaged', inviteId: invite._id, uses: 'one', lastAt: 0 };
    const associations = ['tally:damaged', `tallies-of:${invite._id}`, 'tallies'].map((id) => ({ model: 'misc', id }));
    await database.appPersistence.insertOne({ _id: 'damaged', appId: MANIFEST.id, associations, data: counter });
    await (await scene.person()).redeem(invite.inviteToken);
    expect(await scene.usesOf(invite._id)).toBe(1);
    expect(await database.appPersistence.find({ 'data.id': 'damaged' })).toMatchObject([{ data: counter }]);
});

it('an unreadable count of wrong tokens does not stop the person', async () => {
    const { database } = scene.workspace;
    const guest = await scene.person();
    const { body: invite } = await owner.invite(await scene.room(owner));
    await guest.redeem('AAAAAAAAAAAAAAAA');
    await database.appPersistence.updateOne({ 'data.userId': guest.userId, 'data.kind': 'wrong-tokens' }, { $set: { 'data.count': -1 } });
    expect((await guest.redeem('AAAAAAAAAAAAAAAB')).body.errorType).toBe('error-invalid-token');
    expect((await guest.redeem(invite.inviteToken)).status).toBe(200);
});

it('the token of another invite is not issued again', async () => {
    const rid = await scene.room(owner);
    const { database } = scene.workspace;
    const { body: old } = await owner.invite(rid, 9);
    const taken = (await database.appPersistence.findOne({ 'data.id': old._id }))!.data;
    const lookedUp: string[] = [];
    const { status, body } = await scene.intercept(
        async ({ name, args }, proceed) => {
            const label = JSON.stringify(args[0]);
            if (name !== 'accessor:getReader:getPersistenceReader:readByAssociations' || !label.includes('invite-token:')) {
                return proceed();
            }
            lookedUp.push(label);
            // The first random token already belongs to another invite.
            return lookedUp.length === 1 ? [taken] : proceed();
        },
        () => owner.invite(rid, 10),
    );
    expect(status).toBe(200);
    expect({ lookedUp: lookedUp.length, different: new Set(lookedUp).size }).toEqual({ lookedUp: 2, different: 2 });
    expect(body.inviteToken).not.toBe(old.inviteToken);
});
