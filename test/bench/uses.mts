import { DAY, Scene, type Person } from '../e2e/scene.mts';
import type { Answer } from '../workspace/index.mts';
import { claimOf, inserter } from './records.mts';
import { plain, timeOnce, timesOf } from './timing.mts';

/** The times of one operation on an invite that many people have used. In ms, as the caller measures them. */
export interface UsesFigure {
    operation: string;
    uses: number;
    /** The app's calls to the server: the maximum over all runs. */
    calls: number;
    median: number;
    p95: number;
}

/** A figure that may grow by a factor at most, compared with another. */
export interface Factor {
    what: string;
    factor: number;
    atMost: number;
}

const SIZES = [10, 1000, 10_000];
const TIMES = 60;
const WARM_UPS = 300;
const MOST_NIGHTS = 60;
/** Longer than a counter keeps the ids of its claims. */
const SETTLED_MS = 3 * 60_000;

/** Measures redeeming and the history with invites that 10, 1,000 and 10,000 people have used. */
export async function measureUses(): Promise<UsesFigure[]> {
    const scene = await Scene.open({});
    try {
        const owner = await scene.person();
        const rid = await scene.room(owner);
        await warmUp(scene, owner);
        const figures: UsesFigure[] = [];
        const invites = new Map<number, { _id: string; inviteToken: string }>();
        for (const uses of SIZES) {
            invites.set(uses, await usedInvite(scene, owner, rid, uses));
        }
        // In turns, so that a slow minute of the machine does not fall on one size only.
        const runs = new Map<string, { calls: number; ms: number }[]>();
        for (let time = 0; time < TIMES; time++) {
            for (const uses of SIZES) {
                const { _id, inviteToken } = invites.get(uses)!;
                const guest = plain(await scene.person());
                const operations: Record<string, () => Promise<Answer>> = {
                    'redeem': () => guest.app('POST', 'useInviteToken', { token: inviteToken }),
                    'invites.info': () => plain(owner).app('GET', `invites.info?inviteId=${_id}`),
                    'invites.joins': () => plain(owner).app('GET', `invites.joins?inviteId=${_id}`),
                };
                for (const [operation, act] of Object.entries(operations)) {
                    const key = `${operation} ${uses}`;
                    runs.set(key, [...(runs.get(key) ?? []), await timed(scene, operation, act)]);
                }
            }
        }
        for (const [key, measured] of runs) {
            const [operation = '', uses] = key.split(' ');
            const { median, p95 } = timesOf(measured.map(({ ms }) => ms));
            figures.push({ operation, uses: Number(uses), calls: Math.max(...measured.map(({ calls }) => calls)), median, p95 });
        }
        return figures.sort((a, b) => a.operation.localeCompare(b.operation) || a.uses - b.uses);
    } finally {
        await scene.close();
    }
}

/** Returns the factors that docs/scale.md promises to keep. */
export function factorsOf(figures: readonly UsesFigure[]): Factor[] {
    const median = (operation: string, uses: number): number =>
        figures.find((figure) => figure.operation === operation && figure.uses === uses)!.median;
    return [
        { what: 'redeem after 10,000 uses, beside 10', factor: median('redeem', 10_000) / median('redeem', 10), atMost: 1.5 },
        {
            what: 'a page of invites.joins beside invites.info, both with 10,000 uses',
            factor: median('invites.joins', 10_000) / median('invites.info', 10_000),
            atMost: 3,
        },
    ];
}

async function timed(scene: Scene, operation: string, act: () => Promise<Answer>): Promise<{ calls: number; ms: number }> {
    let ms = 0;
    const calls = await scene.callsDuring(async () => {
        ms = await timeOnce(async () => {
            const { status } = await act();
            if (status !== 200) {
                throw new Error(`${operation} returned ${status}`);
            }
        });
    });
    return { calls: calls.length, ms };
}

async function warmUp(scene: Scene, owner: Person): Promise<void> {
    const rid = await scene.room(owner);
    const { body: invite } = await owner.invite(rid, 7, 0);
    for (let time = 0; time < WARM_UPS; time++) {
        await plain(owner).app('POST', 'useInviteToken', { token: invite.inviteToken });
        await plain(owner).app('GET', `invites.info?inviteId=${invite._id}`);
    }
}

/** Creates an invite that so many people have used: their claims, which the app itself folds, and their history. */
async function usedInvite(scene: Scene, owner: Person, rid: string, uses: number): Promise<{ _id: string; inviteToken: string }> {
    const { appPersistence } = scene.workspace.database;
    const { body: invite } = await owner.invite(rid, 30, uses + 1000);
    const at = Date.now() - DAY;
    const insert = inserter(scene);
    for (let rank = 0; rank < uses; rank++) {
        const id = `${invite._id}-${rank}`;
        const personId = `person-${id}`;
        await insert(...claimOf(id, invite._id, personId, at));
        const day = new Date(at).toISOString().slice(0, 10);
        const labels = [
            `join:${id}`,
            `joins-of:${invite._id}:${Math.floor(rank / 100)}`,
            `joins-by:${personId}`,
            `joins-in:${rid}:${day.slice(0, 7)}`,
        ];
        await insert([...labels, `joins-on:${day}`], {
            ...{ kind: 'join', version: 1, id, inviteId: invite._id, label: null, rids: [rid], personId },
            ...{ invitedBy: owner.userId, at, outcome: 'joined', rank },
        });
    }
    const unfolded = { 'data.kind': 'claim', 'data.subject': invite._id };
    const unfinished = { 'data.kind': 'tally', 'data.inviteId': invite._id, 'data.claimIds.0': { $exists: true } };
    const left = async (): Promise<number> => (await appPersistence.count(unfolded)) + (await appPersistence.count(unfinished));
    for (let night = 0; uses >= 50 && (await left()) > 0; night++) {
        if (night === MOST_NIGHTS) {
            throw new Error(`${await left()} claims and counters are not folded after ${night} nights`);
        }
        await scene.workspace.night();
        // The next night finishes what this one folded.
        await appPersistence.updateMany(unfinished, { $inc: { 'data.foldedAt': -SETTLED_MS } });
    }
    const { body } = await owner.app('GET', `invites.info?inviteId=${invite._id}`);
    if (body.invite.uses !== uses) {
        throw new Error(`The invite has ${body.invite.uses} uses in place of ${uses}`);
    }
    return invite;
}
