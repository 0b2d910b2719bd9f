import { Admission } from '../../src/domain/capacity/admission.ts';
import { RateLimiter, type Consumed } from '../../src/domain/policies/rateLimiter.ts';
import { seatsSurelyTaken, type Claim, type ClaimState } from '../../src/domain/model/claim.ts';
import { InviteError } from '../../src/domain/model/errors.ts';
import { MS_PER_DAY, NEVER_USED, type Invite, type Usage } from '../../src/domain/model/invite.ts';
import { KeyedLock } from '../../src/domain/capacity/keyedLock.ts';
import type {
    GuessStore,
    ClaimStore,
    Clock,
    InviteEvent,
    InviteKey,
    InviteStore,
    JoinResult,
    EventSink,
    Limits,
    Memberships,
    Permissions,
    Person,
    Room,
    Rooms,
    Secrets,
    MembershipStatus,
    Usages,
    Users,
} from '../../src/domain/ports.ts';

/** What a use case deps, in memory and all at hand, for tests of what the use cases themselves decide. Anne may do everything in the room; Bob is nobody in it. */
export class World {
    readonly anne: Person = { id: 'anne-id', username: 'anne', active: true, roles: [] };
    readonly bob: Person = { id: 'bob-id', username: 'bob', active: true, roles: [] };
    readonly room: Room = { id: 'room', type: 'p', name: 'reading', archived: false, managedByAttributes: false };

    now = Date.UTC(2026, 0, 1);
    mustStay = false;
    ceilings: Limits = { maxDays: 0, maxUses: 0, neverExpiring: true, perHour: 0 };
    /** How often admission waited. */
    pauses = 0;
    readonly stored = new Map<string, Invite>();
    readonly claimed = new Map<string, Claim>();
    readonly tallied = new Map<string, Usage>();
    readonly tried = new Map<string, Consumed>();
    readonly reports: string[] = [];
    /** What the events was told. */
    readonly told: InviteEvent[] = [];
    /** The ids of the invites that it was told an operation is about. */
    readonly mentioned: string[] = [];
    /** What was done, in order, of what must come in an order. */
    readonly steps: string[] = [];
    readonly known: Room[] = [this.room];
    readonly people: Person[] = [this.anne, this.bob];
    readonly statuses = new Map<string, MembershipStatus>([['room:anne-id', 'member']]);
    readonly creators = new Set(['anne-id']);
    readonly managers = new Set<string>();
    readonly owners = new Set<string>();
    readonly adders = new Set(['anne-id']);
    private made = 0;

    readonly clock: Clock = { now: () => this.now };
    readonly secrets: Secrets = { token: () => tokenOf(++this.made), id: () => `id-${String(++this.made)}` };
    readonly report = (message: string): void => void this.reports.push(message);
    readonly limits = async (): Promise<Limits> => this.ceilings;
    readonly creatorMustStay = async (): Promise<boolean> => this.mustStay;
    readonly inviteCreations = new RateLimiter();
    readonly tokenGuesses = new RateLimiter();
    readonly lock = new KeyedLock(() => new Promise(() => undefined));

    readonly invites: InviteStore = {
        insert: async (invite) => void this.stored.set(invite.id, invite),
        byToken: async (token) => this.all().find((invite) => invite.token === token),
        byId: async (id) => this.stored.get(id),
        byKey: async (key) => this.all().filter((invite) => Object.entries(key).every(([name, value]) => invite[name as keyof InviteKey] === value)),
        ofRoom: async (rid) => this.all().filter((invite) => invite.rid === rid),
        createdSince: async (userId, since) => this.all().filter((invite) => invite.userId === userId && invite.createdAt > since),
        all: async () => this.all(),
        allIds: async () => new Set(this.stored.keys()),
        remove: async (id) => {
            this.steps.push(`remove ${id}`);
            this.stored.delete(id);
        },
    };

    readonly guesses: GuessStore = {
        of: async (userId) => this.tried.get(userId),
        keep: async (userId, spent) => void this.tried.set(userId, spent),
        sweep: async (before) => {
            for (const [userId, { since }] of this.tried) {
                if (since < before) {
                    this.tried.delete(userId);
                }
            }
        },
    };

    readonly claims: ClaimStore = {
        insert: async (claim) => void this.claimed.set(claim.id, claim),
        of: async (subject) => [...this.claimed.values()].filter((claim) => claim.subject === subject),
        setState: async (claim, state) => {
            this.steps.push(`${state} ${claim.id}`);
            if (this.claimed.has(claim.id)) {
                this.claimed.set(claim.id, { ...claim, state });
            }
        },
        remove: async ({ id }) => {
            this.steps.push(`withdraw ${id}`);
            this.claimed.delete(id);
        },
        removeAllOf: async () => undefined,
    };

