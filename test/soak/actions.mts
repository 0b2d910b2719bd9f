import type { Person, Scene } from '../e2e/scene.mts';
import { Editing } from './editing.mts';
import type { Invite, Ledger, Pair, Room } from './ledger.mts';
import type { Random } from './random.mts';
import { Upkeep } from './upkeep.mts';

/** After ten wrong tokens, the app would block the person for ten minutes. */
const MOST_WRONG_TOKENS = 8;

/** The actions of people on a busy workspace, one at a time and at random. */
export class Actions {
    /** Work that no action waits for. */
    readonly background: Promise<unknown>[] = [];
    private readonly editing: Editing;
    private readonly upkeep: Upkeep;
    private readonly wrongTokens = new Map<Person, number>();
    /** An invite that many people use once. */
    private popular: Invite | undefined;

    constructor(
        private readonly scene: Scene,
        private readonly ledger: Ledger,
        private readonly random: Random,
        private readonly owners: readonly Person[],
        private readonly guests: Person[],
    ) {
        this.editing = new Editing(scene, ledger, random);
        this.upkeep = new Upkeep(scene, ledger, random);
    }

    any(): Promise<unknown> {
        const { random, ledger, editing } = this;
        if (ledger.invites.size === 0) {
            return this.open();
        }
        const action = random.weighted<() => Promise<unknown>>([
            [3, () => this.open()],
            [3, () => editing.findOrCreate(random.one(this.recentRooms()))],
            [2, () => editing.create(random.one(this.recentRooms()))],
            [14, () => this.crowd(this.someInvite())],
            [8, () => this.redeem(random.one(this.guests), this.someInvite())],
            [8, () => this.passBy()],
            [8, () => this.edit(this.someInvite())],
            [3, () => this.pauseForAWhile(this.someInvite())],
            [2, () => this.rotate(this.someInvite())],
            [4, () => this.look()],
            [3, () => editing.read(this.someInvite(), random.one(this.recentRooms()))],
            [2, () => editing.revoke(this.someInvite())],
            [2, () => this.upkeep.expire(this.someInvite())],
            [10, () => this.handle()],
            [0.7, () => this.night()],
        ]);
        return action();
    }

    /** Redeems an invite as one person, by its present token if none is given. */
    async redeem(person: Person, invite: Invite, token = invite.token): Promise<void> {
        const pair = this.ledger.pair(person, invite.rid);
        const answer = await this.ledger.record(pair, 'redeem', () => person.redeem(token), { invite, token });
        if (answer?.body.errorType === 'error-invalid-token') {
            await this.countWrongToken(person);
        }
    }

    /** Creates a room with two owners and an invite. */
    private async open(): Promise<void> {
        const [first, second] = this.random.some(this.owners, 2) as [Person, Person];
        const room = { rid: await this.scene.room(first), owners: [first, second] };
        await this.scene.add(room.rid, second, 'owner');
        this.ledger.rooms.push(room);
        await this.editing.findOrCreate(room);
    }

    /** Many people redeem the same invite, some of them twice. */
    private async crowd(invite: Invite, size = 2 + this.random.below(8)): Promise<void> {
        const people = this.random.some(this.guests, size);
        const clicks = people.flatMap((person) => (this.random.chance(0.25) ? [person, person] : [person]));
        await Promise.all(clicks.map((person) => this.redeem(person, invite)));
    }

    /** New people come by an invite that is popular enough to be folded. */
    private async passBy(): Promise<void> {
        if (this.popular?.isOver !== false) {
            const room = this.random.one(this.ledger.rooms);
            this.popular = (await this.editing.create(room, { expires: null, maxUses: this.random.one([null, 400]) })) ?? this.popular;
            if (this.popular) {
                this.popular.isOver = false;
            }
        }
        const invite = this.popular;
        if (invite) {
            const people = await this.scene.people(4);
            await Promise.all(people.map((person) => this.redeem(person, invite)));
        }
    }

    /** One owner edits an invite, sometimes both at once. */
    private async edit(invite: Invite): Promise<void> {
        const editors = this.ownersOf(invite).slice(this.random.chance(0.3) ? 0 : 1);
        await Promise.all(editors.map((editor) => this.editing.update(invite, editor)));
    }

