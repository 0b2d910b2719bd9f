import { Admission } from '../../src/domain/capacity/admission.ts';
import type { Limits } from '../../src/domain/model/limits.ts';
import { ExclusiveWork } from '../../src/domain/capacity/exclusiveWork.ts';
import { RateLimiter, type Consumed } from '../../src/domain/policies/rateLimiter.ts';
import type { Claim, ClaimState } from '../../src/domain/model/claim.ts';
import { needsSettling, usageIn, type Counter } from '../../src/domain/model/counter.ts';
import type { HistoryEntry } from '../../src/domain/model/history.ts';
import { InviteLookUp } from '../../src/domain/useCases/lookUpInvite.ts';
import { InviteError } from '../../src/domain/model/errors.ts';
import { endOf, MS_PER_DAY, type Invite, type Terms, type Usage } from '../../src/domain/model/invite.ts';
import type { JoinRequest } from '../../src/domain/model/joinRequest.ts';
import type { Notice } from '../../src/domain/model/notice.ts';
import { KeyedLock } from '../../src/domain/capacity/keyedLock.ts';
import type { EventSink } from '../../src/domain/model/event.ts';
import type {
    Clock,
    FoldRequests,
    JoinResult,
    Memberships,
    NoticeRequests,
    Permissions,
    Person,
    Room,
    Rooms,
    TokenSource,
    MembershipStatus,
    Users,
    WorkspaceRoles,
} from '../../src/domain/ports.ts';
import type {
    GuessStore,
    ClaimStore,
    CounterStore,
    HistoryStore,
    InviteStore,
    NoticeStore,
    RequestStore,
    UsageStore,
    ShownList,
    ShownListStore,
} from '../../src/domain/stores.ts';
import type { InviteEvent } from '../../src/domain/model/event.ts';

/**
 * The ports of all use cases, in memory. Anne is a member of the room and may create invites and add people there; Bob
 * has no subscription.
 */
export class World {
    readonly anne: Person = { id: 'anne-id', username: 'anne', active: true, roles: [], verifiedEmails: [] };
    readonly bob: Person = { id: 'bob-id', username: 'bob', active: true, roles: [], verifiedEmails: [] };
    readonly room: Room = { id: 'room', type: 'p', name: 'reading', archived: false, managedByAttributes: false, federated: false };

    now = Date.UTC(2026, 0, 1);
    mustStay = false;
    ceilings: Limits = { maxDays: 0, maxUses: 0, neverExpiring: true, perHour: 0 };
    /** How often admission backed off. */
    backoffs = 0;
    /** After so many waits, an operation has no time left. */
    patience = Infinity;
    readonly storedInvites = new Map<string, Invite>();
    readonly storedClaims = new Map<string, Claim>();
    readonly usageOf = new Map<string, Usage>();
    readonly storedCounters = new Map<string, Counter>();
    readonly storedHistory = new Map<string, HistoryEntry>();
    /** The ids of the invites for which a fold was requested. */
    readonly foldsRequested: string[] = [];
    readonly wrongTokens = new Map<string, Consumed>();
    readonly lists = new Map<string, ShownList>();
    readonly storedRequests = new Map<string, JoinRequest>();
    /** The notices that were asked for. */
    readonly noticesRequested: Notice[] = [];
    /** The keys of the notices that were posted, with their invites. */
    readonly told = new Map<string, string>();
    readonly reports: string[] = [];
    /** The published events. */
    readonly published: InviteEvent[] = [];
    /** The ids of the invites attached to the operation. */
    readonly attached: string[] = [];
    /** The store writes whose order matters, in order. */
    readonly steps: string[] = [];
    readonly known: Room[] = [this.room];
    readonly people: Person[] = [this.anne, this.bob];
    readonly statuses = new Map<string, MembershipStatus>([['room:anne-id', 'member']]);
    readonly creators = new Set(['anne-id']);
    readonly managers = new Set<string>();
    readonly owners = new Set<string>();
    readonly adders = new Set(['anne-id']);
    private count = 0;
    private sweptDay: string | undefined;

    readonly clock: Clock = { now: () => this.now };
    readonly secrets: TokenSource = { token: () => tokenOf(++this.count), id: () => `id-${String(++this.count)}` };
    readonly report = (message: string): void => void this.reports.push(message);
    readonly limits = async (): Promise<Limits> => this.ceilings;
    readonly assertLinkable = async (): Promise<void> => undefined;
    readonly forgetReads = (): void => undefined;
    readonly creatorMustStay = async (): Promise<boolean> => this.mustStay;
    readonly inviteCreations = new RateLimiter();
    readonly tokenGuesses = new RateLimiter();
    readonly lock = new KeyedLock(() => new Promise(() => undefined));

