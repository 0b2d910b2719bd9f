import { beforeAll, describe, expect, it } from '@jest/globals';

import { RACES, sampleBelow } from '../tools/races.mts';
import { waitFor } from '../tools/waitFor.mts';
import { NEVER, overNetwork, type Answer, type AppCall, type Instance } from '../workspace/index.mts';
import { DAY, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** Edits of invites on three server instances while people join, other people edit or revoke, and instances are killed. */

const LONGEST_CALL_MS = 5;
const MINUTE = 60_000;

const scene = await useScene({ instances: 3 });
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
const slowDown = (instance: Instance): void => void (instance.interceptor = overNetwork(LONGEST_CALL_MS));
scene.workspace.instances.forEach(slowDown);
const owner = await scene.person();
const { appPersistence } = scene.workspace.database;

const USED_UP = { status: 400, errorType: 'error-invite-token-expired', field: 'maxUses' };
const PAUSED = { ...USED_UP, field: 'paused' };
const EXPIRED = { ...USED_UP, field: 'expires' };
const UNKNOWN_TOKEN = { status: 400, errorType: 'error-invalid-token', field: 'token' };

/** Creates an invite to a new room. */
async function create(fields: object = {}): Promise<any> {
    const { status, body } = await owner.app('POST', 'invites.create', { rid: await scene.room(owner), ...fields });
    expect(status).toBe(200);
    return body.invite;
}

function update(inviteId: string, fields: object): Promise<Answer<any>> {
    return owner.app('POST', 'invites.update', { inviteId, ...fields });
}

function rotate(inviteId: string): Promise<Answer<any>> {
    return owner.app('POST', 'invites.rotateToken', { inviteId });
}

async function info(inviteId: string): Promise<any> {
    const { status, body } = await owner.app('GET', `invites.info?inviteId=${inviteId}`);
    expect(status).toBe(200);
    return body.invite;
}

/** Returns what invites.list says about an invite. */
async function listed({ _id, rid }: { _id: string; rid: string }): Promise<any[]> {
    const { body } = await owner.app('GET', `invites.list?rid=${rid}&count=100`);
    return body.invites.filter((invite: { _id: string }) => invite._id === _id);
}

/** Returns how many people are in the room by its invites: all but its owner. */
async function guests(rid: string): Promise<number> {
    return (await scene.members(rid)).length - 1;
}

/** Redeems with new people at once, and returns their last answers. Whoever finds the last seats contested tries again. */
async function redeemAll(count: number, token: string): Promise<Answer<any>[]> {
    const people = await scene.people(count);
    return Promise.all(
        people.map(async (person) => {
            let answer = await person.redeem(token);
            for (let again = 0; again < 5 && answer.status === 429; again++) {
                answer = await person.redeem(token);
            }
            return answer;
        }),
    );
}

/** Returns how the app refused. */
function refusal({ status, body }: Answer<any>): object {
    return { status, errorType: body.errorType, field: body.details?.field };
}

function isIn({ status }: Answer<any>): boolean {
    return status === 200;
}

/** Whether the call stores the next revision of an invite. */
function storesRevision({ name, args }: AppCall): boolean {
    return name.includes('createWithAssociations') && (args[0] as { kind?: string }).kind === 'invite';
}

/** Whether the call tries to lock an invite for an edit. */
function locksEdit({ name, args }: AppCall): boolean {
    return name.includes('createWithAssociations') && String((args[0] as { subject?: string }).subject).startsWith('edit:');
}

function readsClaims({ name, args }: AppCall, inviteId: string): boolean {
    return name.includes('readByAssociations') && JSON.stringify(args).includes(`claims-to:${inviteId}`);
}

/** Whether the call marks a claim, for example as taken. */
function marksClaim({ name, args }: AppCall): boolean {
    return name.includes('updateByAssociations') && (args[1] as { kind?: string }).kind === 'claim';
}

/** Runs `work`, and `event` once, right before the app's first call that matches. */
function runBefore<T>(matches: (call: AppCall) => boolean, event: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
    let happened = false;
    return scene.intercept(async (call, proceed) => {
        if (!happened && matches(call)) {
            happened = true;
            await event();
        }
        return proceed();
    }, work);
}

describe('while people join,', () => {
    it('a lowered limit holds from its answer on, and never below the people who are in', async () => {
        for (const late of Array.from({ length: RACES }, () => [3, 0]).flat()) {
            const invite = await create({ maxUses: 10 });
            const crowd = redeemAll(5, invite.inviteToken);
            const answer = await update(invite._id, { maxUses: 3 });
            const after = await redeemAll(late, invite.inviteToken);
            await crowd;
            expect([200, 400]).toContain(answer.status);
            // Below the uses so far, the edit is refused and the limit stays.
            const limit = isIn(answer) ? answer.body.invite.maxUses : 10;
            expect(limit).toBeGreaterThanOrEqual(3);
            expect(await guests(invite.rid)).toBeLessThanOrEqual(limit);
            after.filter((one) => !isIn(one)).forEach((one) => expect(refusal(one)).toEqual(USED_UP));
            await redeemAll(limit, invite.inviteToken);
            expect(await guests(invite.rid)).toBe(limit);
            expect(await info(invite._id)).toMatchObject({ maxUses: limit, uses: limit, state: 'used-up' });
        }
    });

    it('a limit for an invite that had none holds from its answer on', async () => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ maxUses: null });
            const crowd = redeemAll(5, invite.inviteToken);
            const answer = await update(invite._id, { maxUses: 3 });
            const after = await redeemAll(4, invite.inviteToken);
            await crowd;
            if (isIn(answer)) {
                await redeemAll(3, invite.inviteToken);
                expect(await guests(invite.rid)).toBe(answer.body.invite.maxUses);
            } else {
                expect(answer.body.details).toMatchObject({ field: 'maxUses' });
                expect(after.every(isIn)).toBe(true);
            }
        }
    });

    it('nobody joins after the answer to a pause, and everybody after that to a resume', async () => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ maxUses: 20 });
            const crowd = redeemAll(5, invite.inviteToken);
            await update(invite._id, { paused: true });
            const after = await redeemAll(3, invite.inviteToken);
            const admitted = (await crowd).filter(isIn).length;
            expect(after.map(refusal)).toEqual(after.map(() => PAUSED));
            expect(await guests(invite.rid)).toBe(admitted);
            const resumed = update(invite._id, { paused: false });
            const meanwhile = redeemAll(3, invite.inviteToken);
            await resumed;
            expect((await redeemAll(3, invite.inviteToken)).every(isIn)).toBe(true);
            expect(await guests(invite.rid)).toBe(admitted + 3 + (await meanwhile).filter(isIn).length);
        }
    });

    it('an end that was moved away admits everybody from its answer on', async () => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ expires: '7d', maxUses: 20 });
            await scene.ageInvite(invite._id, 8 * DAY);
            const crowd = redeemAll(4, invite.inviteToken);
            expect((await update(invite._id, { expires: '3d' })).status).toBe(200);
            expect((await redeemAll(3, invite.inviteToken)).every(isIn)).toBe(true);
            (await crowd).filter((one) => !isIn(one)).forEach((one) => expect(refusal(one)).toEqual(EXPIRED));
        }
    });

    it('an end that was moved closer is obeyed by a redemption under way', async () => {
        const invite = await create({ expires: '7d', maxUses: 3 });
        const guest = await scene.person();
        const end = async (): Promise<void> => {
            expect((await update(invite._id, { expires: '1m' })).status).toBe(200);
            await scene.ageInvite(invite._id, 2 * MINUTE);
        };
        expect(refusal(await runBefore(marksClaim, end, () => guest.redeem(invite.inviteToken)))).toEqual(EXPIRED);
        expect(await guests(invite.rid)).toBe(0);
        expect((await info(invite._id)).uses).toBe(0);
    });

    it('a pause is obeyed by a redemption that waits for its seat', async () => {
        const invite = await create({ maxUses: 3 });
        const guest = await scene.person();
        const pause = (): Promise<unknown> => update(invite._id, { paused: true });
        expect(refusal(await runBefore(marksClaim, pause, () => guest.redeem(invite.inviteToken)))).toEqual(PAUSED);
        expect((await info(invite._id)).uses).toBe(0);
    });

    it.each([
        ['lowered', [{ maxUses: 2 }]],
        ['raised and lowered', [{ maxUses: 9 }, { maxUses: 2 }]],
        ['removed and set', [{ maxUses: null }, { maxUses: 2 }]],
    ])('a limit that was %s counts those who joined while a redemption waited for its seat', async (_what, edits) => {
        const invite = await create({ maxUses: 5 });
        const [first, second, waiting] = (await scene.people(3)) as [Person, Person, Person];
        expect(isIn(await first.redeem(invite.inviteToken))).toBe(true);
        const meanwhile = async (): Promise<void> => {
            expect(isIn(await second.redeem(invite.inviteToken))).toBe(true);
            for (const edit of edits) {
                expect((await update(invite._id, edit)).status).toBe(200);
            }
        };
        expect(refusal(await runBefore(marksClaim, meanwhile, () => waiting.redeem(invite.inviteToken)))).toEqual(USED_UP);
        expect(await guests(invite.rid)).toBe(2);
        expect(await info(invite._id)).toMatchObject({ maxUses: 2, uses: 2 });
    });

    it('a raised limit lets in a redemption that waited for its seat', async () => {
        const invite = await create({ maxUses: 2 });
        const [first, second, waiting] = (await scene.people(3)) as [Person, Person, Person];
        await first.redeem(invite.inviteToken);
        const meanwhile = async (): Promise<void> => {
            await update(invite._id, { maxUses: 3 });
            expect(isIn(await second.redeem(invite.inviteToken))).toBe(true);
        };
        expect(isIn(await runBefore(marksClaim, meanwhile, () => waiting.redeem(invite.inviteToken)))).toBe(true);
        expect(await info(invite._id)).toMatchObject({ maxUses: 3, uses: 3 });
    });
});

