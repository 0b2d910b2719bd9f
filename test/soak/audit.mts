import type { Scene } from '../e2e/scene.mts';
import type { SubscriptionDocument } from '../workspace/index.mts';
import { aboutRevisions, latestOf, type StoredInvite } from './auditEdits.mts';
import { aboutHistory } from './auditHistory.mts';
import { closedDuring, largestLimit, limitsOf } from './edits.mts';
import { admittedBy, mayBeOut, surelyBanned, unexplained, usesBy } from './history.mts';
import type { Invite, Ledger, Pair } from './ledger.mts';

/**
 * Compares what is stored with the responses that people got, before and after the nightly job has finished all
 * interrupted work. Returns the contradictions.
 */
export async function audit(scene: Scene, ledger: Ledger): Promise<string[]> {
    const { subscriptions, appPersistence } = scene.workspace.database;
    const subscriptionOf = new Map((await subscriptions.find()).map((one) => [`${one.u._id}:${one.rid}`, one]));
    const before = await usesIn(scene);
    const stored = (await appPersistence.find({ 'data.kind': 'invite' })).map(({ data }) => data as unknown as StoredInvite);
    const found = [
        ...ledger.violations,
        ...ledger.allPairs().flatMap((pair) => aboutPair(pair, subscriptionOf.get(`${pair.person.userId}:${pair.rid}`))),
        ...[...ledger.invites.values()].flatMap((invite) => [
            ...aboutLimit(invite, ledger),
            ...aboutUses(invite, ledger, before.get(invite.id), false),
        ]),
        ...equals(latestOf(stored), before, ledger),
    ];
    const left = await leftovers(scene);
    const after = await usesIn(scene);
    return [
        ...found,
        ...left,
        ...[...ledger.invites.values()].flatMap((invite) => aboutUses(invite, ledger, after.get(invite.id), true)),
        ...(await aboutRevisions(scene, ledger)),
        ...(await aboutHistory(scene, ledger, subscriptionOf)),
    ];
}

async function usesIn(scene: Scene): Promise<Map<string, number>> {
    const { body } = await scene.admin.app('GET', 'listInvites');
    return new Map(body.map(({ _id, uses }: { _id: string; uses: number }) => [_id, uses]));
}

function aboutPair(pair: Pair, subscription: SubscriptionDocument | undefined): string[] {
    const who = `${pair.person.user.username} in ${pair.rid}`;
    const isMember = subscription !== undefined && !subscription.status;
    const entries = pair.steps.filter(({ what, verdict }) => what === 'redeem' && verdict === 'yes');
    const late = entries.map((step) => ({ invite: step.invite!, reason: closedDuring(step.invite!, step) })).filter(({ reason }) => reason);
    return [
        ...(entries.length > 0 && !isMember && !mayBeOut(pair) ? ['was let in and is not in'] : []),
        ...(isMember && unexplained(pair) ? ['is in, and nobody let them in'] : []),
        ...(surelyBanned(pair) && subscription?.status !== 'BANNED' ? ['was banned and is not'] : []),
        ...late.map(({ invite, reason }) => `was let in by ${invite.id}, which was ${reason}: ${JSON.stringify(invite.edits)}`),
    ].map((problem) => `${who} ${problem}: ${JSON.stringify(pair.steps.map(({ invite, ...step }) => ({ ...step, invite: invite?.id })))}`);
}

/** Compares the number of people that an invite certainly let in with its limits. */
function aboutLimit(invite: Invite, ledger: Ledger): string[] {
    const times = pairsOf(invite, ledger).map((pair) => admittedBy(pair, invite));
    const limits = [{ limit: largestLimit(invite), until: Infinity }, ...limitsOf(invite)];
    return limits
        .map(({ limit, until }) => ({ limit, people: times.filter((time) => time < until).length }))
        .filter(({ limit, people }) => people > limit)
        .map(({ limit, people }) => `invite ${invite.id} for ${limit} let ${people} people in: ${JSON.stringify(invite.edits)}`);
}

/** Until the nightly job, a refused double click may still count for a while, so there is no upper limit before it. */
function aboutUses(invite: Invite, ledger: Ledger, uses: number | undefined, isSettled: boolean): string[] {
    const about = `invite ${invite.id}`;
    if (uses === undefined) {
        return invite.mayBeGone ? [] : [`${about} is gone`];
    }
    const counts = pairsOf(invite, ledger).map((pair) => usesBy(pair, invite));
    const least = counts.reduce((sum, one) => sum + one.least, 0);
    const most = isSettled ? counts.reduce((sum, one) => sum + one.most, 0) : Infinity;
    return uses < least || uses > most ? [`${about} counts ${uses} uses, which were ${least} to ${most}`] : [];
}

function pairsOf({ rid }: Invite, ledger: Ledger): Pair[] {
    return ledger.allPairs().filter((pair) => pair.rid === rid);
}

/** Returns the open invites that equal another one of the same creator. Edited ones, those with a label and those for some people may. */
function equals(stored: readonly StoredInvite[], uses: ReadonlyMap<string, number>, ledger: Ledger): string[] {
    const now = Date.now();
    const live = stored.filter(
        ({ id, label, audience, revision, expires, maxUses }) =>
            revision === 0 && label === null && !audience && (expires === null || expires > now) && (maxUses === 0 || (uses.get(id) ?? 0) < maxUses),
    );
    const byKey = new Map<string, string[]>();
    for (const { id, userId, rooms, terms, maxUses } of live) {
        const key = [userId, rooms[0], terms.validFor, maxUses].join(' ');
        byKey.set(key, [...(byKey.get(key) ?? []), id]);
    }
    return [...byKey]
        .filter(([, ids]) => ids.length > 1)
        .map(
            ([key, ids]) =>
                `equal live invites ${key}: ${ids.map((id) => `${id} (${uses.get(id)} uses, ${ledger.invites.has(id) ? 'told' : 'untold'})`).join(', ')}`,
        );
}

/** Lets so many nights pass in which the nightly job ends in time. On a busy machine, one may not, and the next goes on. */
async function nights({ workspace }: Scene, count: number): Promise<void> {
    for (let failures = 0; count > 0;) {
        try {
            await workspace.night();
            count--;
        } catch (error) {
            if (++failures > 5) {
                throw error;
            }
        }
    }
}

/** Returns the records that the nightly job should have removed, once all interrupted work is old. */
async function leftovers(scene: Scene): Promise<string[]> {
    const { appPersistence } = scene.workspace.database;
    const long = 15 * 60 * 1000;
    await appPersistence.updateMany({ 'data.kind': 'claim' }, { $inc: { 'data.at': -long } });
    await appPersistence.updateMany({ 'data.kind': 'tally' }, { $inc: { 'data.lastAt': -long, 'data.foldedAt': -long } });
    // What one night begins, the next one may have to finish.
    await nights(scene, 2);
    const records = (await appPersistence.find()).map(({ data }) => data as unknown as Record<string, string>);
    const known = new Set(records.filter(({ kind }) => kind === 'invite').map(({ id }) => id));
    const belongsTo = { claim: 'subject', tally: 'inviteId' } as Record<string, string>;
    return records
        .filter(({ kind = '' }) => kind in belongsTo)
        .filter((record) => (record.state !== undefined && record.state !== 'joined' ? true : !known.has(record[belongsTo[record.kind!]!])))
        .map((record) => `left over after the nightly job: ${JSON.stringify(record)}`);
}
