import { beforeEach, describe, expect, it } from '@jest/globals';

import { MANIFEST, PACKAGE_UNDER_TEST } from '../project.mts';
import { refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** The tests share one workspace. The last one removes the app. */

const scene = await useScene();
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner, 'c');
});

const update = (): ReturnType<typeof scene.install> => scene.install(PACKAGE_UNDER_TEST, `/api/apps/${MANIFEST.id}`);
const status = async (): Promise<string> => (await scene.adminApi('GET', '')).body.app.status;

describe('data of a newer version', () => {
    it('stays unchanged, and the app stays disabled with a reason until the newer version is back', async () => {
        const { body: invite } = await owner.invite(rid, 7, 3);
        const records = scene.workspace.database.appPersistence;
        const mark = await records.findOne({ 'data.kind': 'data-version' });
        await records.updateOne({ _id: mark!._id }, { $set: { 'data.version': 3 } });
        const before = await scene.storeSnapshot();

        await update();

        expect(await status()).not.toMatch(/enabled$/);
        expect((await owner.invite(rid, 7, 3)).status).toBe(404);
        expect(await scene.storeSnapshot()).toBe(before);
        expect((await scene.logged()).join('\n')).toContain(
            'written by a newer version of the app, which this one cannot read. Nothing was changed.',
        );

        await records.updateOne({ _id: mark!._id }, { $set: { 'data.version': 2 } });
        await update();
        await scene.adminApi('POST', 'status', { status: 'manually_enabled' });
        expect((await owner.invite(rid, 7, 3)).body._id).toBe(invite._id);
    });
});

describe('a database that does not answer when the app is enabled', () => {
    /** Disables and enables the app while the first `times` matching calls fail. */
    async function reenable(call: RegExp, times: number): Promise<void> {
        await scene.adminApi('POST', 'status', { status: 'manually_disabled' });
        let failed = 0;
        await scene.intercept(
            ({ name }, proceed) => (call.test(name) && failed++ < times ? Promise.reject(new Error('The database is gone')) : proceed()),
            () => scene.adminApi('POST', 'status', { status: 'manually_enabled' }),
        );
    }

    it('is called again', async () => {
        await reenable(/readByAssociations/i, 2);
        expect((await owner.invite(rid)).status).toBe(200);
    });

    it('leaves the app disabled, which says why', async () => {
        await reenable(/readByAssociations/i, Infinity);
        expect(await status()).not.toMatch(/enabled$/);
        expect((await scene.logged()).join('\n')).toContain('The app stays disabled, because what it has stored could not be read');
        await scene.adminApi('POST', 'status', { status: 'manually_enabled' });
        expect((await owner.invite(rid)).status).toBe(200);
    });

    it('leaves /invite to the server if only its settings cannot be read', async () => {
        await reenable(/getSettings:getValueById/, Infinity);
        expect((await owner.invite(rid)).status).toBe(200);
        expect((await scene.logged()).join('\n')).toContain('/invite could not be taken over; /invite-link works.');
    });
});

it('stores the data version at night if it could not at installation', async () => {
    const { appPersistence } = scene.workspace.database;
    await appPersistence.deleteMany({ 'data.kind': 'data-version' });
    await scene.workspace.night();
    expect((await appPersistence.find({ 'data.kind': 'data-version' })).map(({ data }) => data)).toMatchObject([{ version: 2 }]);
});

it('keeps its data over updating, disabling, enabling and restarting, and nothing over removing', async () => {
    const { body: invite } = await owner.invite(rid, 7, 9);
    const works = async (uses: number): Promise<void> => {
        expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
        expect((await owner.invite(rid, 7, 9)).body).toMatchObject({ _id: invite._id, uses });
        const stored = await scene.storeSnapshot();
        expect(stored.match(/"kind":"data-version"/g)).toHaveLength(1);
    };
    await works(1);
    await update();
    await works(2);
    const before = await scene.storeSnapshot();
    await scene.adminApi('POST', 'status', { status: 'manually_disabled' });
    expect(await scene.storeSnapshot()).toBe(before);
    await scene.adminApi('POST', 'status', { status: 'manually_enabled' });
    await works(3);
    await scene.workspace.restart();
    await works(4);
    await scene.admin.request('DELETE', `/api/apps/${MANIFEST.id}`);
    expect(await scene.storeSnapshot()).toBe('[]');
    await scene.install(PACKAGE_UNDER_TEST);
    expect(refusal(await (await scene.person()).redeem(invite.inviteToken))).toMatchObject({ errorType: 'error-invalid-token' });
    expect((await owner.invite(rid, 7, 9)).body.uses).toBe(0);
});
