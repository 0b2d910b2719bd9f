import { performance } from 'node:perf_hooks';

import { DAY, type Person, type Scene } from '../e2e/scene.mts';
import type { Invite, Ledger, Pair, Room } from './ledger.mts';
import type { Random } from './random.mts';

/** The actions of people on a busy workspace, one at a time and at random. */
export class Actions {
    /** Work that no action waits for. */
    readonly background: Promise<unknown>[] = [];

    constructor(
        private readonly scene: Scene,
        private readonly ledger: Ledger,
        private readonly random: Random,
        private readonly owners: readonly Person[],
        private readonly guests: readonly Person[],
    ) {}

    any(): Promise<unknown> {
        const { random, ledger } = this;
        if (ledger.invites.size === 0) {
            return this.open();
        }
        const action = random.weighted<() => Promise<unknown>>([
            [3, () => this.open()],
            [3, () => this.invite(random.one(this.recentRooms()))],
            [14, () => this.crowd()],
            [8, () => this.redeem(random.one(this.guests), this.someInvite())],
            [4, () => this.look()],
            [2, () => this.list()],
            [2, () => this.remove(this.someInvite())],
            [2, () => this.expire(this.someInvite())],
            [8, () => this.handle()],
            [0.3, () => this.night()],
        ]);
        return action();
    }

    /** Redeems an invite as one person. */
    redeem(person: Person, invite: Invite): Promise<unknown> {
        const pair = this.ledger.pair(person, invite.rid);
        return this.ledger.record(pair, 'redeem', () => person.redeem(invite.token), invite);
    }

    /** Creates a room with two owners and an invite. */
    private async open(): Promise<void> {
        const [first, second] = this.random.some(this.owners, 2) as [Person, Person];
        const room = { rid: await this.scene.room(first), owners: [first, second] };
        await this.scene.add(room.rid, second, 'owner');
        this.ledger.rooms.push(room);
        await this.invite(room);
    }

    /** Requests an invite, sometimes several times at once. */
    private async invite({ rid, owners }: Room): Promise<void> {
        const { random } = this;
        const creator = random.one(owners);
        const days = random.one([0, 1, 7]);
        const maxUses = random.one([0, 1, 2, 3, 5, 10]);
        const times = random.chance(0.3) ? 4 : 1;
        const answers = await Promise.all(Array.from({ length: times }, () => this.ledger.send('invite', () => creator.invite(rid, days, maxUses))));
        for (const answer of answers) {
            if (answer?.status === 200) {
                const { _id: id, inviteToken: token } = answer.body;
                this.ledger.invites.set(id, this.ledger.invites.get(id) ?? { id, token, rid, creator, maxUses });
            }
        }
    }

    /** Many people redeem the same invite, some of them twice. */
    private async crowd(): Promise<void> {
        const invite = this.someInvite();
        const people = this.random.some(this.guests, 2 + this.random.below(8));
        const clicks = people.flatMap((person) => (this.random.chance(0.25) ? [person, person] : [person]));
        await Promise.all(clicks.map((person) => this.redeem(person, invite)));
    }

    private async look(): Promise<void> {
        const { token } = this.someInvite();
        const guest = this.random.one(this.guests);
        await (this.random.chance(0.5)
            ? this.ledger.send('validate', () => this.scene.anonymous().app('POST', 'validateInviteToken', { token }))
            : this.ledger.send('info', () => guest.app('POST', 'inviteInfo', { token })));
    }

    private async list(): Promise<void> {
        const query = this.random.chance(0.8) ? `?rid=${this.random.one(this.recentRooms()).rid}` : '';
        await this.ledger.send('list', () => this.scene.admin.app('GET', `listInvites${query}`));
    }

    private async remove(invite: Invite): Promise<void> {
        const remover = this.random.one([invite.creator, this.scene.admin]);
        invite.mayBeGone = true;
        const answer = await this.ledger.send('remove', () => remover.app('DELETE', `removeInvite/${invite.id}`));
        if (answer?.status === 200) {
            invite.over ??= performance.now();
        }
    }

    /** Makes an invite so old that it has expired, or that the nightly job removes it. */
    private async expire(invite: Invite): Promise<void> {
        const long = this.random.chance(0.3);
        const { appPersistence } = this.scene.workspace.database;
        const by = long ? 100 * DAY : 8 * DAY;
        invite.mayBeGone ||= long;
        await appPersistence.updateOne(
            { 'data.id': invite.id, 'data.kind': 'invite', 'data.expires': { $gt: 0 } },
            { $inc: { 'data.createdAt': -by, 'data.expires': -by } },
        );
        const aged = await appPersistence.findOne({ 'data.id': invite.id, 'data.kind': 'invite', 'data.expires': { $gt: 0 } });
        if (aged) {
            invite.over ??= performance.now();
        }
        this.ledger.count('expire', aged ? 'success' : 'not this one');
    }

    /** An owner bans, unbans or removes a person, whatever that person does meanwhile. */
    private async handle(): Promise<void> {
        const { random, ledger } = this;
        const free = ledger.allPairs().slice(-800).filter(isFree).slice(-60);
        if (free.length === 0) {
            return;
        }
        const pair = random.one(free);
        const { rid, person } = pair;
        pair.isHandled = true;
        try {
            const { database } = this.scene.workspace;
            const subscription = await database.subscriptions.findOne({ rid, 'u._id': person.userId });
            // A ban during a join is one of the known limits, so a person who is joining is left alone.
            if (!subscription || !isAtRest(pair)) {
                return;
            }
            const what = subscription.status ? 'unban' : random.one(['ban', 'ban', 'kick'] as const);
            const owner = random.one(ledger.rooms.find((room) => room.rid === rid)!.owners);
            const path = { ban: 'rooms.banUser', unban: 'rooms.unbanUser', kick: 'groups.kick' }[what];
            const done = ledger.record(pair, what, () => owner.request('POST', `/api/v1/${path}`, { roomId: rid, userId: person.userId }));
            const last = pair.steps.filter(({ invite }) => invite).at(-1)?.invite;
            // The person uses their link at the same time.
            await Promise.all([done, last && random.chance(0.5) ? this.redeem(person, last) : undefined]);
        } finally {
            pair.isHandled = false;
        }
    }

    private async night(): Promise<void> {
        const instance = this.random.one(this.scene.workspace.instances);
        if (instance) {
            this.ledger.count('night', 'begun');
            // The job never ends if its instance is killed.
            this.background.push(this.scene.workspace.night([instance]).catch(() => undefined));
        }
    }

    /** Usually picks a recent invite, which others use as well. */
    private someInvite(): Invite {
        const all = [...this.ledger.invites.values()];
        const recent = all.slice(-8).filter(({ over }) => over === undefined);
        return this.random.chance(0.97) && recent.length > 0 ? this.random.one(recent) : this.random.one(all.slice(-60));
    }

    private recentRooms(): Room[] {
        return this.ledger.rooms.slice(-6);
    }
}

/** Whether the person has joined and the outcome of a ban or removal would be clear. */
function isFree(pair: Pair): boolean {
    return !pair.isHandled && !pair.isClouded && isAtRest(pair) && pair.steps.some(({ verdict }) => verdict === 'yes');
}

function isAtRest(pair: Pair): boolean {
    return !pair.isRedeeming;
}
