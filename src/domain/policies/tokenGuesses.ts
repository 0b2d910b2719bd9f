import { RateLimit, RateLimiter } from './rateLimiter';
import { Clock } from '../ports';
import { GuessStore } from '../stores';

export interface WrongTokenDeps {
    readonly guesses: GuessStore;
    readonly clock: Clock;
    readonly tokenGuesses: RateLimiter;
}

/** How many wrong tokens one person may try. */
export const GUESSES_PER_PERSON: RateLimit = { max: 10, withinMs: 10 * 60 * 1000 };

/**
 * Refuses a person who tried too many wrong tokens, as counted by this process. Reading the store would cost each valid
 * token a call.
 *
 * @throws error-too-many-requests
 */
export function assertMayGuess({ clock, tokenGuesses }: Pick<WrongTokenDeps, 'clock' | 'tokenGuesses'>, userId: string): void {
    tokenGuesses.assertAllowed(userId, GUESSES_PER_PERSON, clock.now(), 'guessing');
}

/**
 * Counts a wrong token, on top of those counted by other instances and before a restart.
 *
 * @throws error-too-many-requests if the person had already reached the limit
 */
export async function countWrongGuess({ guesses, clock, tokenGuesses }: WrongTokenDeps, userId: string): Promise<void> {
    tokenGuesses.restore(userId, await guesses.of(userId));
    assertMayGuess({ clock, tokenGuesses }, userId);
    await guesses.keep(userId, tokenGuesses.consume(userId, GUESSES_PER_PERSON, clock.now()));
}