    readonly invites: InviteStore = {
        insert: async (invite) => void this.storedInvites.set(invite.id, invite),
        byToken: async (token) => this.all().find((invite) => invite.token === token),
        hasToken: async (token) => this.all().some((invite) => invite.token === token),
        byId: async (id) => this.storedInvites.get(id),
        revise: async (next) => {
            const isStored = this.storedInvites.has(next.id);
            if (isStored) {
                this.storedInvites.set(next.id, next);
            }
            return isStored ? 'revised' : 'removed';
        },
        unfinishedIds: async () => new Set(),
        finishEdits: async () => undefined,
        byKey: async ({ userId, rid, validFor, maxUses }) =>
            this.all().filter(
                (invite) => invite.userId === userId && invite.rid === rid && invite.terms.validFor === validFor && invite.terms.maxUses === maxUses,
            ),
        ofRoom: async (rid) => this.all().filter((invite) => invite.rid === rid),
        createdSince: async (userId, since) => this.all().filter((invite) => invite.userId === userId && invite.createdAt > since),
        all: async () => this.all(),
        allIds: async () => new Set(this.storedInvites.keys()),
        remove: async (id) => {
            this.steps.push(`remove ${id}`);
            this.storedInvites.delete(id);
        },
    };

    readonly shownLists: ShownListStore = {
        of: async (userId) => this.lists.get(userId),
        keep: async (list) => void this.lists.set(list.userId, list),
        sweep: async (before) => {
            for (const [userId, { at }] of this.lists) {
                if (at < before) {
                    this.lists.delete(userId);
                }
            }
        },
    };
    readonly requestDays = async (): Promise<number> => 14;
    readonly requests: RequestStore = {
        insert: async (request) => void this.storedRequests.set(request.id, request),
        replace: async (request) => {
            if (this.storedRequests.has(request.id)) {
                this.storedRequests.set(request.id, request);
            }
        },
        byId: async (id) => this.storedRequests.get(id),
        ofPerson: async (inviteId, personId) => this.asked().filter((request) => request.inviteId === inviteId && request.personId === personId),
        ofInvite: async (inviteId) => this.asked().filter((request) => request.inviteId === inviteId),
        ofRoom: async (rid) => this.asked().filter((request) => request.rid === rid),
        all: async () => this.asked(),
        remove: async (id) => void this.storedRequests.delete(id),
    };
    readonly noticeRequests: NoticeRequests = { request: async (notice) => void this.noticesRequested.push(notice) };
    readonly notices: NoticeStore = {
        has: async (key) => this.told.has(key),
        add: async (key, inviteId) => void this.told.set(key, inviteId),
        sweep: async (known) => {
            for (const [key, inviteId] of this.told) {
                if (!known.has(inviteId)) {
                    this.told.delete(key);
                }
            }
        },
    };
    readonly workspaceRoles: WorkspaceRoles = {
        idOf: async (name) => (['admin', 'user'].includes(name) ? name : undefined),
        nameOf: async (id) => id,
    };
    readonly guesses: GuessStore = {
        of: async (userId) => this.wrongTokens.get(userId),
        keep: async (userId, consumed) => void this.wrongTokens.set(userId, consumed),
        sweep: async (before) => {
            for (const [userId, { since }] of this.wrongTokens) {
                if (since < before) {
                    this.wrongTokens.delete(userId);
                }
            }
        },
    };

    readonly claims: ClaimStore = {
        insert: async (claim) => void this.storedClaims.set(claim.id, claim),
        of: async (subject) => [...this.storedClaims.values()].filter((claim) => claim.subject === subject),
        setState: async (claim, state) => {
            this.steps.push(`${state} ${claim.id}`);
            if (this.storedClaims.has(claim.id)) {
                this.storedClaims.set(claim.id, { ...claim, state });
            }
        },
        remove: async ({ id }) => {
            this.steps.push(`withdraw ${id}`);
            this.storedClaims.delete(id);
        },
        removeAllOf: async () => undefined,
    };

    readonly counters: CounterStore = {
        of: async (inviteId) => [...this.storedCounters.values()].filter((counter) => counter.inviteId === inviteId),
        insert: async (counter) => void this.storedCounters.set(counter.id, counter),
        replace: async (counter) => void this.storedCounters.set(counter.id, counter),
    };

    readonly history: HistoryStore = {
        ranksPerChunk: 100,
        add: async (entry) => void this.storedHistory.set(entry.id, entry),
        ofInvite: async (inviteId, chunk) =>
            this.entries().filter((entry) => entry.inviteId === inviteId && Math.floor(entry.rank / this.history.ranksPerChunk) === chunk),
        ofPerson: async (personId) => this.entries().filter((entry) => entry.personId === personId),
        ofRoom: async (rid, month) => this.entries().filter(({ rids, at }) => rids.includes(rid) && new Date(at).toISOString().startsWith(month)),
        ofDay: async (day) => this.entries().filter(({ at }) => new Date(at).toISOString().startsWith(day)),
        removeDay: async (day) => this.removeEntries(await this.history.ofDay(day)),
        removePerson: async (personId) => this.removeEntries(await this.history.ofPerson(personId)),
        sweptUntil: async () => this.sweptDay,
        noteSwept: async (day) => void (this.sweptDay = day),
    };

