import { endedAt, MS_PER_DAY, NEVER_USED } from './invite';
import { Clock, InviteStore, Usages } from './ports';

export interface CleanUpNeeds {
    readonly clock: Clock;
    readonly invites: InviteStore;
    readonly usages: Usages;
}

/** One turn has to end before the engine gives it up; what it leaves is the next turn's. */
const MOST_A_TURN = 2000;

/**
 * Removes the invites that ended more than `keptDays` ago, with what was counted for them, and what attempts and removals left behind that were cut off.
 * Any part of it may be done twice, or by two instances at once.
 */
export async function cleanUp({ clock, invites, usages }: CleanUpNeeds, keptDays: number): Promise<void> {
    const counted = await usages.all();
    const before = clock.now() - keptDays * MS_PER_DAY;
    const ended = (await invites.all()).filter((invite) => {
        const end = endedAt({ invite, usage: counted.get(invite.id) || NEVER_USED }, clock.now());
        return end !== undefined && end < before;
    });
    for (const invite of ended.slice(0, MOST_A_TURN)) {
        await invites.remove(invite.id);
        await usages.forget(invite);
    }
    await usages.sweep(await invites.everyId(), MOST_A_TURN);
}
