import type { Scene } from '../e2e/scene.mts';
import type { SubscriptionDocument } from '../workspace/index.mts';
import { admissionsOf, mayBeOut, surelyBanned, unexplained } from './history.mts';
import type { Invite, Ledger } from './ledger.mts';

interface StoredInvite {
    id: string;
    rid: string;
    userId: string;
    validFor: number;
    maxUses: number;
    createdAt: number;
}

/** Compares what is stored with the responses that people got. Returns the contradictions. */
export async function audit(scene: Scene, ledger: Ledger): Promise<string[]> {
    const { subscriptions, appPersistence } = scene.workspace.database;
    const subscriptionOf = new Map((await subscriptions.find()).map((one) => [`${one.u._id}:${one.rid}`, one]));
    const stored = (await appPersistence.find({ 'data.kind': 'invite' })).map(({ data }) => data as unknown as StoredInvite);
    const { body } = await scene.admin.app('GET', 'listInvites');
    const uses = new Map<string, number>(body.map(({ _id, uses: times }: { _id: string; uses: number }) => [_id, times]));
    return [
        ...ledger.violations,
        ...ledger.allPairs().flatMap((pair) => aboutPair(pair, subscriptionOf.get(`${pair.person.userId}:${pair.rid}`))),
        ...[...ledger.invites.values()].flatMap((invite) => aboutInvite(invite, ledger, uses.get(invite.id))),
        ...equals(stored, uses, ledger),
    ];
}

function aboutPair(pair: ReturnType<Ledger['pair']>, subscription: SubscriptionDocument | undefined): string[] {
    const who = `${pair.person.user.username} in ${pair.rid}`;
    const isMember = subscription !== undefined && !subscription.status;
    const late = pair.steps.filter(({ what, verdict, sent, invite }) => what === 'redeem' && verdict === 'yes' && sent > (invite!.over ?? Infinity));
    return [
        ...(pair.steps.some(({ what, verdict }) => what === 'redeem' && verdict === 'yes') && !isMember && !mayBeOut(pair)
            ? ['was let in and is not in']
            : []),
        ...(isMember && unexplained(pair) ? ['is in, and nobody let them in'] : []),
        ...(surelyBanned(pair) && subscription?.status !== 'BANNED' ? ['was banned and is not'] : []),
        ...late.map(({ invite }) => `was let in by ${invite!.id} after its end`),
    ].map((problem) => `${who} ${problem}: ${JSON.stringify(pair.steps.map(({ invite, ...step }) => ({ ...step, invite: invite?.id })))}`);
}

function aboutInvite(invite: Invite, ledger: Ledger, uses: number | undefined): string[] {
    const pairs = ledger.allPairs().filter(({ rid }) => rid === invite.rid);
    const admissions = pairs.map((pair) => admissionsOf(pair, invite));
    const sum = (of: 'people' | 'least' | 'most'): number => admissions.reduce((total, one) => total + one[of], 0);
    const about = `invite ${invite.id} for ${invite.maxUses || 'any number'}`;
    const problems: string[] = [];
    if (invite.maxUses > 0 && sum('people') > invite.maxUses) {
        problems.push(`${about} let ${sum('people')} people in${invite.over === undefined ? '' : ', before its end'}`);
    }
    if (uses === undefined && !invite.mayBeGone) {
        problems.push(`${about} is gone`);
    }
    if (uses !== undefined && (uses < sum('least') || uses > sum('most'))) {
        problems.push(`${about} counts ${uses} uses, which were ${sum('least')} to ${sum('most')}`);
    }
    return problems;
}

/** Returns the open invites that equal another one of the same creator. */
function equals(stored: readonly StoredInvite[], uses: ReadonlyMap<string, number>, ledger: Ledger): string[] {
    const now = Date.now();
    const live = stored.filter(
        ({ id, validFor, createdAt, maxUses }) => (validFor === 0 || createdAt + validFor > now) && (maxUses === 0 || (uses.get(id) ?? 0) < maxUses),
    );
    const byKey = new Map<string, string[]>();
    for (const { id, userId, rid, validFor, maxUses } of live) {
        const key = [userId, rid, validFor, maxUses].join(' ');
        byKey.set(key, [...(byKey.get(key) ?? []), id]);
    }
    return [...byKey]
        .filter(([, ids]) => ids.length > 1)
        .map(
            ([key, ids]) =>
                `equal live invites ${key}: ${ids.map((id) => `${id} (${uses.get(id)} uses, ${ledger.invites.has(id) ? 'told' : 'untold'})`).join(', ')}`,
        );
}

/** Returns the records that the nightly job should have removed, once all interrupted work is old. */
export async function leftovers(scene: Scene): Promise<string[]> {
    const { appPersistence } = scene.workspace.database;
    const long = 15 * 60 * 1000;
    await appPersistence.updateMany({ 'data.kind': 'claim' }, { $inc: { 'data.at': -long } });
    await appPersistence.updateMany({ 'data.kind': 'tally' }, { $inc: { 'data.lastAt': -long } });
    await scene.workspace.night();
    const records = (await appPersistence.find()).map(({ data }) => data as unknown as Record<string, string>);
    const known = new Set(records.filter(({ kind }) => kind === 'invite').map(({ id }) => id));
    const belongsTo = { claim: 'subject', tally: 'inviteId' } as Record<string, string>;
    return records
        .filter(({ kind = '' }) => kind in belongsTo)
        .filter((record) => record.state === 'pending' || !known.has(record[belongsTo[record.kind!]!]))
        .map((record) => `left over after the nightly job: ${JSON.stringify(record)}`);
}