    readonly foldRequests: FoldRequests = { request: async (inviteId) => void this.foldsRequested.push(inviteId) };

    readonly usageStore: UsageStore = {
        of: async ({ id }) => this.usageOf.get(id) ?? usageIn(await this.claims.of(id), await this.counters.of(id)),
        all: async () => this.usageOf,
        unsettledIds: async (threshold) =>
            new Set(
                this.all()
                    .filter(({ id }) =>
                        needsSettling(
                            [...this.storedClaims.values()].filter(({ subject }) => subject === id),
                            [],
                            threshold,
                            this.now,
                        ),
                    )
                    .map(({ id }) => id),
            ),
        forget: async (invite) => {
            this.steps.push(`forget ${invite.id}`);
            this.usageOf.delete(invite.id);
        },
        sweep: async (known) => void this.steps.push(`sweep all but ${[...known].join(', ') || 'none'}`),
    };

    readonly events: EventSink = {
        attachInvite: ({ id }) => void this.attached.push(id),
        publish: async (event) => void this.published.push(event),
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
        counters: this.counters,
        clock: this.clock,
        report: this.report,
        secrets: this.secrets,
        backoff: () => this.backoff(),
    });

    readonly exclusiveWork = new ExclusiveWork({
        claims: this.claims,
        clock: this.clock,
        report: this.report,
        secrets: this.secrets,
        backoff: () => this.backoff(),
    });

    readonly folding = { fold: async (inviteId: string): Promise<void> => void this.steps.push(`fold ${inviteId}`) };

    /** Reads the ports at each call, because tests replace them. */
    readonly lookUp = new InviteLookUp(this);

    /** Adds a person to a room like the server. Tests replace it. */
    join = async (rid: string, person: Person): Promise<JoinResult> => {
        if (this.statuses.has(`${rid}:${person.id}`)) {
            return { kind: 'subscribed' };
        }
        this.statuses.set(`${rid}:${person.id}`, 'member');
        return { kind: 'joined' };
    };

    /** Stores an invite by Anne to the room for a week and any number of people, with overrides. */
    invite({ validFor = 7 * MS_PER_DAY, maxUses = 0, ...overrides }: Partial<Invite & Terms> = {}): Invite {
        const terms = { validFor, maxUses };
        const createdAt = overrides.createdAt ?? this.now;
        const created: Invite = {
            id: `invite-${String(++this.count)}`,
            token: tokenOf(this.count),
            rid: 'room',
            userId: 'anne-id',
            moreRooms: [],
            createdAt,
            terms,
            expires: endOf(terms, createdAt),
            maxUses,
            label: null,
            pausedAt: null,
            notify: 'milestones',
            approval: false,
            audience: null,
            revision: 0,
            ...overrides,
        };
        this.storedInvites.set(created.id, created);
        return created;
    }

    /** Stores a claim by Bob to a seat of that subject, with overrides. */
    claim(subject: string, state: ClaimState, overrides: Partial<Claim> = {}): Claim {
        const created: Claim = { id: `claim-${String(++this.count)}`, subject, holder: 'bob-id', state, at: this.now, ...overrides };
        this.storedClaims.set(created.id, created);
        return created;
    }

    /** Takes a little longer each time, so two waiting callers do not stay in step. */
    private async backoff(): Promise<boolean> {
        for (let turns = ++this.backoffs; turns > 0; turns--) {
            await new Promise((resolve) => setImmediate(resolve));
        }
        return this.backoffs < this.patience;
    }

    private asked(): JoinRequest[] {
        return [...this.storedRequests.values()];
    }

    private entries(): HistoryEntry[] {
        return [...this.storedHistory.values()];
    }

    private removeEntries(entries: readonly HistoryEntry[]): void {
        entries.forEach(({ id }) => this.storedHistory.delete(id));
    }

    private all(): Invite[] {
        return [...this.storedInvites.values()];
    }
}

/** Returns the code and details of a refusal; throws if the promise resolves. */
export async function refusal(result: Promise<unknown>): Promise<unknown> {
    const error = await result.then(
        () => new Error('It was not refused.'),
        (reason: unknown) => reason,
    );
    if (!(error instanceof InviteError)) {
        throw error;
    }
    return { code: error.code, ...error.details };
}

/** Returns a distinct token per number, with the number in base 20 as its last four characters. */
function tokenOf(number: number): string {
    const digits = number.toString(20).toUpperCase().padStart(4, 'A');
    return `AAAAAAAAAAAA${digits.replace(/[01I]/g, (digit) => ({ 0: 'X', 1: 'Y', I: 'Z' })[digit] as string)}`;
}