describe('two edits at once', () => {
    const one = { label: 'One', maxUses: 4, notify: 'none', expires: '2031-01-01T00:00:00.000Z' };
    const two = { label: 'Two', maxUses: 7, notify: 'joins', expires: '2032-01-01T00:00:00.000Z' };

    it('leave the terms of one of them, whole, on every instance', async () => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ maxUses: 5 });
            const answers = await Promise.all([one, two].map((terms) => update(invite._id, terms)));
            const held = answers.filter(isIn).map(({ body }) => body.invite);
            answers.filter((answer) => !isIn(answer)).forEach((answer) => expect(answer.body.errorType).toBe('error-too-many-requests'));
            const stands = await info(invite._id);
            expect([one, two]).toContainEqual({ label: stands.label, maxUses: stands.maxUses, notify: stands.notify, expires: stands.expires });
            expect(held.map(({ label }) => label)).toContain(stands.label);
            for (const shown of [await info(invite._id), await info(invite._id), ...(await listed(invite))]) {
                expect(shown).toEqual(stands);
            }
        }
    });

    it('of the same revision: one of them holds, whole, and the other one is refused, whoever joins meanwhile', async () => {
        for (let turn = 0; turn < 2 * RACES; turn++) {
            const { _id, revision, inviteToken } = await create({ maxUses: 20 });
            const [answers, joins] = await Promise.all([
                Promise.all([one, two].map((terms) => update(_id, { revision, ...terms }))),
                redeemAll(2, inviteToken),
            ]);
            expect(joins.every(isIn)).toBe(true);
            const [winner, ...others] = answers.filter(isIn);
            expect(others).toEqual([]);
            const [refused] = answers.filter((answer) => !isIn(answer));
            expect(['error-invite-changed', 'error-too-many-requests']).toContain(refused!.body.errorType);
            const terms = [one, two][answers.indexOf(winner!)];
            expect(await info(_id)).toMatchObject({ ...terms, uses: 2, revision: winner!.body.invite.revision });
        }
    });

    it('leave the terms of one of them, even if one counts people who came in meanwhile', async () => {
        const invite = await create({ maxUses: 5 });
        expect((await redeemAll(2, invite.inviteToken)).every(isIn)).toBe(true);
        const lower = { label: 'Lower', maxUses: 2 };
        const higher = { label: 'Higher', maxUses: 10 };
        let other: Promise<Answer<any>> | undefined;
        let answered = false;
        let locks = 0;
        let editing: Instance | undefined;
        const lowered = await scene.intercept(
            async (call, proceed, instance) => {
                locks += other && locksEdit(call) ? 1 : 0;
                if (!editing && storesRevision(call)) {
                    expect((await redeemAll(1, invite.inviteToken)).every(isIn)).toBe(true);
                    await proceed();
                    editing = instance;
                    return 'stored';
                }
                if (!other && instance === editing && readsClaims(call, invite._id)) {
                    // The lower terms are stored, and the people are about to be counted.
                    other = update(invite._id, higher).finally(() => (answered = true));
                    await waitFor(() => expect(answered || locks > 1).toBe(true));
                }
                return proceed();
            },
            () => update(invite._id, lower),
        );
        expect(lowered.body.invite).toMatchObject({ label: 'Lower', maxUses: 3, uses: 3 });
        expect((await other)!.body.invite).toMatchObject(higher);
        expect(await info(invite._id)).toMatchObject({ ...higher, uses: 3 });
    });

    it('leave a rotated token and the changed terms', async () => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ maxUses: 5 });
            const [rotated, updated] = await Promise.all([rotate(invite._id), update(invite._id, { label: 'New', maxUses: 3 })]);
            expect([rotated.status, updated.status]).toEqual([200, 200]);
            const { inviteToken } = rotated.body.invite;
            expect(await info(invite._id)).toMatchObject({ label: 'New', maxUses: 3, inviteToken });
            expect((await redeemAll(1, inviteToken)).every(isIn)).toBe(true);
            expect((await redeemAll(1, invite.inviteToken)).map(refusal)).toEqual([UNKNOWN_TOKEN]);
        }
    });
});

