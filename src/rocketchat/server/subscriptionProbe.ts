import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';

import { workspaceUrl } from '../../domain/link';
import { MembershipStatus } from '../../domain/ports';
import { Settings } from '../settings/settings';

/** The caller's login, taken from the request. It is sent to the workspace only, and is neither cached nor logged. */
export interface Credentials {
    readonly userId: string;
    readonly authToken: string;
}

const TIMEOUT_MS = 3000;

/**
 * Reads the caller's subscription over the workspace's REST API, with the caller's login.
 * The engine's accessors do not distinguish a ban from a membership.
 */
export class SubscriptionProbe {
    constructor(
        private readonly http: IHttp,
        private readonly settings: Settings,
        private readonly credentials: Credentials,
    ) {}

    /** The person whose status the probe reads. */
    get userId(): string {
        return this.credentials.userId;
    }

    /** Returns the caller's own status, or `unverified` if the workspace does not return it. */
    async statusOf(rid: string): Promise<MembershipStatus> {
        if (!(await this.settings.checksBansOverRest())) {
            return 'unverified';
        }
        const { userId, authToken } = this.credentials;
        let response: IHttpResponse;
        try {
            const url = workspaceUrl(await this.settings.siteUrl(), 'api/v1/subscriptions.getOne');
            response = await this.http.get(url, {
                params: { roomId: rid },
                headers: { 'x-user-id': userId, 'x-auth-token': authToken },
                timeout: TIMEOUT_MS,
            });
        } catch {
            // The workspace has no address, is down or is too slow. The caller then gets error-membership-unverified.
            return 'unverified';
        }
        return response && response.statusCode === 200 ? parseStatus(response.data, rid, userId) : 'unverified';
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
