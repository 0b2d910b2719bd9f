import { InviteError } from '../../domain/model/errors';
import { Clock, MembershipStatus } from '../../domain/ports';
import { WorkspaceApi } from './workspaceApi';

/** A list of all subscriptions answers for so long. It is read once for all rooms of a page. */
const LIST_AGE_MS = 1000;

/** The server counts calls by the minute, unless its administrator has changed that. */
const RETRY_AFTER_S = 60;

/** All subscriptions of the caller, as the workspace returned them. */
interface ReadList {
    /** When they were asked for, in ms since 1970. */
    readonly at: number;
    readonly body: Promise<unknown>;
}

/**
 * Reads the caller's subscriptions over the workspace's REST API, with the caller's login. The engine's accessors do not
 * distinguish a ban from a membership. By default, the server answers ten calls of one endpoint in a minute to the address
 * from which apps call. So one room is asked about alone, and more than one in a single call.
 */
export class SubscriptionProbe {
    private first: string | undefined;
    private list: ReadList | undefined;

    constructor(
        private readonly api: WorkspaceApi,
        private readonly clock: Clock,
    ) {}

    /** The person whose status the probe reads. */
    get userId(): string {
        return this.api.userId;
    }

    /**
     * Returns the caller's own status, or `unverified` if the workspace does not return it.
     *
     * @throws error-too-many-requests if the server answers no more calls for now
     */
    async statusOf(rid: string): Promise<MembershipStatus> {
        this.first = this.first || rid;
        const isOnly = rid === this.first && !this.freshList();
        const subscription = isOnly ? subscriptionIn(await this.read('subscriptions.getOne', { roomId: rid })) : await this.listed(rid);
        return parseStatus(subscription, rid, this.userId);
    }

    private freshList(): ReadList | undefined {
        return this.list && this.clock.now() - this.list.at <= LIST_AGE_MS ? this.list : undefined;
    }

    /** Returns the subscription to a room among all of the caller's; undefined if it is not there. */
    private async listed(rid: string): Promise<unknown> {
        const list = this.freshList() || { at: this.clock.now(), body: this.read('subscriptions.get') };
        this.list = list;
        const { update } = ((await list.body) || {}) as { update?: unknown };
        return Array.isArray(update) ? update.find((subscription: { rid?: unknown } | null) => subscription && subscription.rid === rid) : undefined;
    }

    private async read(endpoint: string, params?: Readonly<Record<string, string>>): Promise<unknown> {
        const answer = await this.api.request(endpoint, params);
        if (answer && answer.isRateLimited) {
            throw new InviteError('error-too-many-requests', { retryAfter: RETRY_AFTER_S });
        }
        return answer && answer.body;
    }
}

function subscriptionIn(body: unknown): unknown {
    return ((body || {}) as { subscription?: unknown }).subscription;
}

/** Validates the response strictly, because it comes from outside the app. */
function parseStatus(subscription: unknown, rid: string, userId: string): MembershipStatus {
    if (typeof subscription !== 'object' || subscription === null) {
        return 'unverified';
    }
    const { rid: roomId, u: user, status } = subscription as { rid?: unknown; u?: { _id?: unknown }; status?: unknown };
    if (roomId !== rid || !user || user._id !== userId) {
        return 'unverified';
    }
    switch (status) {
        case undefined:
            return 'member';
        case 'BANNED':
            return 'banned';
        case 'INVITED':
            return 'invited';
        default:
            return 'unverified';
    }
}
