import { isCreatorDeleted, CreatorDeps } from '../policies/suspension';
import { endedAt, Invite, MS_PER_DAY, NEVER_USED } from '../model/invite';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';
import { removeInvitesOfRoom, isRoomDeleted, IsRoomDeletedDeps } from './removeInvitesOfRoom';
import { GuessStore, Clock } from '../ports';
import { GUESSES_PER_PERSON } from '../policies/tokenGuesses';

export interface CleanUpDeps extends CreatorDeps, DeleteInviteDeps, IsRoomDeletedDeps {
    readonly guesses: GuessStore;
    readonly clock: Clock;
}

/** One turn has to end before the engine gives it up; what it leaves is the next turn's. */
const TURN_MS = 15 * 1000;

/**
 * Removes the invites that ended more than `keptDays` ago, whose rooms were deleted, or whose creators were, where an invite needs its creator; with what was counted
 * for them, and what attempts and removals left behind that were cut off. Any part of it may be done twice, or by two instances at once. What fails does
 * not keep the rest from being done; the first error is thrown in the end.
 */
export async function cleanUp(deps: CleanUpDeps, keptDays: number): Promise<void> {
    const { guesses, clock, invites, usageStore } = deps;
    const begun = clock.now();
    const goesOn = (): boolean => clock.now() - begun < TURN_MS;
    const failures: unknown[] = [];
    const each = async <T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> => {
        for (const thing of things) {
            if (!goesOn()) {
                return;
            }
            await work(thing).catch((error: unknown) => failures.push(error));
        }
    };
    const remove = (invite: Invite): Promise<void> => deleteInvite(deps, invite);

    const counted = await usageStore.all();
    const all = await invites.all();
    const isOver = (invite: Invite): boolean => {
        const end = endedAt({ invite, usage: counted.get(invite.id) || NEVER_USED }, begun);
        return end !== undefined && end < begun - keptDays * MS_PER_DAY;
    };
    await each(all.filter(isOver), remove);
    const rest = all.filter((invite) => !isOver(invite));
    // The server tells of a deleted room mostly, not always.
    await each(
        oneOfEach(rest, ({ rid }) => rid),
        async (invite) => {
            if (await isRoomDeleted(deps, invite)) {
                await removeInvitesOfRoom(deps, invite.rid);
            }
        },
    );
    await each(
        oneOfEach(rest, ({ userId }) => userId),
        async (invite) => {
            if (await isCreatorDeleted(deps, invite)) {
                await each(
                    rest.filter(({ userId }) => userId === invite.userId),
                    remove,
                );
            }
        },
    );
    await each([guesses], () => guesses.sweep(begun - GUESSES_PER_PERSON.withinMs, goesOn));
    await each([usageStore], async () => usageStore.sweep(await invites.allIds(), goesOn));
    if (failures.length > 0) {
        throw failures[0];
    }
}

/** One invite of each room, or creator. */
function oneOfEach(invites: readonly Invite[], of: (invite: Invite) => string): Invite[] {
    return Array.from(new Map(invites.map((invite) => [of(invite), invite] as [string, Invite])).values());
}
