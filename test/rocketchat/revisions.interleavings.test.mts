import { describe, expect, it } from '@jest/globals';

import { newInvite, type Invite } from '../../src/domain/model/invite.ts';
import { StoredInvites } from '../../src/rocketchat/storage/inviteStore.ts';
import { createLabel, createRoomLabel, Records } from '../../src/rocketchat/storage/records.ts';
import { RACES } from '../tools/races.mts';
import { Schedule } from '../domain/schedule.mts';

type Reader = ConstructorParameters<typeof Records>[0];
type Writer = ConstructorParameters<typeof Records>[1];
type Label = ReturnType<typeof createLabel>;

interface StoredDocument {
    labels: string[];
    data: object;
}

/** The app's persistence in memory. Each call waits for its turn in the schedule. */
class Persistence {
    readonly documents: StoredDocument[] = [];

    constructor(private readonly step: () => Promise<void>) {}

    async readByAssociations(associations: Label[]): Promise<object[]> {
        await this.step();
        return this.documents.filter(({ labels }) => ids(associations).every((id) => labels.includes(id))).map(({ data }) => data);
    }

    async createWithAssociations(data: object, associations: Label[]): Promise<string> {
        await this.step();
        this.documents.push({ labels: ids(associations), data });
        return 'id';
    }

    async updateByAssociations(associations: Label[], data: object): Promise<string> {
        await this.step();
        const found = this.documents.find(({ labels }) => labels.join() === ids(associations).join());
        if (found) {
            found.data = data;
        }
        return 'id';
    }

    async removeByAssociations(associations: Label[]): Promise<object[]> {
        await this.step();
        for (let i = this.documents.length - 1; i >= 0; i--) {
            if (ids(associations).every((id) => this.documents[i]!.labels.includes(id))) {
                this.documents.splice(i, 1);
            }
        }
        return [];
    }
}

function ids(associations: readonly Label[]): string[] {
    return associations.map((association) => `${association.getModel()}:${association.getID()}`);
}

/** Plants a fault in the store before the run. */
type Fault = (store: StoredInvites, records: Records) => void;

interface Run {
    readonly crashRate?: number;
    readonly isRemoved?: boolean;
    /** Whether another edit, frozen after it read the invite, stores its revision at any later time. */
    readonly isLate?: boolean;
    readonly fault?: Fault;
}

const NO_FAULT: Fault = () => undefined;

/** Runs edits, a rotation, perhaps a removal or a late edit, the nightly job, and readers at once. Returns what went wrong. */
async function run(seed: number, { crashRate = 0, isRemoved = false, isLate = false, fault = NO_FAULT }: Run): Promise<string[]> {
    const schedule = new Schedule(seed);
    let rate = 0;
    const persistence = new Persistence(() => schedule.turn(rate));
    const records = new Records(persistence as unknown as Reader, persistence as unknown as Writer, () => undefined);
    const store = new StoredInvites(records);
    const problems: string[] = [];
    const first = newInvite({ rid: 'room', userId: 'anne', terms: { validFor: 0, maxUses: 3 } }, 'invite', 'TOKEN', 1);
    await all(schedule, [seed % 2 ? store.insert(first) : insertFirstFormat(records, first)]);
    fault(store, records);
    rate = crashRate;

    let acknowledged = 0;
    let removedAt = Infinity;
    let steps = 0;
    let rotated = false;
    // One edit after another, as the lock around them ensures.
    const edits = (async () => {
        let current = first;
        for (let n = 1; n <= 3; n++) {
            const next: Invite = { ...current, revision: n, label: `edit ${n}`, token: n === 2 ? 'NEW' : current.token };
            if ((await store.revise(next, current, `edit-${n}`)) !== 'revised') {
                return;
            }
            acknowledged = n;
            rotated ||= n >= 2;
            current = next;
        }
    })();
    // Its revision may come before or after those of other edits with the same number.
    const late = (async () => {
        if (isLate) {
            await pass(schedule, seed % 19);
            const stale = await store.byId('invite');
            await pass(schedule, seed % 31);
            const editId = seed % 2 ? 'a late edit' : 'the late edit';
            const next = stale && { ...stale, revision: stale.revision + 1, label: 'late' };
            if (next && (await store.revise(next, stale, editId)) === 'revised') {
                acknowledged = Math.max(acknowledged, next.revision);
            }
        }
    })();
    const night = (async () => {
        await pass(schedule, seed % 23);
        await store.finishEdits('invite');
    })();
    const removal = (async () => {
        if (isRemoved) {
            await pass(schedule, seed % 9);
            await store.remove('invite');
            removedAt = steps;
        }
    })();
    const readers = [0, 1, 2].map(async () => {
        for (let reads = 0; reads < 6; reads++) {
            steps++;
            const [least, wasRotated, wasRemoved] = [acknowledged, rotated, removedAt < Infinity];
            const byId = await store.byId('invite');
            if (wasRemoved && byId) {
                problems.push('a removed invite was found');
            }
            if (!isRemoved && (!byId || byId.revision < least)) {
                problems.push(`revision ${String(byId?.revision)} was found after ${least} was acknowledged`);
            }
            if ((await store.byToken('TOKEN')) && wasRotated) {
                problems.push('the former token works after the rotation');
            }
            if (!(await store.byToken('NEW')) && wasRotated && !isRemoved) {
                problems.push('the new token does not work after the rotation');
            }
        }
    });
    void edits.catch(() => undefined);
    [removal, late, night].forEach((work) => void work.catch(() => undefined));
    readers.forEach((reader) => void reader.catch(() => undefined));
    await schedule.run();

    rate = 0;
    const left = await one(schedule, store.byId('invite'));
    if (left && !(await one(schedule, store.byToken(left.token)))) {
        problems.push('the token of the invite does not work');
    }
    await all(schedule, [store.finishEdits('invite')]);
    const [found, old] = [await one(schedule, store.byId('invite')), await one(schedule, store.byToken('TOKEN'))];
    if (removedAt < Infinity && (found || persistence.documents.length > 0)) {
        problems.push('a removed invite came back');
    }
    if (!isRemoved && (!found || found.revision < acknowledged || (!isLate && persistence.documents.length !== 1))) {
        problems.push(`${persistence.documents.length} records, revision ${String(found?.revision)} after ${acknowledged} was acknowledged`);
    }
    if (rotated && old) {
        problems.push('the former token works for good');
    }
    return problems;
}