describe('an edit or rotation and a removal at once', () => {
    const edits: [string, (id: string) => Promise<Answer<any>>][] = [
        ['edit', (id) => update(id, { label: 'New', maxUses: 3 })],
        ['rotation', rotate],
    ];

    async function expectGone({ _id, rid, inviteToken }: { _id: string; rid: string; inviteToken: string }, edited: Answer<any>): Promise<void> {
        for (const token of [inviteToken, edited.body.invite?.inviteToken ?? inviteToken]) {
            expect((await redeemAll(1, token)).map(refusal)).toEqual([UNKNOWN_TOKEN]);
        }
        expect((await owner.app('GET', `invites.info?inviteId=${_id}`)).status).toBe(403);
        expect((await scene.admin.app('GET', `invites.list?rid=${rid}`)).body.invites).toEqual([]);
        expect((await update(_id, { label: 'Again' })).status).toBe(403);
    }

    it.each(edits)('the %s never brings the invite back', async (_what, edit) => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ maxUses: 5 });
            const [edited, removed] = await Promise.all([edit(invite._id), owner.app('POST', 'invites.revoke', { inviteId: invite._id })]);
            expect(removed.status).toBe(200);
            expect([200, 400, 403]).toContain(edited.status);
            await expectGone(invite, edited);
        }
    });

    it.each(edits)('the %s never brings the invite back, whichever of its calls the removal precedes', async (_what, edit) => {
        const known = await create({ maxUses: 5 });
        const calls = (await scene.callsDuring(() => edit(known._id))).length;
        const gone: [any, Answer<any>][] = [];
        for (const n of sampleBelow(calls, 6)) {
            const invite = await create({ maxUses: 5 });
            let made = 0;
            const revoke = async (): Promise<void> => {
                expect((await owner.app('POST', 'invites.revoke', { inviteId: invite._id })).status).toBe(200);
            };
            gone.push([invite, await runBefore(() => made++ === n, revoke, () => edit(invite._id))]); // prettier-ignore
        }
        await Promise.all(gone.map(([invite, edited]) => expectGone(invite, edited)));
        await scene.workspace.night();
        const stored = await appPersistence.find({ 'data.kind': 'invite', 'data.id': { $in: gone.map(([{ _id }]) => _id) } });
        expect(stored).toEqual([]);
    });
});

