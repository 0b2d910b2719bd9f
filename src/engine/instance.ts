import { Budget } from '../domain/budget';
import { KeyedQueue } from '../domain/keyedQueue';
import { KeptValues } from './keptValues';
import { PendingJoins } from './pendingJoins';
import { Tallies } from './tallies';
import { after } from './time';

const QUEUE_PATIENCE_MS = 3000;

/** What outlives a request: one server instance's own, never relied upon for what all instances must agree on. */
export class InstanceState {
    readonly queue = new KeyedQueue(() => after(QUEUE_PATIENCE_MS));
    readonly kept = new KeptValues();
    readonly tallies = new Tallies();
    readonly wrongTokens = new Budget();
    readonly creations = new Budget();
    /** What the audit room was told of lately. */
    readonly told = new Budget();
    readonly pendingJoins = new PendingJoins();
}
