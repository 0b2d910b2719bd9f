import type { Scene } from '../e2e/scene.mts';
import { about, type Door, type Visit } from './doors.mts';

/** Where a person is. */
interface Found {
    readonly visit: Visit;
    /** The rooms of the door in which they are members. */
    readonly inside: readonly string[];
    readonly banned: readonly string[];
}

/** Compares what is stored about doors, after the nightly job, with the responses. Returns the contradictions. */
export async function auditDoors(scene: Scene, doors: readonly Door[]): Promise<string[]> {
    const { subscriptions, appPersistence } = scene.workspace.database;
    const statusOf = new Map((await subscriptions.find()).map(({ u, rid, status }) => [`${u._id}:${rid}`, status ?? 'MEMBER']));
    const { body } = await scene.admin.app('GET', 'listInvites');
    const uses = new Map<string, number>(body.map((invite: { _id: string; uses: number }) => [invite._id, invite.uses]));
    const requests = (await appPersistence.find({ 'data.kind': 'request' })).map(({ data }) => data as unknown as StoredRequest);
    const joins = (await appPersistence.find({ 'data.kind': 'join' })).map(({ data }) => data as unknown as StoredJoin);
    const stored = new Set((await appPersistence.find({ 'data.kind': 'invite' })).map(({ data }) => (data as { id: string }).id));
    return [
        ...requests.filter(({ inviteId }) => !stored.has(inviteId)).map((request) => `a request outlived its invite: ${JSON.stringify(request)}`),
        ...requests.filter(({ until }) => until < Date.now()).map((request) => `a request outlived its end: ${JSON.stringify(request)}`),
        ...doors.flatMap((door) => {
            const found = door.visits.map((visit): Found => {
                const among = (status: string): string[] => door.rids.filter((rid) => statusOf.get(`${visit.person.userId}:${rid}`) === status);
                // Before a ban that may have failed, the soak itself added the person.
                const inside = among('MEMBER').filter((rid) => !visit.maybeBanned.has(rid));
                return { visit, inside, banned: among('BANNED') };
            });
            const own = requests.filter(({ inviteId }) => inviteId === door.inviteId);
            return [
                ...found.flatMap((one) => aboutVisit(door, one, own, joins)),
                ...aboutSeats(door, found, uses.get(door.inviteId)),
                ...(door.isRevoked || stored.has(door.inviteId) ? [] : [`the invite ${door.inviteId} of a door is gone`]),
            ];
        }),
    ];
}

interface StoredRequest {
    readonly id: string;
    readonly inviteId: string;
    readonly personId: string;
    readonly state: string;
    readonly until: number;
}

interface StoredJoin {
    readonly id: string;
    readonly inviteId: string;
    readonly personId: string;
    readonly outcome: string;
    readonly rids: readonly string[];
}

function aboutVisit(door: Door, { visit, inside, banned }: Found, requests: readonly StoredRequest[], joins: readonly StoredJoin[]): string[] {
    const decided = [...visit.decisions.values()];
    const isApproved = decided.includes('approved');
    const isIn = inside.length > 0;
    const own = requests.filter(({ personId }) => personId === visit.person.userId);
    const ownJoins = joins.filter(({ inviteId, personId, outcome }) => {
        return inviteId === door.inviteId && personId === visit.person.userId && (outcome === 'joined' || outcome === 'approved');
    });
    // Whoever was interrupted between two rooms has another line for those that they came into later.
    const timesJoined = door.rids.map((rid) => new Set(ownJoins.filter(({ rids }) => rids.includes(rid)).map(({ id }) => id)).size);
    const isKnown = (rid: string): boolean => inside.includes(rid) || visit.banned.has(rid) || visit.maybeBanned.has(rid);
    const missing = [...visit.joined].filter((rid) => !isKnown(rid));
    const forgotten = [...visit.decisions].filter(([id, state]) => own.some((request) => request.id === id && request.state !== state));
    const problems = [
        ...(isIn && !visit.isInvited ? ['is in, and not invited'] : []),
        ...(isIn && door.approval && !isApproved && visit.unclear === 0 ? ['is in, and nobody approved them'] : []),
        ...(isIn && decided.includes('denied') && !isApproved && visit.unclear === 0 ? ['is in, and was denied'] : []),
        ...[...visit.banned].filter((rid) => !banned.includes(rid)).map((rid) => `was banned from ${rid}, and is not`),
        ...missing.map((rid) => `was let into ${rid}, and is not in`),
        ...(isApproved && visit.unclear === 0 && door.rids.some((rid) => !isKnown(rid)) ? ['was approved, and is not in all rooms'] : []),
        ...(Math.max(...timesJoined) > 1 ? [`joined ${timesJoined.join(', ')} times by the history`] : []),
        ...(forgotten.length > 0 ? ['has a request in another state than told'] : []),
    ];
    return problems.map(
        (problem) =>
            `${about(door, visit)} ${problem}: ${JSON.stringify({ ...visit, person: undefined, joined: [...visit.joined], decisions: [...visit.decisions], banned: [...visit.banned], inside, found: banned, own, joins: ownJoins })}`,
    );
}

/** Everybody whom the app let in had a seat, and counts as one use. */
function aboutSeats(door: Door, found: readonly Found[], uses: number | undefined): string[] {
    const isSeated = ({ visit, inside }: Found): boolean =>
        inside.length > 0 || visit.joined.size > 0 || [...visit.decisions.values()].includes('approved');
    const people = found.filter(isSeated);
    const unclear = found.reduce((sum, { visit }) => sum + visit.unclear, 0);
    const problems = [
        ...(door.limit !== null && people.length > door.limit ? [`for ${door.limit} let ${people.length} people in`] : []),
        ...(uses !== undefined && (uses < people.length || uses > people.length + unclear)
            ? [`counts ${uses} uses, for ${people.length} to ${people.length + unclear} people`]
            : []),
    ];
    return problems.map((problem) => `the door ${door.inviteId} ${problem}`);
}
