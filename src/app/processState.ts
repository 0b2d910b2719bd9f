import { RateLimiter } from '../domain/policies/rateLimiter';
import { KeyedLock } from '../domain/capacity/keyedLock';
import { TtlCache } from '../rocketchat/settings/ttlCache';
import { PendingJoins } from '../rocketchat/server/pendingJoins';
import { UseCounters } from '../rocketchat/storage/useCounters';
import { delay } from './timing';

const LOCK_PATIENCE_MS = 3000;
/** How long the server may take to say who came in. */
const JOIN_PATIENCE_MS = 1000;

/** What outlives a request: one server instance's own, never relied upon for what all instances must agree on. */
export class ProcessState {
    readonly lock = new KeyedLock(() => delay(LOCK_PATIENCE_MS));
    readonly cache = new TtlCache();
    readonly useCounters = new UseCounters();
    readonly tokenGuesses = new RateLimiter();
    readonly inviteCreations = new RateLimiter();
    /** What the audit room was told of lately. */
    readonly told = new RateLimiter();
    readonly pendingJoins = new PendingJoins(() => delay(JOIN_PATIENCE_MS));
}
