import { describe, expect, it } from '@jest/globals';

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

it.each([
    ['wrong-tokens', { 'data.since': 'long ago' }],
    ['notice', { 'data.version': 9 }],
    ['shown-list', { 'data.ids': 'all' }],
])('an unreadable record of kind %s stays as it is through the night', async (kind, damage) => {
    const { appPersistence } = scene.workspace.database;
    const guest = await scene.person();
    const rid = await scene.room(owner);
    const { body: invite } = await owner.invite(rid);
    await guest.redeem('AAAAAAAAAAAAAAAA');
    await guest.redeem(invite.inviteToken);
    await owner.types('/invite-link list', rid);
    await scene.workspace.jobsDone();
    const damaged = (await appPersistence.find({ 'data.kind': kind })).at(-1)!;
    await appPersistence.updateOne({ _id: damaged._id }, { $set: damage });
    const record = await appPersistence.findOne({ _id: damaged._id });
    await owner.app('DELETE', `removeInvite/${invite._id}`);
    await scene.workspace.night();
    expect(await appPersistence.findOne({ _id: damaged._id })).toEqual(record);
    expect(await scene.logged()).toContainEqual(expect.stringContaining(`cannot be read and is passed over: ${kind}`));
    await appPersistence.deleteMany({ _id: damaged._id });
});

it('of two counts of wrong tokens by parallel requests, the higher one counts', async () => {
    const { appPersistence } = scene.workspace.database;
    const guest = await scene.person();
    await guest.redeem('AAAAAAAAAAAAAAAA');
    const counted = (await appPersistence.findOne({ 'data.kind': 'wrong-tokens', 'data.userId': guest.userId }))!;
    await appPersistence.insertOne({ ...counted, _id: 'parallel', data: { ...counted.data, count: 1000 } });
    expect((await guest.redeem('AAAAAAAAAAAAAAAB')).body.errorType).toBe('error-too-many-requests');
});

describe('records that the server', () => {
    const READ = 'accessor:getReader:getPersistenceReader:readByAssociations';

    it('does not hand out are never taken for none', async () => {
        const rid = await scene.room(owner);
        await owner.invite(rid);
        const before = await scene.storeSnapshot();
        const { status } = await scene.intercept(
            ({ name }, proceed) => (name === READ ? Promise.resolve(undefined) : proceed()),
            () => owner.invite(rid),
        );
        expect(status).toBe(500);
        expect(await scene.storeSnapshot()).toBe(before);
        expect((await scene.logged()).join()).toContain('The records could not be read');
    });

    it('did not store are never taken for stored', async () => {
        const rid = await scene.room(owner);
        const { status, body } = await scene.intercept(
            ({ name }, proceed) => (name.endsWith('createWithAssociations') ? Promise.resolve(undefined) : proceed()),
            () => owner.invite(rid),
        );
        expect({ status, token: body.inviteToken }).toEqual({ status: 500, token: undefined });
        expect((await scene.logged()).join()).toContain('The record could not be written');
    });

    it('hands out empty are passed over', async () => {
        const rid = await scene.room(owner);
        const { body } = await owner.invite(rid);
        const again = await scene.intercept(
            async ({ name }, proceed) => {
                const read = await proceed();
                return name === READ && Array.isArray(read) ? [null, ...read] : read;
            },
            () => owner.invite(rid),
        );
        expect(again.body._id).toBe(body._id);
        expect((await scene.logged()).join()).toContain('passed over: undefined undefined, version undefined');
    });
});
