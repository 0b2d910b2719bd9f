import { performance } from 'node:perf_hooks';

import type { Person } from '../e2e/scene.mts';
import type { Answer } from '../workspace/index.mts';

/** The response to a caller. With `unknown`, the request may have been carried out or not. */
type Verdict = 'yes' | 'no' | 'unknown';

/** One request. Times are in ms of this process. */
interface Request {
    readonly sent: number;
    /** Infinity if there was no response. */
    ended: number;
    verdict: Verdict;
}

/** One request about a person in a room. `ended` is 0 while it runs. */
export interface Step extends Request {
    readonly what: 'redeem' | 'ban' | 'unban' | 'kick' | 'leave';
    /** The invite and the token of a redemption. */
    readonly invite?: Invite;
    readonly token?: string;
    /** Whether an injected fault may have changed what happened. */
    isFaulty?: boolean;
}

export type Field = 'end' | 'label' | 'maxUses' | 'paused' | 'revoked' | 'token';

/** One request that sets a field of an invite. `value` is what it asked for; what the response says once there is one. */
export interface Edit extends Request {
    readonly field: Field;
    value: unknown;
}

export interface Invite {
    readonly id: string;
    readonly rid: string;
    readonly creator: Person;
    /** Whether `invites.create` created it, so another one may equal it. */
    readonly isExtra: boolean;
    /** All edits, beginning with the values that it was created with. */
    readonly edits: Edit[];
    /** Its tokens, with the time since which the creator knows them. */
    readonly tokens: Map<string, number>;
    /** The last known token. */
    token: string;
    /** Whether it probably admits nobody any more. */
    isOver?: boolean;
    /** Whether it may have been deleted. */
    mayBeGone?: boolean;
    /** Whether its record is being changed by hand. */
    isAgeing?: boolean;
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
    /** The times of injected faults. */
    readonly faults: number[] = [];
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
        const sent = performance.now();
        const answer = await this.answerTo(operation, request);
        const verdict = !answer
            ? 'no answer'
            : answer.status === 200
              ? 'success'
              : String(answer.body.errorType ?? answer.body.error ?? answer.status);
        this.count(operation, verdict);
        if (answer && answer.status >= 500 && answer.status !== 503 && !this.hadFaultSince(sent)) {
            const ms = Math.round(performance.now() - sent);
            this.violations.push(`${operation} was answered ${answer.status} after ${ms} ms: ${JSON.stringify(answer.body)}`);
        }
        return answer && answer.status < 500 ? answer : undefined;
    }

    /** Like `send`, for a request about a person in a room. */
    async record(
        pair: Pair,
        what: Step['what'],
        request: () => Promise<Answer<any>>,
        by?: Pick<Step, 'invite' | 'token'>,
    ): Promise<Answer<any> | undefined> {
        const step: Step = { what, sent: performance.now(), ended: 0, verdict: 'unknown', ...by };
        pair.steps.push(step);
        const answer = await this.send(what, request);
        step.isFaulty = this.hadFaultSince(step.sent);
        settle(step, answer);
        return answer;
    }

    /** Like `send`, for a request that sets fields of an invite. `valuesIn` reads what was set from the response. */
    async edit(
        invite: Invite,
        operation: string,
        wanted: Partial<Record<Field, unknown>>,
        request: () => Promise<Answer<any>>,
        valuesIn: (answer: Answer<any>) => Partial<Record<Field, unknown>> = () => ({}),
    ): Promise<Answer<any> | undefined> {
        const sent = performance.now();
        const edits = Object.entries(wanted).map(([field, value]): Edit => ({
            field: field as Field,
            value,
            sent,
            ended: Infinity,
            verdict: 'unknown',
        }));
        invite.edits.push(...edits);
        const answer = await this.send(operation, request);
        for (const edit of edits) {
            settle(edit, answer);
            if (answer?.status === 200) {
                edit.value = valuesIn(answer)[edit.field] ?? edit.value;
            }
        }
        return answer;
    }

    count(operation: string, verdict: string): void {
        const key = `${operation}\t${verdict}`;
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }

    private hadFaultSince(time: number): boolean {
        return this.faults.some((at) => at >= time);
    }

    private async answerTo(operation: string, request: () => Promise<Answer<any>>): Promise<Answer<any> | undefined> {
        try {
            return await request();
        } catch (error) {
            // `fetch` throws this when the connection ended. Other errors are about the response, which is not the
            // app's if no instance is left.
            if (!(error instanceof TypeError || String(error).includes('has no 503'))) {
                this.violations.push(`${operation}: ${String(error)}`);
            }
            return undefined;
        }
    }
}

function settle(request: Request, answer: Answer<any> | undefined): void {
    request.verdict = !answer ? 'unknown' : answer.status === 200 ? 'yes' : 'no';
    request.ended = answer ? performance.now() : Infinity;
}
