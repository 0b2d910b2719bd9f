import { performance } from 'node:perf_hooks';

import type { Person } from '../e2e/scene.mts';
import type { Answer } from '../workspace/index.mts';

/** What a caller was told. `unknown`: nothing, or that something failed; it may have been done or not. */
type Said = 'yes' | 'no' | 'unknown';

/** Something that was asked for somebody in a room. Times are in ms of this process. */
export interface InviteEvent {
    readonly what: 'redeem' | 'ban' | 'unban' | 'kick';
    /** By which invite. */
    readonly invite?: Invite;
    readonly sent: number;
    /** Infinity: nobody knows. */
    ended: number;
    said: Said;
}

export interface Invite {
    readonly id: string;
    readonly token: string;
    readonly rid: string;
    readonly creator: Person;
    readonly maxUses: number;
    /** Since when it surely lets nobody in. */
    over?: number;
    /** Whether it may be gone from the store. */
    mayBeGone?: boolean;
}

/** One person and one room, and what was done about them. */
export class Pair {
    readonly steps: InviteEvent[] = [];
    /** Whether somebody of the room is doing something about the person. */
    isHandled = false;

    constructor(
        readonly person: Person,
        readonly rid: string,
    ) {}

    get isRedeeming(): boolean {
        return this.steps.some(({ what, ended }) => what === 'redeem' && ended === 0);
    }

    /** What became of some of it is not known, so no more is done that would depend on it. */
    get isClouded(): boolean {
        return this.steps.some(({ what, said }) => what !== 'redeem' && said === 'unknown');
    }
}

export interface Room {
    readonly rid: string;
    readonly owners: readonly Person[];
}

/** All that was asked for and answered. */
export class Ledger {
    readonly rooms: Room[] = [];
    readonly invites = new Map<string, Invite>();
    readonly kills: number[] = [];
    /** How often what was answered with what. */
    readonly counts = new Map<string, number>();
    /** What must never happen, as far as it shows while it happens. */
    readonly violations: string[] = [];
    private readonly pairs = new Map<string, Pair>();

    allPairs(): Pair[] {
        return [...this.pairs.values()];
    }

    pair(person: Person, rid: string): Pair {
        const key = `${person.userId}:${rid}`;
        const pair = this.pairs.get(key) ?? new Pair(person, rid);
        this.pairs.set(key, pair);
        return pair;
    }

    /** Writes down what is asked and what is answered; undefined: there was no answer. */
    async ask(operation: string, request: () => Promise<Answer<any>>): Promise<Answer<any> | undefined> {
        const answer = await this.answerTo(operation, request);
        const said = !answer ? 'no answer' : answer.status === 200 ? 'success' : String(answer.body.errorType ?? answer.body.error ?? answer.status);
        this.count(operation, said);
        if (answer && answer.status >= 500 && answer.status !== 503) {
            this.violations.push(`${operation} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
        }
        return answer && answer.status < 500 ? answer : undefined;
    }

    /** As `ask`, about somebody in a room. */
    async event(pair: Pair, what: InviteEvent['what'], request: () => Promise<Answer<any>>, invite?: Invite): Promise<InviteEvent> {
        const event: InviteEvent = { what, sent: performance.now(), ended: 0, said: 'unknown', ...(invite && { invite }) };
        pair.steps.push(event);
        const answer = await this.ask(what, request);
        event.said = !answer ? 'unknown' : answer.status === 200 ? 'yes' : 'no';
        event.ended = answer ? performance.now() : Infinity;
        return event;
    }

    count(operation: string, said: string): void {
        const key = `${operation}\t${said}`;
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }

    private async answerTo(operation: string, request: () => Promise<Answer<any>>): Promise<Answer<any> | undefined> {
        try {
            return await request();
        } catch (error) {
            // So `fetch` says that the connection ended; anything else is a complaint about the answer, which is not the app's when no instance is left.
            if (!(error instanceof TypeError || String(error).includes('knows no 503'))) {
                this.violations.push(`${operation}: ${String(error)}`);
            }
            return undefined;
        }
    }
}
