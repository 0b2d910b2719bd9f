import { RateLimit, RateLimiter } from './rateLimiter';
import { GuessStore, Clock } from '../ports';

export interface WrongTokenDeps {
    readonly guesses: GuessStore;
    readonly clock: Clock;
    readonly tokenGuesses: RateLimiter;
}

/** Wrong tokens of one person. */
export const GUESSES_PER_PERSON: RateLimit = { max: 10, withinMs: 10 * 60 * 1000 };

/**
 * Refuses a person who has tried too many wrong tokens, as far as this process knows: a right token costs no call for it.
 *
 * @throws error-too-many-requests
 */
export function assertMayGuess({ clock, tokenGuesses }: Pick<WrongTokenDeps, 'clock' | 'tokenGuesses'>, userId: string): void {
    tokenGuesses.assertAllowed(userId, GUESSES_PER_PERSON, clock.now(), 'guessing');
}

/**
 * Counts a wrong token, together with those that other instances have counted, and this one before a restart.
 *
 * @throws error-too-many-requests if these were too many already
 */
export async function countWrongGuess({ guesses, clock, tokenGuesses }: WrongTokenDeps, userId: string): Promise<void> {
    tokenGuesses.restore(userId, await guesses.of(userId));
    assertMayGuess({ clock, tokenGuesses }, userId);
    await guesses.keep(userId, tokenGuesses.consume(userId, GUESSES_PER_PERSON, clock.now()));
}
