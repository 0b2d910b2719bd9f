import { forEachWhile, inTurns } from '../timeLimit';
import { dayOf, daysBetween } from '../model/history';
import { MS_PER_DAY } from '../model/invite';
import { Clock, Memberships, Users } from '../ports';
import { HistoryStore } from '../stores';

export interface SweepHistoryDeps {
    readonly clock: Clock;
    readonly history: HistoryStore;
    readonly memberships: Memberships;
    readonly users: Users;
}

/** Entries may be this many days older than the kept ones when history is swept for the first time. */
const FIRST_SWEEP_DAYS = 400;

/** Each entry is checked once in this number of days, because every day of the history costs a call. */
const DAYS_BETWEEN_CHECKS = 30;

/**
 * Deletes entries that are older than `keptDays`, and those of deleted people, while `mayContinue` returns true. The next
 * run continues the work.
 */
export async function sweepHistory(deps: SweepHistoryDeps, keptDays: number, mayContinue: () => boolean): Promise<void> {
    const { clock, history, memberships, users } = deps;
    const now = clock.now();
    const keptFrom = now - keptDays * MS_PER_DAY;
    const sweptUntil = (await history.sweptUntil()) || dayOf(keptFrom - FIRST_SWEEP_DAYS * MS_PER_DAY);
    let last = sweptUntil;
    for (const day of daysBetween(Date.parse(sweptUntil), keptFrom).reverse()) {
        if (mayContinue() && (day < dayOf(keptFrom) || keptDays === 0)) {
            await history.removeDay(day);
            last = day;
        }
    }
    if (last !== sweptUntil) {
        await history.noteSwept(last);
    }
    const checked = new Set<string>();
    const daysToCheck = daysBetween(keptFrom, now).filter((_day, age) => age % DAYS_BETWEEN_CHECKS === 0);
    await forEachWhile(inTurns(daysToCheck, now), mayContinue, async (day) => {
        await forEachWhile(inTurns(await history.ofDay(day), now), mayContinue, async ({ personId, rids }) => {
            if (!checked.has(personId)) {
                checked.add(personId);
                await removeIfDeleted({ history, memberships, users }, personId, rids[0] || '');
            }
        });
    });
}

/**
 * Deletes the history of a person whose account was deleted. Checks in two ways, because the server returns nothing
 * either if the app may not read users. The second check then throws.
 */
async function removeIfDeleted(
    { history, memberships, users }: Pick<SweepHistoryDeps, 'history' | 'memberships' | 'users'>,
    personId: string,
    rid: string,
): Promise<void> {
    if (!(await users.byId(personId)) && !(await memberships.hasSubscription(rid, personId))) {
        await history.removePerson(personId);
    }
}
