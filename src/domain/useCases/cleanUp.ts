import { isCreatorDeleted, isRoomDeleted } from '../policies/deletion';
import { CreatorDeps } from '../policies/suspension';
import { endedAt, Invite, MS_PER_DAY, NEVER_USED } from '../model/invite';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';
import { removeInvitesOfRoom } from './removeInvitesOfRoom';
import { GuessStore, Clock, Rooms } from '../ports';
import { GUESSES_PER_PERSON } from '../policies/tokenGuesses';

export interface CleanUpDeps extends CreatorDeps, DeleteInviteDeps {
    readonly rooms: Rooms;
    readonly guesses: GuessStore;
    readonly clock: Clock;
}

/** A run must end before the engine aborts it. The next run continues the work. */
const RUN_MS = 15 * 1000;

/**
 * Deletes invites that ended more than `keptDays` ago or lost the room or creator they need, and orphaned records.
 * Safe to repeat, and to run on two instances at once.
 *
 * @throws the first error, after it has tried everything else
 */
export async function cleanUp(deps: CleanUpDeps, keptDays: number): Promise<void> {
    const { guesses, clock, creatorMustStay, invites, memberships, rooms, usageStore, users } = deps;
    const startedAt = clock.now();
    const mayContinue = (): boolean => clock.now() - startedAt < RUN_MS;
    const failures: unknown[] = [];
    const each = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
        for (const item of items) {
            if (!mayContinue()) {
                return;
            }
            await work(item).catch((error: unknown) => failures.push(error));
        }
    };
    const remove = (invite: Invite): Promise<void> => deleteInvite(deps, invite);

    const usageOf = await usageStore.all();
    const all = await invites.all();
    const isOutdated = (invite: Invite): boolean => {
        const end = endedAt({ invite, usage: usageOf.get(invite.id) || NEVER_USED }, startedAt);
        return end !== undefined && end < startedAt - keptDays * MS_PER_DAY;
    };
    await each(all.filter(isOutdated), remove);
    const rest = all.filter((invite) => !isOutdated(invite));
    // The server does not always report a deleted room.
    await each(
        oneOfEach(rest, ({ rid }) => rid),
        async (invite) => {
            if (await isRoomDeleted(rooms, memberships, invite)) {
                await removeInvitesOfRoom(deps, invite.rid);
            }
        },
    );
    await each((await creatorMustStay()) ? oneOfEach(rest, ({ userId }) => userId) : [], async (invite) => {
        if (await isCreatorDeleted(users, memberships, invite)) {
            await each(
                rest.filter(({ userId }) => userId === invite.userId),
                remove,
            );
        }
    });
    await each([guesses], () => guesses.sweep(startedAt - GUESSES_PER_PERSON.withinMs, mayContinue));
    await each([usageStore], async () => usageStore.sweep(await invites.allIds(), mayContinue));
    if (failures.length > 0) {
        throw failures[0];
    }
}

/** Returns one invite for each value of `keyOf`. */
function oneOfEach(invites: readonly Invite[], keyOf: (invite: Invite) => string): Invite[] {
    return Array.from(new Map(invites.map((invite) => [keyOf(invite), invite] as [string, Invite])).values());
}
