import type { Scene } from '../e2e/scene.mts';
import type { SubscriptionDocument } from '../workspace/index.mts';
import { clickedTwice, possibleExits, possibleInvites, sureEntries } from './history.mts';
import type { Invite, Ledger, Pair } from './ledger.mts';

/** An entry of the history (src/rocketchat/storage/historyStore.ts). */
interface Line {
    id: string;
    inviteId: string;
    rids: string[];
    personId: string;
    invitedBy: string;
    at: number;
    outcome: string;
}

/** How many invites' histories to read by the endpoint. */
const MOST_READ = 40;

/** Histories that are longer are not counted exactly. */
const EXACT_ROWS = 100;

/**
 * Compares the history, after the nightly job, with the responses that people got and with who is in. Returns the
 * contradictions.
 */
export async function aboutHistory(scene: Scene, ledger: Ledger, subscriptionOf: ReadonlyMap<string, SubscriptionDocument>): Promise<string[]> {
    const { appPersistence } = scene.workspace.database;
    const records = await appPersistence.find({ 'data.kind': 'join' });
    // An entry that was written twice counts once.
    const lines = [...new Map(records.map(({ data }) => data as unknown as Line).map((line) => [line.id, line])).values()];
    const stored = new Set((await appPersistence.find({ 'data.kind': 'invite' })).map(({ data }) => (data as { id: string }).id));
    const joinsOf = new Map<string, Line[]>();
    for (const line of lines.filter(({ outcome }) => outcome === 'joined')) {
        const key = `${line.personId}:${line.rids[0]}`;
        joinsOf.set(key, [...(joinsOf.get(key) ?? []), line]);
    }
    return [
        ...ledger.allPairs().flatMap((pair) => {
            const key = `${pair.person.userId}:${pair.rid}`;
            return aboutPair(pair, joinsOf.get(key) ?? [], subscriptionOf.get(key), stored);
        }),
        ...lines.flatMap((line) => aboutLine(line, ledger.invites.get(line.inviteId))),
        ...(await aboutEndpoints(scene, ledger, lines, stored)),
    ];
}

function aboutPair(pair: Pair, joins: readonly Line[], subscription: SubscriptionDocument | undefined, stored: ReadonlySet<string>): string[] {
    const exits = possibleExits(pair);
    const invites = possibleInvites(pair);
    const sure = sureEntries(pair);
    const joinsBy = (id: string): number => joins.filter(({ inviteId }) => inviteId === id).length;
    const mayLack = (invite: Invite): number => (clickedTwice(pair, invite) ? 1 : 0);
    const unwritten = [...invites].filter((one) => sure.filter(({ invite }) => invite === one).length > joinsBy(one.id) + mayLack(one));
    const isFaulty = pair.steps.some((step) => step.isFaulty);
    // The nightly job writes the line of an interrupted join, as long as the invite exists.
    const mustBeWritten = exits === 0 && subscription !== undefined && !isFaulty && [...invites].every(({ id }) => stored.has(id));
    // Two links to one room that a person opens at the same moment may both let them in.
    const hasTooMany = joins.length > invites.size + exits || [...invites].some(({ id }) => joinsBy(id) > 1 + exits);
    const problems = [
        ...(isFaulty ? [] : unwritten.map(({ id }) => `was let in by ${id}, and the history does not say so`)),
        ...(mustBeWritten && joins.length === 0 ? ['is in, and the history does not say so'] : []),
        ...(joins.length > 0 && !subscription && exits === 0 ? ['joined by the history, and is not in'] : []),
        ...(hasTooMany ? [`joined ${joins.length} times by the history, and left at most ${exits} times`] : []),
        ...joins
            .filter(({ inviteId }) => ![...invites].some(({ id }) => id === inviteId))
            .map(({ inviteId }) => `never used ${inviteId} successfully`),
    ];
    const steps = pair.steps.map(({ invite, token: _token, ...step }) => ({ ...step, invite: invite?.id }));
    return problems.map((problem) => `${pair.person.user.username} in ${pair.rid} ${problem}: ${JSON.stringify(joins)} ${JSON.stringify(steps)}`);
}

/** A line of an invite that nobody was told of cannot be compared. */
function aboutLine(line: Line, invite: Invite | undefined): string[] {
    const isRight = !invite || (line.rids.length === 1 && line.rids[0] === invite.rid && line.invitedBy === invite.creator.userId);
    return isRight ? [] : [`the history has a wrong line ${JSON.stringify(line)}`];
}

/** Compares what the endpoints return with what is stored. */
async function aboutEndpoints({ admin }: Scene, ledger: Ledger, lines: readonly Line[], stored: ReadonlySet<string>): Promise<string[]> {
    const problems: string[] = [];
    const told = [...ledger.invites.keys()].filter((id) => stored.has(id)).slice(-MOST_READ);
    for (const id of told) {
        const expected = lines.filter(({ inviteId }) => inviteId === id);
        const { body } = await admin.app('GET', `invites.joins?inviteId=${id}&count=${EXACT_ROWS}`);
        if (expected.length < EXACT_ROWS && (body.total !== expected.length || body.joins.length !== expected.length)) {
            problems.push(`invites.joins returns ${body.joins.length} of ${body.total} lines of ${id}, which has ${expected.length}`);
        }
    }
    const { body } = await admin.app('GET', 'invites.stats?days=2');
    const joins = body.days.reduce((sum: number, day: { joins: number }) => sum + day.joins, 0);
    const expected = lines.filter(({ outcome }) => outcome === 'joined' || outcome === 'approved').length;
    return joins === expected ? problems : [...problems, `invites.stats counts ${joins} joins, and the history has ${expected}`];
}
