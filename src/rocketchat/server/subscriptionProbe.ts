import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';

import { workspaceUrl } from '../../domain/link';
import { MembershipStatus } from '../../domain/ports';
import { Settings } from '../settings/settings';

/** A caller's login, as their request carried it. It goes to the workspace itself, and is neither cache nor logged. */
export interface Credentials {
    readonly userId: string;
    readonly authToken: string;
}

const TIMEOUT_MS = 3000;

/**
 * Asks the workspace's own REST API, as the caller, how they stand to a room: no accessor tells a ban from a membership (engine-facts.md, 2).
 */
export class SubscriptionProbe {
    constructor(
        private readonly http: IHttp,
        private readonly settings: Settings,
        private readonly credentials: Credentials,
    ) {}

    /** The caller's own status; `unverified` when the workspace does not say. */
    async statusOf(rid: string): Promise<MembershipStatus> {
        if (!(await this.settings.askAboutBans())) {
            return 'unverified';
        }
        const { userId, authToken } = this.credentials;
        let answer: IHttpResponse;
        try {
            const url = workspaceUrl(await this.settings.siteUrl(), 'api/v1/subscriptions.getOne');
            answer = await this.http.get(url, {
                params: { roomId: rid },
                headers: { 'x-user-id': userId, 'x-auth-token': authToken },
                timeout: TIMEOUT_MS,
            });
        } catch {
            // No address, down, or too slow: not knowing is an answer of its own, and the caller is told so.
            return 'unverified';
        }
        return answer && answer.statusCode === 200 ? standingIn(answer.data, rid, userId) : 'unverified';
    }
}

/** Reads the answer as something that came from outside: only what is unmistakable counts. */
function standingIn(body: unknown, rid: string, userId: string): MembershipStatus {
    const { subscription } = (body || {}) as { subscription?: unknown };
    if (typeof subscription !== 'object' || subscription === null) {
        return 'unverified';
    }
    const { rid: ofRoom, u: user, status } = subscription as { rid?: unknown; u?: { _id?: unknown }; status?: unknown };
    if (ofRoom !== rid || !user || user._id !== userId) {
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
