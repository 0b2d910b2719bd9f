import type { Person, Scene } from '../e2e/scene.mts';
import { addUserToRoom, type Answer } from '../workspace/index.mts';
import type { Ledger } from './ledger.mts';
import type { Random } from './random.mts';

/** After this time, another instance takes the claim of a killed one for abandoned. */
const ABANDONED_MS = 3 * 60 * 1000;
const MOST_PEOPLE = 7;

/** What is known of one person at one door. */
export interface Visit {
    readonly person: Person;
    /** Whether the link is for them. */
    readonly isInvited: boolean;
    /** The id of their last known request. */
    requestId?: string;
    /** The rooms that the app certainly let them into. */
    readonly joined: Set<string>;
    /** How many requests without a response, or during an injected fault, may have let them in. */
    unclear: number;
    /** The rooms that they were certainly banned from. */
    readonly banned: Set<string>;
    /** The rooms that a ban without a response may have closed. */
    readonly maybeBanned: Set<string>;
    /** The decisions that were told, by request. */
    readonly decisions: Map<string, string>;
    /** How many requests about them have no response yet. */
    running: number;
    /** Whether an owner is banning them right now. */
    isHandled?: boolean;
}

/** An invite to one to three rooms of its own, maybe with approval, an audience and a limit. Its terms do not change. */
export interface Door {
    readonly rids: readonly string[];
    readonly owners: readonly [Person, Person];
    readonly inviteId: string;
    readonly token: string;
    readonly approval: boolean;
    readonly isForSome: boolean;
    readonly limit: number | null;
    readonly visits: readonly Visit[];
    isRevoked?: boolean;
}

/** People ask, managers decide, and people come into several rooms at once. */
export class Doors {
    readonly all: Door[] = [];

    constructor(
        private readonly scene: Scene,
        private readonly ledger: Ledger,
        private readonly random: Random,
        private readonly owners: readonly Person[],
    ) {}

    any(): Promise<unknown> {
        const { random, all } = this;
        if (all.length === 0) {
            return this.open();
        }
        const door = random.one(all.slice(-4));
        const action = random.weighted<() => Promise<unknown>>([
            [1, () => this.open()],
            [4, () => this.knock(door, random.one(door.visits))],
            [3, () => this.crowd(door)],
            [6, () => this.decide(door, random.one(door.visits))],
            [2, () => this.decideAll(door)],
            [1, () => this.ban(door, random.one(door.visits))],
        ]);
        return action();
    }

    /** Lets the owners decide all requests that wait, then revokes some invites and lets some requests end. */
    async finish(): Promise<void> {
        const { appPersistence } = this.scene.workspace.database;
        for (const door of this.all) {
            await this.decideAll(door);
            if (this.random.chance(0.3)) {
                const { status } = await door.owners[0].app('POST', 'invites.revoke', { inviteId: door.inviteId });
                door.isRevoked = status === 200;
            }
        }
        await appPersistence.updateMany({ 'data.kind': 'request', 'data.state': 'denied' }, { $set: { 'data.until': Date.now() - 1 } });
    }

    private async open(): Promise<void> {
        const { random, scene } = this;
        const owners = random.some(this.owners, 2) as [Person, Person];
        const rids = await Promise.all(Array.from({ length: random.one([1, 2, 3]) }, () => scene.room(owners[0])));
        await Promise.all(rids.map((rid) => scene.add(rid, owners[1], 'owner')));
        const people = await scene.people(MOST_PEOPLE);
        const isForSome = random.chance(0.4);
        const listed = people.slice(isForSome ? 2 : 0);
        const terms = {
            approval: random.chance(0.7),
            maxUses: random.one([null, 1, 2, 3]),
            audience: isForSome ? { usernames: listed.map(({ user }) => user.username) } : null,
        };
        const body = { rids, label: `door ${rids[0]}`, ...terms };
        const answer = await this.ledger.send('create door', () => owners[0].app('POST', 'invites.create', body));
        if (answer?.status === 200) {
            const { _id: inviteId, inviteToken: token } = answer.body.invite;
            const visits = people.map((person): Visit => ({
                ...{ person, isInvited: listed.includes(person), unclear: 0, running: 0 },
                ...{ joined: new Set<string>(), banned: new Set<string>(), maybeBanned: new Set<string>(), decisions: new Map<string, string>() },
            }));
            this.all.push({ rids, owners, inviteId, token, approval: terms.approval, isForSome, limit: terms.maxUses, visits });
        }
    }

    private async crowd(door: Door): Promise<void> {
        const some = this.random.some(door.visits, 2 + this.random.below(4));
        const clicks = some.flatMap((visit) => (this.random.chance(0.25) ? [visit, visit] : [visit]));
        await Promise.all(clicks.map((visit) => this.knock(door, visit)));
    }