    readonly usageStore: Usages = {
        of: async (invite) => this.tallied.get(invite.id) ?? { uses: seatsSurelyTaken(await this.claims.of(invite.id)) },
        all: async () => this.tallied,
        increment: async (invite) =>
            void this.tallied.set(invite.id, { uses: (this.tallied.get(invite.id) ?? NEVER_USED).uses + 1, lastAt: this.now }),
        forget: async (invite) => {
            this.steps.push(`forget ${invite.id}`);
            this.tallied.delete(invite.id);
        },
        sweep: async (known) => void this.steps.push(`sweep all but ${[...known].join(', ') || 'none'}`),
    };

    readonly events: EventSink = {
        attachInvite: ({ id }) => void this.mentioned.push(id),
        publish: async (event) => void this.told.push(event),
    };

    readonly rooms: Rooms = {
        byId: async (rid) => this.known.find(({ id }) => id === rid),
        byName: async (name) => this.known.find((room) => room.name === name),
    };

    readonly memberships: Memberships = {
        statusOf: async (rid, person) => this.statuses.get(`${rid}:${person.id}`) ?? 'none',
        hasSubscription: async (rid, userId) => this.statuses.has(`${rid}:${userId}`),
        join: async (rid, person) => this.join(rid, person),
    };

    readonly permissions: Permissions = {
        mayCreate: async ({ id }) => this.creators.has(id),
        mayAddUsers: async ({ id }) => this.adders.has(id),
        mayManageAll: async ({ id }) => this.managers.has(id),
        ownsRoom: async ({ id }, rid) => this.owners.has(`${rid}:${id}`),
    };

    readonly users: Users = {
        byUsername: async (username) => this.people.find((person) => person.username === username),
        byId: async (userId) => this.people.find(({ id }) => id === userId),
        namesOf: async (ids) => new Map(this.people.filter(({ id }) => ids.includes(id)).map(({ id, username }) => [id, username])),
        roomIdsOf: async () => this.known.map(({ id }) => id),
    };

    readonly admission = new Admission({
        claims: this.claims,
        clock: this.clock,
        report: this.report,
        secrets: this.secrets,
        backoff: () => this.pause(),
    });

    /** How the server takes it when it is to add somebody. Tests put their own in its place. */
    join = async (rid: string, person: Person): Promise<JoinResult> => {
        if (this.statuses.has(`${rid}:${person.id}`)) {
            return { kind: 'subscribed' };
        }
        this.statuses.set(`${rid}:${person.id}`, 'member');
        return { kind: 'joined' };
    };

    /** An invite of Anne's to the room, for a week and any number of people, unless said otherwise. */
    invite(differently: Partial<Invite> = {}): Invite {
        const made: Invite = {
            id: `invite-${String(++this.made)}`,
            token: tokenOf(this.made),
            rid: 'room',
            userId: 'anne-id',
            validFor: 7 * MS_PER_DAY,
            maxUses: 0,
            createdAt: this.now,
            ...differently,
        };
        this.stored.set(made.id, made);
        return made;
    }

    /** A claim to a place, of Bob's to that invite unless said otherwise. */
    claim(subject: string, state: ClaimState, differently: Partial<Claim> = {}): Claim {
        const made: Claim = { id: `claim-${String(++this.made)}`, subject, holder: 'bob-id', state, at: this.now, ...differently };
        this.claimed.set(made.id, made);
        return made;
    }

    /** Each time a little longer, so that two who wait do not go on in step. */
    private async pause(): Promise<void> {
        for (let turns = ++this.pauses; turns > 0; turns--) {
            await new Promise((resolve) => setImmediate(resolve));
        }
    }

    private all(): Invite[] {
        return [...this.stored.values()];
    }
}

/** What a refusal says; fails when there is none. */
export async function refusal(answer: Promise<unknown>): Promise<unknown> {
    const error = await answer.then(
        () => new Error('It was not refused.'),
        (reason: unknown) => reason,
    );
    if (!(error instanceof InviteError)) {
        throw error;
    }
    return { code: error.code, ...error.details };
}

/** A token for each number: it stands in its last four characters, in base 20. */
function tokenOf(number: number): string {
    const digits = number.toString(20).toUpperCase().padStart(4, 'A');
    return `AAAAAAAAAAAA${digits.replace(/[01I]/g, (digit) => ({ 0: 'X', 1: 'Y', I: 'Z' })[digit] as string)}`;
}
