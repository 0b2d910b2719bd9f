import { randomUUID } from 'node:crypto';

import { DAY, type Scene } from '../e2e/scene.mts';
import { MANIFEST } from '../project.mts';
import { TOKEN_ALPHABET, TOKEN_LENGTH } from '../../src/domain/model/token.ts';

/** Records as the app stores them, for workspaces that are too full to be filled through the app. */

/** An invite as the benchmark stores it. */
export interface Link {
    readonly inviteId: string;
    readonly rid: string;
    readonly userId: string;
    readonly label: string | null;
    readonly uses: number;
}

/** Returns the labels by which the app finds an invite. */
export function labelsOf({ inviteId, rid, userId }: Link, createdAt: number): string[] {
    return [
        `invite-revision:${inviteId}:0:`,
        `invite:${inviteId}`,
        `invite-token:hash-of-${inviteId}`,
        `invite-key:${userId}:${rid}:0:0`,
        `invites-to:${rid}`,
        `invites-by:${userId}:${Math.floor(createdAt / DAY)}`,
        'invites',
    ];
}

/** Returns an invite as the app stores it. Every fifth link is paused, every eighth expired, and every tenth asks for approval. */
export function inviteOf({ inviteId, rid, userId, label }: Link, n: number, createdAt: number): object {
    return {
        ...{
            kind: 'invite',
            version: 2,
            id: inviteId,
            token: tokenOf(n),
        },
        ...{
            rooms: [rid],
            userId,
            createdAt,
            terms: { validFor: 0, maxUses: 0 },
            expires: n % 4 ? null : createdAt + (n % 8 ? 1000 : 365 * DAY),
        },
        ...{ maxUses: n % 2 ? 1000 : 0, label, pausedAt: n % 5 ? null : createdAt, notify: 'milestones', approval: n % 10 === 0, audience: null },
        ...{ revision: 0, editId: '', formerToken: `FORMER${n}`, isConfirmed: true },
    };
}

/** Returns the labels and the data of a use that was not folded. */
export function claimOf(id: string, inviteId: string, holder: string, at: number): [labels: string[], data: object] {
    const data = { kind: 'claim', version: 1, id, subject: inviteId, holder, state: 'joined', at };
    return [[`claim:${id}`, `claims-to:${inviteId}`, 'claims'], data];
}

/** Returns the function that stores a record of the app in a workspace. */
export function inserter(scene: Scene): (labels: string[], data: object) => Promise<void> {
    const { appPersistence } = scene.workspace.database;
    return (labels, data) =>
        appPersistence.insertOne({
            _id: randomUUID(),
            appId: MANIFEST.id,
            associations: labels.map((id) => ({ model: 'misc', id })),
            data,
        });
}

/** Few, because the database in memory searches subscriptions one by one, which a server does not. */
const ROOMS = 100;
const INVITES_A_ROOM = 100;

/** Stores invites of many people to many rooms, each used once. Returns the rooms and their owners. */
export async function fillWithInvites(scene: Scene, count: number): Promise<{ rid: string; userId: string }[]> {
    const insert = inserter(scene);
    const rooms: { rid: string; userId: string }[] = [];
    for (const owner of await scene.people(Math.min(ROOMS, Math.ceil(count / INVITES_A_ROOM)))) {
        rooms.push({ rid: await scene.room(owner), userId: owner.userId! });
    }
    const now = Date.now();
    for (let n = 0; n < count; n++) {
        const link = { inviteId: n.toString(16).padStart(24, '0'), ...rooms[n % rooms.length]!, label: null, uses: 1 };
        const createdAt = now - (n % 365) * DAY - n;
        await insert(labelsOf(link, createdAt), inviteOf(link, n, createdAt));
        await insert(...claimOf(`use-${n}`, link.inviteId, link.userId, createdAt));
        if (n % 1000 === 0) {
            // The database in memory never waits, so the engine would not get a turn.
            await new Promise((resolve) => setImmediate(resolve));
        }
    }
    return rooms;
}

/** Returns the token number `n`. */
export function tokenOf(n: number): string {
    return n
        .toString(32)
        .padStart(TOKEN_LENGTH, '0')
        .replace(/./g, (digit) => TOKEN_ALPHABET[parseInt(digit, 32)]!);
}
