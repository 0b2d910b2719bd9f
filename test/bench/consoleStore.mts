import { DAY, type Person, type Scene } from '../e2e/scene.mts';
import { claimOf, inserter, inviteOf, labelsOf, type Link } from './records.mts';

/** A workspace with many links and a long history, and some of its parts to ask for. */
export interface FilledWorkspace {
    /** The invite that most people used. */
    readonly inviteId: string;
    readonly rid: string;
    readonly creatorId: string;
    /** The person of whom most is in the history. */
    readonly personId: string;
}

export const LINKS = 10_000;
export const HISTORY = 100_000;
/** How many lines of the history are about one person. */
export const OF_ONE_PERSON = 5000;

const ROOMS = 200;
const CREATORS = 100;
const GUESTS = 1000;
/** One link of a hundred is popular, and the others have few uses, which are too few to be folded. */
const POPULAR_USES = 500;
const FEW_USES = 4;
const REFUSALS = ['expired', 'used-up', 'paused', 'banned', 'suspended', 'not-invited'];

/** Stores links, their uses and a year of history as the app stores them. */
export async function fillWorkspace(scene: Scene): Promise<FilledWorkspace> {
    const creators = await scene.people(CREATORS);
    const guests = (await scene.people(GUESTS)).map(({ userId }) => userId!);
    const rooms: { rid: string; owner: Person }[] = [];
    for (let n = 0; n < ROOMS; n++) {
        const owner = creators[n % CREATORS]!;
        rooms.push({ rid: await scene.room(owner, n % 2 ? 'c' : 'p', { fname: `Room number ${n}` }), owner });
    }
    const insert = inserter(scene);
    const now = Date.now();
    let lines = 0;
    const note = async (link: Link, personId: string, at: number, outcome: string, rank: number): Promise<void> => {
        const id = `line-${++lines}`;
        const [day, { inviteId, label, rid, userId }] = [new Date(at).toISOString().slice(0, 10), link];
        const labels = [`join:${id}`, `joins-of:${inviteId}:${Math.floor(rank / 100)}`, `joins-by:${personId}`, `joins-in:${rid}:${day.slice(0, 7)}`];
        await insert([...labels, `joins-on:${day}`], {
            ...{ kind: 'join', version: 1, id, inviteId, label, rids: [rid], personId, invitedBy: userId, at, outcome, rank },
        });
    };
    const links: Link[] = [];
    for (let n = 0; n < LINKS; n++) {
        const { rid, owner } = rooms[n % ROOMS]!;
        const inviteId = n.toString(16).padStart(24, '0');
        const link = {
            inviteId,
            rid,
            userId: owner.userId!,
            label: n % 3 ? `Link ${n} for the summer fair` : null,
            uses: n % 100 ? FEW_USES : POPULAR_USES,
        };
        const createdAt = now - (n % 365) * DAY - n;
        await insert(labelsOf(link, createdAt), inviteOf(link, n, createdAt));
        links.push(link);
        for (let rank = 0; rank < link.uses; rank++) {
            const personId = guests[(n + rank) % GUESTS]!;
            const at = createdAt + Math.floor(((now - createdAt) * rank) / link.uses);
            await note(link, personId, at, 'joined', rank);
            if (link.uses === FEW_USES) {
                await insert(...claimOf(`use-${inviteId}-${personId}`, inviteId, personId, at));
            }
        }
        for (let counted = 0; link.uses === POPULAR_USES && counted < link.uses; counted += 200) {
            const id = `tally-${inviteId}-${counted}`;
            await insert([`tally:${id}`, `tallies-of:${inviteId}`, 'tallies'], {
                ...{
                    kind: 'tally',
                    version: 2,
                    id,
                    inviteId,
                    uses: Math.min(200, link.uses - counted),
                    lastAt: now - DAY,
                    claimIds: [],
                    foldedAt: now - DAY,
                },
            });
        }
    }
    const [personId] = guests as [string];
    for (let n = 0; lines < HISTORY; n++) {
        const isOfOne = n < OF_ONE_PERSON;
        await note(links[(n * 7) % LINKS]!, isOfOne ? personId : guests[n % GUESTS]!, now - (n % 365) * DAY, REFUSALS[n % REFUSALS.length]!, 0);
    }
    const [{ inviteId, rid, userId }] = links as [Link];
    return { inviteId, rid, creatorId: userId, personId };
}
