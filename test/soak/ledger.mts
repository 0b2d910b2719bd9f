import { performance } from 'node:perf_hooks';

import type { Person } from '../e2e/scene.mts';
import type { Answer } from '../workspace/index.mts';

/** The response to a caller. With `unknown`, the request may have been carried out or not. */
type Verdict = 'yes' | 'no' | 'unknown';

/** One request about a person in a room. Times are in ms of this process. */
export interface Step {
    readonly what: 'redeem' | 'ban' | 'unban' | 'kick';
    /** The invite of a redemption. */
    readonly invite?: Invite;
    readonly sent: number;
    /** Infinity if unknown. */
    ended: number;
    verdict: Verdict;
}

export interface Invite {
    readonly id: string;
    readonly token: string;
    readonly rid: string;
    readonly creator: Person;
    readonly maxUses: number;
    /** The time since which it certainly admits nobody. */
    over?: number;
    /** Whether it may have been deleted. */
    mayBeGone?: boolean;
}

/** One person in one room, with all requests about them. */
export class Pair {
    readonly steps: Step[] = [];
    /** Whether an owner is acting on the person right now. */
    isHandled = false;

    constructor(
        readonly person: Person,
        readonly rid: string,
    ) {}

    get isRedeeming(): boolean {
        return this.steps.some(({ what, ended }) => what === 'redeem' && ended === 0);
    }

    /** Whether an outcome is unknown, so no further action may depend on it. */
    get isClouded(): boolean {
        return this.steps.some(({ what, verdict }) => what !== 'redeem' && verdict === 'unknown');
    }
}

export interface Room {
    readonly rid: string;
    readonly owners: readonly Person[];
}

/** All requests and responses. */
export class Ledger {
    readonly rooms: Room[] = [];
    readonly invites = new Map<string, Invite>();
    readonly kills: number[] = [];
    /** The number of responses by operation and outcome. */
    readonly counts = new Map<string, number>();
    /** Broken rules that show during the run. */
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

    /** Sends a request and records its response. Returns undefined if there was none. */
    async send(operation: string, request: () => Promise<Answer<any>>): Promise<Answer<any> | undefined> {
        const answer = await this.answerTo(operation, request);
        const verdict = !answer
            ? 'no answer'
            : answer.status === 200
              ? 'success'
              : String(answer.body.errorType ?? answer.body.error ?? answer.status);
        this.count(operation, verdict);
        if (answer && answer.status >= 500 && answer.status !== 503) {
            this.violations.push(`${operation} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
        }
        return answer && answer.status < 500 ? answer : undefined;
    }

    /** Like `send`, for a request about a person in a room. */
    async record(pair: Pair, what: Step['what'], request: () => Promise<Answer<any>>, invite?: Invite): Promise<Step> {
        const step: Step = { what, sent: performance.now(), ended: 0, verdict: 'unknown', ...(invite && { invite }) };
        pair.steps.push(step);
        const answer = await this.send(what, request);
        step.verdict = !answer ? 'unknown' : answer.status === 200 ? 'yes' : 'no';
        step.ended = answer ? performance.now() : Infinity;
        return step;
    }

    count(operation: string, verdict: string): void {
        const key = `${operation}\t${verdict}`;
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }

    private async answerTo(operation: string, request: () => Promise<Answer<any>>): Promise<Answer<any> | undefined> {
        try {
            return await request();
        } catch (error) {
            // `fetch` throws this when the connection ended. Other errors are about the response, which is not the
            // app's if no instance is left.
            if (!(error instanceof TypeError || String(error).includes('knows no 503'))) {
                this.violations.push(`${operation}: ${String(error)}`);
            }
            return undefined;
        }
    }
}
