import { endedAt, MS_PER_DAY, NEVER_USED } from './invite';
import { forgetRoom, ForgetRoomNeeds, roomIsGone, RoomIsGoneNeeds } from './forgetRoom';
import { Clock, InviteStore } from './ports';

export interface CleanUpNeeds extends ForgetRoomNeeds, RoomIsGoneNeeds {
    readonly clock: Clock;
}

/** One turn has to end before the engine gives it up; what it leaves is the next turn's. */
const MOST_A_TURN = 2000;

/**
 * Removes the invites that ended more than `keptDays` ago or whose rooms were deleted, with what was counted for them, and what attempts and removals left
 * behind that were cut off.
 * Any part of it may be done twice, or by two instances at once.
 */
export async function cleanUp(needs: CleanUpNeeds, keptDays: number): Promise<void> {
    const { clock, invites, usages } = needs;
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
    await forgetDeletedRooms(needs, invites);
    await usages.sweep(await invites.everyId(), MOST_A_TURN);
}

/** The server tells of a deleted room mostly, not always. */
async function forgetDeletedRooms(needs: CleanUpNeeds, invites: InviteStore): Promise<void> {
    const oneOfEach = new Map((await invites.all()).map((invite) => [invite.rid, invite]));
    for (const invite of Array.from(oneOfEach.values())) {
        if (await roomIsGone(needs, invite)) {
            await forgetRoom(needs, invite.rid);
        }
    }
}
