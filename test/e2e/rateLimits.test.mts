import { beforeEach, describe, expect, it } from '@jest/globals';

import type { Person } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
let owner: Person;
let rid: string;
let token: string;

const WRONG = 'AAAAAAAAAAAAAAAA';

beforeEach(async () => {
    owner = await scene.person();
    rid = await scene.room(owner);
    token = (await owner.invite(rid)).body.inviteToken;
});

async function guess(person: Person, times: number): Promise<void> {
    for (let tries = 0; tries < times; tries++) {
        expect((await person.redeem(WRONG)).body.errorType).toBe('error-invalid-token');
    }
}

const WAITS = {
    status: 429,
    body: { success: false, errorType: 'error-too-many-requests', error: 'Too many wrong tokens. Wait, then try again' },
};

describe('after ten wrong tokens', () => {
    it('a person waits, whatever they try next, and reads for how long', async () => {
        const guesser = await scene.person();
        await guess(guesser, 9);
        await guesser.app('POST', 'inviteInfo', { token: 'no-token-at-all' });
        for (const answer of [await guesser.redeem(WRONG), await guesser.redeem(token), await guesser.app('POST', 'inviteInfo', { token })]) {
            expect(answer).toMatchObject(WAITS);
            const seconds = Number(answer.headers.get('retry-after'));
            expect(seconds).toBeGreaterThan(0);
            expect(seconds).toBeLessThanOrEqual(600);
        }
        const elsewhere = await scene.room(guesser, 'c');
        expect(await guesser.types(`/invite-link use ${token}`, elsewhere)).toMatch(/^Too many wrong links\. Wait \d+ minutes, then try again\.$/);
        expect(await scene.members(rid)).not.toContain(guesser.user.username);
    });

    it('a person waits after a restart of the server, too', async () => {
        const guesser = await scene.person();
        await guess(guesser, 10);
        await scene.workspace.restart();
        expect(await guesser.redeem(WRONG)).toMatchObject(WAITS);
        expect(await guesser.redeem(token)).toMatchObject(WAITS);
    });

    it('nobody else waits', async () => {
        await guess(await scene.person(), 10);
        expect((await (await scene.person()).redeem(token)).status).toBe(200);
    });

    it('tokens typed in commands count as well', async () => {
        const guesser = await scene.person();
        const elsewhere = await scene.room(guesser, 'c');
        for (let tries = 0; tries < 10; tries++) {
            await guesser.types(`/invite-link use ${WRONG}`, elsewhere);
        }
        expect(await guesser.redeem(token)).toMatchObject(WAITS);
    });

    it('tokens to revoke count as well, because they reveal as much', async () => {
        const guesser = await scene.person();
        const elsewhere = await scene.room(guesser, 'c');
        for (let tries = 0; tries < 10; tries++) {
            await guesser.types(`/invite-link revoke ${WRONG}`, elsewhere);
        }
        expect(await guesser.redeem(token)).toMatchObject(WAITS);
    });
});

it('valid tokens never count, even expired, used-up or repeated ones', async () => {
    const person = await scene.person();
    const { body: usedUp } = await owner.invite(rid, 6, 1);
    await (await scene.person()).redeem(usedUp.inviteToken);
    const { body: expired } = await owner.invite(rid, 1);
    await scene.ageInvite(expired._id, 24 * 3600 * 1000);
    for (let tries = 0; tries < 6; tries++) {
        expect((await person.redeem(usedUp.inviteToken)).status).toBe(400);
        expect((await person.redeem(expired.inviteToken)).status).toBe(400);
    }
    expect((await person.redeem(token)).status).toBe(200);
    expect((await person.redeem(token)).status).toBe(200);
});

describe('validateInviteToken', () => {
    it('makes anonymous callers wait after very many wrong tokens, and still accepts a valid one', async () => {
        const anonymous = scene.anonymous();
        const ask = (candidate: string) => anonymous.app('POST', 'validateInviteToken', { token: candidate });
        for (let tries = 0; tries < 20; tries++) {
            const answers = await Promise.all(Array.from({ length: 50 }, () => ask('not-a-token')));
            expect(answers.map(({ body }) => body.valid)).toEqual(Array(50).fill(false));
        }
        const { status, headers } = await ask(WRONG);
        expect(status).toBe(429);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        const { body: over } = await owner.invite(rid, 1);
        await scene.ageInvite(over._id, 24 * 3600 * 1000);
        expect((await ask(over.inviteToken)).status).toBe(429);
        expect((await ask(token)).body).toEqual({ valid: true, success: true });
        expect((await (await scene.person()).redeem(token)).status).toBe(200);
    });
});

describe('creating invites', () => {
    it('is limited per person and hour, and finding an invite again does not count', async () => {
        await scene.changeSetting('Max_Created_Per_Hour', 3);
        try {
            const maker = await scene.person();
            const room = await scene.room(maker);
            for (const days of [1, 2, 3]) {
                expect((await maker.invite(room, days)).status).toBe(200);
                expect((await maker.invite(room, days)).status).toBe(200);
            }
            const before = await scene.storeSnapshot();
            const { status, headers, body } = await maker.invite(room, 4);
            expect({ status, type: body.errorType }).toEqual({ status: 429, type: 'error-too-many-requests' });
            expect(Number(headers.get('retry-after'))).toBeGreaterThan(3500);
            expect(await maker.types('/invite create 5d', room)).toMatch(/^You have created too many links\. Wait 60 minutes, then try again\.$/);
            expect(await scene.storeSnapshot()).toBe(before);
            await scene.workspace.restart();
            expect((await maker.invite(room, 4)).status).toBe(429);
            expect(await scene.storeSnapshot()).toBe(before);
            expect((await maker.invite(room, 3)).status).toBe(200);
            expect((await owner.invite(rid, 4)).status).toBe(200);
        } finally {
            await scene.changeSetting('Max_Created_Per_Hour', 300);
        }
    });
});