    /** A person opens the link. */
    private async knock(door: Door, visit: Visit): Promise<void> {
        if (visit.isHandled) {
            return;
        }
        const { answer, isSure } = await this.send(visit, 'knock', () => visit.person.redeem(door.token));
        visit.unclear += isSure || door.approval ? 0 : 1;
        if (!answer) {
            return;
        }
        const { status, body } = answer;
        if (!visit.isInvited && (status !== 403 || body.errorType !== 'error-not-invited')) {
            this.ledger.violations.push(`${about(door, visit)} is not invited, and was answered ${status} ${JSON.stringify(body)}`);
        }
        if (status === 200) {
            body.rooms.filter(({ joined }: { joined: boolean }) => joined).forEach(({ _id }: { _id: string }) => visit.joined.add(_id));
        } else if (status === 202) {
            visit.requestId = body.request._id;
            this.learn(door, visit, body.request);
        }
    }

    /** One or two owners decide a request at once, each as they like. */
    private async decide(door: Door, visit: Visit, wanted?: 'approve' | 'deny'): Promise<void> {
        const { random, scene } = this;
        const { requestId } = visit;
        if (requestId === undefined || visit.isHandled) {
            return;
        }
        if (visit.running === 0) {
            // No decision runs, so a claim that is left is of a killed instance.
            const filter = { 'data.kind': 'claim', 'data.subject': `decide:${requestId}`, 'data.state': 'pending' };
            await scene.workspace.database.appPersistence.updateMany(filter, { $inc: { 'data.at': -ABANDONED_MS } });
        }
        const managers = random.some(door.owners, random.chance(0.5) ? 2 : 1);
        await Promise.all(
            managers.map(async (manager) => {
                const what = wanted ?? random.one(['approve', 'approve', 'approve', 'deny'] as const);
                const { answer, isSure } = await this.send(visit, what, () => manager.app('POST', `invites.${what}`, { requestId }));
                visit.unclear += isSure || what === 'deny' ? 0 : 1;
                if (answer?.status === 200) {
                    this.learn(door, visit, answer.body.request);
                }
            }),
        );
    }

    private async decideAll(door: Door): Promise<void> {
        const { body } = (await this.ledger.send('invites.requests', () =>
            this.random.one(door.owners).app('GET', `invites.requests?inviteId=${door.inviteId}`),
        )) ?? { body: {} };
        const waiting = (body.requests ?? []).map(({ _id, person }: any) => ({ _id, personId: person._id }));
        for (const { _id, personId } of waiting) {
            const visit = door.visits.find(({ person }) => person.userId === personId)!;
            visit.requestId = _id;
            await this.decide(door, visit);
        }
    }

    /** An owner bans a person from one or all of the rooms. A ban during a join is one of the known limits. */
    private async ban(door: Door, visit: Visit): Promise<void> {
        if (visit.unclear > 0 || visit.running > 0 || visit.isHandled) {
            return;
        }
        visit.isHandled = true;
        try {
            const { person, banned, maybeBanned } = visit;
            const rids = this.random.chance(0.5) ? door.rids : [this.random.one(door.rids)];
            for (const rid of rids.filter((one) => !banned.has(one) && !maybeBanned.has(one))) {
                const { database } = this.scene.workspace;
                // Only members can be banned.
                if (!(await database.subscriptions.findOne({ rid, 'u._id': person.userId }))) {
                    await addUserToRoom(database, rid, person.user);
                }
                const body = { roomId: rid, userId: person.userId };
                const answer = await this.ledger.send('ban at door', () => door.owners[0].request('POST', '/api/v1/rooms.banUser', body));
                (answer?.status === 200 ? banned : maybeBanned).add(rid);
            }
        } finally {
            visit.isHandled = false;
        }
    }

    /** Remembers the state of a request. A decision never changes. */
    private learn(door: Door, visit: Visit, { _id, state }: { _id: string; state: string }): void {
        const known = visit.decisions.get(_id);
        if (state !== 'pending') {
            if (known !== undefined && known !== state) {
                this.ledger.violations.push(`${about(door, visit)}: the request ${_id} was ${known}, then ${state}`);
            }
            visit.decisions.set(_id, state);
        }
    }

    private async send(
        visit: Visit,
        operation: string,
        request: () => Promise<Answer<any>>,
    ): Promise<{ answer: Answer<any> | undefined; isSure: boolean }> {
        visit.running++;
        const faults = this.ledger.faults.length;
        try {
            const answer = await this.ledger.send(operation, request);
            return { answer, isSure: answer !== undefined && this.ledger.faults.length === faults };
        } finally {
            visit.running--;
        }
    }
}

export function about({ inviteId, rids, approval, limit }: Door, { person }: Visit): string {
    return `${person.user.username} at ${inviteId} (${approval ? 'approval, ' : ''}limit ${limit}) to ${rids.join()}`;
}
