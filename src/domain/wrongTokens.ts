import { Allowance, Budget } from './budget';
import { AttemptStore, Clock } from './ports';

export interface WrongTokenNeeds {
    readonly attempts: AttemptStore;
    readonly clock: Clock;
    readonly wrongTokens: Budget;
}

/** Wrong tokens of one person. */
export const WRONG_TOKENS: Allowance = { most: 10, withinMs: 10 * 60 * 1000 };

/**
 * Refuses a person who has tried too many wrong tokens, as far as this process knows: a right token costs no call for it.
 *
 * @throws error-too-many-requests
 */
export function assertMayTry({ clock, wrongTokens }: Pick<WrongTokenNeeds, 'clock' | 'wrongTokens'>, userId: string): void {
    wrongTokens.assertLeft(userId, WRONG_TOKENS, clock.now(), 'guessing');
}

/**
 * Counts a wrong token, together with those that other instances have counted, and this one before a restart.
 *
 * @throws error-too-many-requests if these were too many already
 */
export async function countWrongToken({ attempts, clock, wrongTokens }: WrongTokenNeeds, userId: string): Promise<void> {
    wrongTokens.raise(userId, await attempts.of(userId));
    assertMayTry({ clock, wrongTokens }, userId);
    await attempts.keep(userId, wrongTokens.spend(userId, WRONG_TOKENS, clock.now()));
}
