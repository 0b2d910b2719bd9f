import { Subscriber } from '../app/services';
import { keepHistory } from '../domain/useCases/keepHistory';
import { RateLimiter } from '../domain/policies/rateLimiter';

/**
 * Returns a subscriber that keeps the history, unless the administrator wants none. A failed write is logged and never
 * undoes what happened.
 */
export function history(): Subscriber {
    const repeats = new RateLimiter();
    return async (event, { clock, history: store, report, secrets, settings, usageStore }) => {
        try {
            if ((await settings.keepHistoryDays()) > 0) {
                await keepHistory({ clock, history: store, secrets, usageStore }, event, repeats);
            }
        } catch (error) {
            report('The history could not be written', error);
        }
    };
}