async function pass(schedule: Schedule, turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
        await schedule.turn();
    }
}

/** Stores the record as release 0.1.0 did. */
function insertFirstFormat(records: Records, { id, token, rid, userId, terms, createdAt }: Invite): Promise<void> {
    const labels = [createLabel('invites'), createLabel(`invite:${id}`), tokenLabelOf(token), createRoomLabel(rid)];
    return records.insert({ kind: 'invite', version: 1, id, token, rid, userId, ...terms, createdAt } as { kind: string; version: number }, labels);
}

/** Reads the label of a token from the store itself. */
function tokenLabelOf(token: string): Label {
    let label: Label | undefined;
    const reader = { readByAssociations: async (found: Label[]) => ((label = found[0]), []) } as unknown as Reader;
    void new StoredInvites(new Records(reader, {} as Writer, () => undefined)).byToken(token);
    return label!;
}

async function all(schedule: Schedule, work: readonly Promise<unknown>[]): Promise<void> {
    await schedule.run();
    await Promise.all(work);
}

async function one<T>(schedule: Schedule, work: Promise<T>): Promise<T> {
    await schedule.run();
    return work;
}

async function problemsIn(runs: number, options: Run): Promise<string[]> {
    const problems: string[] = [];
    for (let seed = 1; seed <= runs; seed++) {
        problems.push(...(await run(seed, options)).map((problem) => `${seed}: ${problem}`));
    }
    return problems;
}

const RUNS = 20 * RACES;

describe('edits, in every interleaving tried,', () => {
    it.each<[string, Run]>([
        ['are seen by every later reader, and end the former token', {}],
        ['leave the former or the next revision when they are interrupted', { crashRate: 0.05 }],
        ['never bring a removed invite back', { isRemoved: true }],
        ['never bring a removed invite back when they are interrupted', { isRemoved: true, crashRate: 0.05 }],
        ['are never undone by an edit that was frozen', { isLate: true }],
        ['are never undone by an edit that was frozen when they are interrupted', { isLate: true, crashRate: 0.05 }],
        ['never bring a removed invite back when one was frozen', { isLate: true, isRemoved: true, crashRate: 0.02 }],
    ])('%s', async (_what, options) => {
        expect(await problemsIn(RUNS, options)).toEqual([]);
    });

    it('are caught by this test if a revision counts before the check for its predecessor', async () => {
        const fault: Fault = (_store, records) => {
            const insert = records.insert.bind(records);
            records.insert = (data, labels) => insert({ ...data, isConfirmed: true } as typeof data, labels);
        };
        expect(await problemsIn(300, { isRemoved: true, fault })).toContainEqual(expect.stringContaining('came back'));
    });

    it('are caught by this test if the former revision is removed first', async () => {
        const fault: Fault = (store) => {
            const revise = store.revise.bind(store);
            store.revise = async (next, former, editId) => {
                await store.remove(former.id);
                await store.insert(former);
                return revise(next, former, editId);
            };
        };
        expect((await problemsIn(300, { crashRate: 0.05, fault })).length).toBeGreaterThan(0);
    });
});