    /** Pauses an invite, lets people try it, and resumes it. */
    private async pauseForAWhile(invite: Invite): Promise<void> {
        const [first, second] = this.ownersOf(invite);
        await this.editing.change(invite, first!, { paused: true });
        await this.crowd(invite, 3);
        await this.editing.change(invite, second!, { paused: false });
    }

    /** Rotates a token. People go on using the former one. */
    private async rotate(invite: Invite): Promise<void> {
        const former = [...invite.tokens.keys()];
        await Promise.all([this.editing.rotate(invite), this.crowd(invite, 2)]);
        await this.redeem(await this.scene.person(), invite, this.random.one(former));
    }

    private async look(): Promise<void> {
        const { token } = this.someInvite();
        const guest = await this.scene.person();
        await (this.random.chance(0.5)
            ? this.ledger.send('validate', () => this.scene.anonymous().app('POST', 'validateInviteToken', { token }))
            : this.ledger.send('info', () => guest.app('POST', 'inviteInfo', { token })));
    }

    /** A person leaves, or an owner bans, unbans or removes them, whatever they do meanwhile. */
    private async handle(): Promise<void> {
        const { random, ledger } = this;
        const free = ledger.allPairs().slice(-800).filter(isFree).slice(-80);
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
            const what = subscription.status ? 'unban' : random.one(['ban', 'kick', 'leave', 'leave'] as const);
            const owner = random.one(ledger.rooms.find((room) => room.rid === rid)!.owners);
            const path = { ban: 'rooms.banUser', unban: 'rooms.unbanUser', kick: 'groups.kick', leave: 'groups.leave' }[what];
            const actor = what === 'leave' ? person : owner;
            const done = ledger.record(pair, what, () => actor.request('POST', `/api/v1/${path}`, { roomId: rid, userId: person.userId }));
            const last = pair.steps.filter(({ invite }) => invite).at(-1)?.invite;
            // The person uses their link at the same time, or comes again.
            await Promise.all([done, last && random.chance(0.4) ? this.redeem(person, last) : undefined]);
            if (last && random.chance(0.4)) {
                await Promise.all([this.redeem(person, last), random.chance(0.3) ? this.redeem(person, last) : undefined]);
            }
        } finally {
            pair.isHandled = false;
        }
    }

    private async night(): Promise<void> {
        const instance = this.random.one(this.scene.workspace.instances);
        if (instance) {
            await this.upkeep.ageUses();
            this.ledger.count('night', 'begun');
            // The job never ends if its instance is killed.
            this.background.push(this.scene.workspace.night([instance]).catch(() => undefined));
        }
    }

    /** Replaces a guest before the app blocks them. */
    private async countWrongToken(person: Person): Promise<void> {
        const times = (this.wrongTokens.get(person) ?? 0) + 1;
        this.wrongTokens.set(person, times);
        const index = this.guests.indexOf(person);
        if (times === MOST_WRONG_TOKENS && index >= 0) {
            this.guests[index] = await this.scene.person();
        }
    }

    /** Usually picks a recent invite, which others use as well. */
    private someInvite(): Invite {
        const all = [...this.ledger.invites.values()];
        const recent = all.slice(-8).filter(({ isOver }) => !isOver);
        return this.random.chance(0.97) && recent.length > 0 ? this.random.one(recent) : this.random.one(all.slice(-60));
    }

    private recentRooms(): Room[] {
        return this.ledger.rooms.slice(-6);
    }

    private ownersOf({ rid }: Invite): readonly Person[] {
        return this.random.some(this.ledger.rooms.find((room) => room.rid === rid)!.owners, 2);
    }
}

/** Whether the person has joined and the outcome of a ban or removal would be clear. */
function isFree(pair: Pair): boolean {
    return !pair.isHandled && !pair.isClouded && isAtRest(pair) && pair.steps.some(({ verdict }) => verdict === 'yes');
}

function isAtRest(pair: Pair): boolean {
    return !pair.isRedeeming;
}