describe('while people join, a rotation', () => {
    it('ends the former link with its answer, and keeps uses and history', async () => {
        for (let turn = 0; turn < RACES; turn++) {
            const invite = await create({ maxUses: 6 });
            const crowd = redeemAll(4, invite.inviteToken);
            const { body } = await rotate(invite._id);
            const after = await redeemAll(2, invite.inviteToken);
            const admitted = (await crowd).filter(isIn).length;
            expect(after.map(refusal)).toEqual(after.map(() => UNKNOWN_TOKEN));
            expect(await info(invite._id)).toMatchObject({ uses: admitted, maxUses: 6, inviteToken: body.invite.inviteToken });
            expect((await redeemAll(6, body.invite.inviteToken)).filter(isIn)).toHaveLength(6 - admitted);
            const { body: history } = await owner.app('GET', `invites.joins?inviteId=${invite._id}&outcome=joined`);
            expect({ guests: await guests(invite.rid), joins: history.total }).toEqual({ guests: 6, joins: 6 });
        }
    });

    it('is obeyed by a redemption that waits for its seat', async () => {
        const invite = await create({ maxUses: 3 });
        const guest = await scene.person();
        expect(refusal(await runBefore(marksClaim, () => rotate(invite._id), () => guest.redeem(invite.inviteToken)))).toEqual(UNKNOWN_TOKEN); // prettier-ignore
        expect(await guests(invite.rid)).toBe(0);
    });
});

