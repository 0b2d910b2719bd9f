import { MembershipStatus } from '../../domain/ports';
import { WorkspaceApi } from './workspaceApi';

/**
 * Reads the caller's subscription over the workspace's REST API, with the caller's login.
 * The engine's accessors do not distinguish a ban from a membership.
 */
export class SubscriptionProbe {
    constructor(private readonly api: WorkspaceApi) {}

    /** The person whose status the probe reads. */
    get userId(): string {
        return this.api.userId;
    }

    /** Returns the caller's own status, or `unverified` if the workspace does not return it. */
    async statusOf(rid: string): Promise<MembershipStatus> {
        return parseStatus(await this.api.get('subscriptions.getOne', { roomId: rid }), rid, this.userId);
    }
}

/** Validates the response strictly, because it comes from outside the app. */
function parseStatus(body: unknown, rid: string, userId: string): MembershipStatus {
    const { subscription } = (body || {}) as { subscription?: unknown };
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
