import { beforeAll, beforeEach, expect, it } from '@jest/globals';

import { Modal } from '../workspace/index.mts';
import type { Person } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
let owner: Person;
let rid: string;

beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner);
});

interface Line {
    operation: string;
    who: string;
    invite?: string;
    outcome: string;
    calls: number;
    ms: number;
}

/** Returns the app's log lines about one caller's operations. */
async function linesOf(userId: string): Promise<Line[]> {
    const { body } = await scene.adminApi('GET', 'logs');
    const entries = body.logs.flatMap((log: { entries: { severity: string; args: unknown[] }[] }) => log.entries);
    return entries
        .filter(({ severity }: { severity: string }) => severity === 'info')
        .map(({ args }: { args: [unknown] }) => (typeof args[0] === 'string' ? parsed(args[0]) : args[0]))
        .filter((line: Line | undefined) => line?.who === userId);
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

it('every operation logs one line: caller, invite, outcome, number of calls and ms', async () => {
    const { body } = await owner.invite(rid, 7, 1);
    await owner.invite(rid, -1);
    const guest = await scene.person();
    await guest.redeem(body.inviteToken);
    const late = await scene.person();
    await late.redeem(body.inviteToken);
    await owner.types('/invite list', rid);
    await (await Modal.byRoomAction(owner, rid)).press('Active links');
    await owner.app('PUT', 'inviteInfo');
    await owner.app('DELETE', `removeInvite/${body._id}`);

    const line = (operation: string, outcome: string, invite?: string): unknown => ({
        operation,
        who: owner.userId,
        outcome,
        ...(invite !== undefined && { invite }),
        calls: expect.any(Number) as unknown as number,
        depth: expect.any(Number) as unknown as number,
        ms: expect.any(Number) as unknown as number,
    });
    expect(await linesOf(owner.userId!)).toEqual([
        line('findOrCreateInvite', 'created', body._id),
        line('findOrCreateInvite', 'invalid-number-of-days'),
        line('/invite list', 'ok'),
        line('modal open', 'ok'),
        line('modal form-list', 'ok'),
        line('inviteInfo', 'method-not-allowed'),
        line('removeInvite/:_id', 'revoked', body._id),
    ]);
    expect(await linesOf(guest.userId!)).toMatchObject([{ operation: 'useInviteToken', outcome: 'joined', invite: body._id }]);
    expect(await linesOf(late.userId!)).toMatchObject([{ operation: 'useInviteToken', outcome: 'error-invite-token-expired', invite: body._id }]);
});

it('an operation whose reply cannot be shown still logs its line', async () => {
    await scene.intercept(
        ({ name }, proceed) => (/notifyUser/i.test(name) ? Promise.reject(new Error('The client is gone')) : proceed()),
        () => owner.request('POST', '/api/v1/commands.run', { command: 'invite', params: 'create', roomId: rid }),
    );
    expect(await linesOf(owner.userId!)).toMatchObject([{ operation: '/invite create', outcome: 'created' }]);
});

it('jobs log a line as well, and what they report', async () => {
    const { body } = await owner.invite(rid);
    const { appPersistence } = scene.workspace.database;
    await appPersistence.updateOne({ 'data.id': body._id }, { $set: { 'data.version': 99 } });
    const nights = async (): Promise<unknown[]> => (await linesOf('scheduler')).filter(({ operation }) => operation === 'clean-up');
    const before = (await nights()).length;
    await scene.workspace.night();
    expect((await nights()).slice(before)).toMatchObject([{ outcome: 'ok' }]);
    expect((await scene.logged()).join('\n')).toContain(`A record cannot be read and is passed over: invite ${body._id}, version 99`);
    await appPersistence.deleteMany({ 'data.id': body._id });

    const failedNight = scene.intercept(
        () => Promise.reject(new Error('The database is gone')),
        () => scene.workspace.night(),
    );
    await expect(failedNight).rejects.toBeDefined();
    expect((await nights()).at(-1)).toMatchObject({ outcome: 'error-internal' });
    expect((await scene.logged()).join('\n')).toContain('clean-up failed');
});

it('counts the calls that the server gets', async () => {
    const { body } = await owner.invite(rid, 7, 3);
    const guest = await scene.person();
    const calls = await scene.callsDuring(() => guest.redeem(body.inviteToken));
    expect((await linesOf(guest.userId!))[0]!.calls).toBe(calls.length);
});
