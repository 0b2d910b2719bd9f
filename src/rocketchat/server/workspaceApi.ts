import { IHttp, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';

import { workspaceUrl } from '../../domain/link';
import { Settings } from '../settings/settings';

/** The caller's login, taken from the request. It is sent to the workspace only, and is neither cached nor logged. */
export interface Credentials {
    readonly userId: string;
    readonly authToken: string;
}

const TIMEOUT_MS = 3000;
/** Far more than the permission table of a workspace, the longest response that the app reads. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

const TOO_MANY = 429;

/** A response of the workspace. */
export interface WorkspaceAnswer {
    /** Undefined if it is rate limited. */
    readonly body: unknown;
    /** Whether the server refused the call because there were too many. */
    readonly isRateLimited: boolean;
    /** When it was sent, in ms since 1970 with whole seconds, by the clock of the instance that sent it; undefined if it does not say. */
    readonly date: number | undefined;
}

/** Reads from the workspace's REST API with the caller's login, at the Site URL only. */
export class WorkspaceApi {
    constructor(
        private readonly http: IHttp,
        private readonly settings: Settings,
        private readonly credentials: Credentials,
    ) {}

    /** The person whose login it is. */
    get userId(): string {
        return this.credentials.userId;
    }

    /** Returns the body of the response, which the caller must validate; undefined as `request`, and if it is rate limited. */
    async get(endpoint: string, params: Readonly<Record<string, string>> = {}): Promise<unknown> {
        const answer = await this.request(endpoint, params);
        return answer && answer.body;
    }

    /**
     * Returns the response. Returns undefined if the workspace does not return one in time, or the administrator does not
     * allow such calls.
     */
    async request(endpoint: string, params: Readonly<Record<string, string>> = {}): Promise<WorkspaceAnswer | undefined> {
        if (!(await this.settings.mayUseLogins())) {
            return undefined;
        }
        const { userId, authToken } = this.credentials;
        let response: IHttpResponse;
        try {
            response = await this.http.get(workspaceUrl(await this.settings.siteUrl(), `api/v1/${endpoint}`), {
                params: { ...params },
                headers: { 'x-user-id': userId, 'x-auth-token': authToken },
                timeout: TIMEOUT_MS,
            });
        } catch {
            // The workspace has no address, is down or is too slow. The error may hold the login, so it is not logged.
            return undefined;
        }
        if (response && response.statusCode === TOO_MANY) {
            return { body: undefined, isRateLimited: true, date: dateOf(response) };
        }
        const isReadable = response && response.statusCode === 200 && (response.content || '').length <= MAX_CHARACTERS;
        return isReadable ? { body: response.data as unknown, isRateLimited: false, date: dateOf(response) } : undefined;
    }
}

function dateOf({ headers }: IHttpResponse): number | undefined {
    const date = Date.parse((headers && headers.date) || '');
    return Number.isNaN(date) ? undefined : date;
}
