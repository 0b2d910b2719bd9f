import { RateLimiter } from '../domain/policies/rateLimiter';
import { KeyedLock } from '../domain/capacity/keyedLock';
import { TtlCache } from '../rocketchat/settings/ttlCache';
import { KnownPermissions } from '../rocketchat/server/knownPermissions';
import { PendingJoins } from '../rocketchat/server/pendingJoins';
import { Subscriber } from './services';
import { waitMs } from './timing';

const LOCK_PATIENCE_MS = 3000;
/** How long a join waits for the event that names the user who joined. */
const JOIN_PATIENCE_MS = 1000;

/** State of this process that outlives a request. It never holds anything that all instances must agree on. */
export class ProcessState {
    readonly lock = new KeyedLock(() => waitMs(LOCK_PATIENCE_MS));
    readonly cache = new TtlCache();
    readonly knownPermissions = new KnownPermissions();
    readonly foldRequests = new RateLimiter();
    readonly tokenGuesses = new RateLimiter();
    readonly inviteCreations = new RateLimiter();
    readonly pendingJoins = new PendingJoins(() => waitMs(JOIN_PATIENCE_MS));

    /** Whether `/invite` is the app's. */
    readonly inviteCommand: { status: 'ok' | 'off' | 'failed' | 'unknown' } = { status: 'unknown' };

    /** `subscribers` receive the events of all operations. */
    constructor(readonly subscribers: readonly Subscriber[]) {
        // Registering sends endpoints and commands with all enumerable members to the server. Servers that run apps on
        // Node cannot copy the promises in here.
        Object.keys(this).forEach((key) => Object.defineProperty(this, key, { enumerable: false }));
    }
}