describe('an instance that is killed', () => {
    type When = 'before' | 'after';
    type Edit = (id: string) => Promise<Answer<any>>;

    /** The names of calls that only read. */
    const READING = /:(get|read)\w*$/;

    interface CutOff {
        readonly n: number;
        readonly when: When;
        /** The invite before the edit. */
        readonly invite: any;
    }

    function isChange({ name }: AppCall): boolean {
        return !READING.test(name);
    }

    async function createUsed(): Promise<any> {
        const invite = await create({ maxUses: 5, label: 'Old' });
        expect((await redeemAll(1, invite.inviteToken)).every(isIn)).toBe(true);
        return invite;
    }

    /** Runs an edit, kills the serving instance at the n-th of the edit's calls that change something, and starts another one. */
    async function cutOff(edit: Edit, n: number, when: When): Promise<CutOff> {
        const invite = await createUsed();
        let changes = 0;
        let killed: Promise<void> | undefined;
        const answer = await scene.intercept(
            async (call, proceed, instance) => {
                if (!isChange(call) || changes++ !== n) {
                    return proceed();
                }
                if (when === 'after') {
                    await proceed();
                }
                killed = scene.workspace.kill(instance);
                return NEVER;
            },
            () => edit(invite._id).catch(() => undefined),
        );
        expect({ n, when, isKilled: killed !== undefined, status: answer?.status }).toEqual({ n, when, isKilled: true, status: undefined });
        await killed;
        await scene.workspace.run(1, slowDown);
        return { n, when, invite };
    }

    /**
     * Cuts the edit off before and after calls that change something, among them the first and the last one. Between two
     * of these calls, nothing changes.
     */
    async function cutOffs(edit: Edit): Promise<CutOff[]> {
        const { _id: inviteId } = await createUsed();
        const changes = (await scene.callsDuring(() => edit(inviteId))).filter(isChange).length;
        expect(changes).toBeGreaterThan(3);
        const between = sampleBelow(changes - 2, 2).map((n) => n + 1);
        const all: CutOff[] = [];
        for (const n of [0, ...between, changes - 1]) {
            all.push(await cutOff(edit, n, 'before'), await cutOff(edit, n, 'after'));
        }
        return all;
    }

    /** Makes the locks of interrupted edits old enough to be ignored. */
    async function ageLocks(): Promise<void> {
        await appPersistence.updateMany({ 'data.kind': 'claim', 'data.subject': /^edit:/ }, { $inc: { 'data.at': -3 * MINUTE } });
    }

    async function storedRevisions({ _id }: { _id: string }): Promise<number> {
        return (await appPersistence.find({ 'data.kind': 'invite', 'data.id': _id })).length;
    }

    /**
     * The next edit works, and the nightly job leaves one revision. What a kill leaves after one change is the same as
     * before the next one, so one of the two is edited first, and the other one cleaned up first.
     */
    async function expectGoesOn(all: readonly CutOff[]): Promise<void> {
        await ageLocks();
        const [edited, cleaned] = [all.filter(({ when }) => when === 'after'), all.filter(({ when }) => when === 'before')];
        const editNext = async ({ n, when, invite }: CutOff): Promise<void> => {
            const { label: _label, _updatedAt, ...before } = await info(invite._id);
            const { status, body } = await update(invite._id, { label: 'Next' });
            const next = { ...before, label: 'Next', revision: Number(before.revision) + 1 };
            expect({ n, when, status, invite: body.invite }).toMatchObject({ n, when, status: 200, invite: next });
            expect({ n, when, revisions: await storedRevisions(invite) }).toEqual({ n, when, revisions: 1 });
        };
        await Promise.all(edited.map(editNext));
        const shown = await Promise.all(cleaned.map(({ invite }) => info(invite._id)));
        await scene.workspace.night();
        for (const [i, { n, invite }] of cleaned.entries()) {
            expect({ n, revisions: await storedRevisions(invite), invite: await info(invite._id) }).toEqual({ n, revisions: 1, invite: shown[i] });
        }
        await Promise.all(cleaned.map(editNext));
    }

    it('during an update leaves the former terms or the new ones, whole, to every reader', async () => {
        const all = await cutOffs((id) => update(id, { label: 'New', maxUses: 3, paused: true }));
        const seen = new Set<string>();
        await Promise.all(
            all.map(async ({ n, when, invite }) => {
                const { label, maxUses, state, uses } = await info(invite._id);
                const isNew = label === 'New';
                const expected = isNew ? { label: 'New', maxUses: 3, state: 'paused' } : { label: 'Old', maxUses: 5, state: 'active' };
                expect({ n, when, label, maxUses, state, uses }).toEqual({ n, when, ...expected, uses: 1 });
                const inLists = [...(await listed(invite)), (await scene.admin.app('GET', `invites.list?rid=${invite.rid}`)).body.invites[0]];
                expect(inLists).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
                const [redeemed] = (await redeemAll(1, invite.inviteToken)) as [Answer<any>];
                const refused = isNew ? PAUSED : { status: 200, errorType: undefined, field: undefined };
                expect({ n, when, ...refusal(redeemed) }).toEqual({ n, when, ...refused });
                seen.add(label);
            }),
        );
        expect(seen).toEqual(new Set(['Old', 'New']));
        await expectGoesOn(all);
    });

    it('during a rotation leaves one link that works, with uses, terms and history', async () => {
        const all = await cutOffs(rotate);
        const seen = new Set<boolean>();
        await Promise.all(
            all.map(async ({ n, when, invite }) => {
                const shown = await info(invite._id);
                const isNew = shown.inviteToken !== invite.inviteToken;
                expect({ n, when, ...shown }).toMatchObject({ n, when, label: 'Old', maxUses: 5, uses: 1, state: 'active' });
                expect((await listed(invite)).map(({ inviteToken }) => inviteToken)).toEqual([shown.inviteToken]);
                expect((await redeemAll(1, shown.inviteToken)).every(isIn)).toBe(true);
                if (isNew) {
                    expect((await redeemAll(1, invite.inviteToken)).map(refusal)).toEqual([UNKNOWN_TOKEN]);
                }
                const { body: history } = await owner.app('GET', `invites.joins?inviteId=${invite._id}&outcome=joined`);
                expect({ n, when, joins: history.total, uses: (await info(invite._id)).uses }).toEqual({ n, when, joins: 2, uses: 2 });
                seen.add(isNew);
            }),
        );
        expect(seen).toEqual(new Set([false, true]));
        await expectGoesOn(all);
    });
});
