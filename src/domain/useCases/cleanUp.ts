import { areRoomsDeleted, isCreatorDeleted } from '../policies/deletion';
import { CreatorDeps } from '../policies/suspension';
import { forEachWhile } from '../forEachWhile';
import { endedAt, Invite, MS_PER_DAY, NEVER_USED, roomIdsOf } from '../model/invite';
import { Admission } from '../capacity/admission';
import { Folding } from '../capacity/folding';
import { EventSink } from '../model/event';
import { GUESSES_PER_PERSON } from '../policies/tokenGuesses';
import { Clock, Rooms } from '../ports';
import { GuessStore, HistoryStore, NoticeStore, RequestStore, ShownListStore } from '../stores';
import { deleteInvite, DeleteInviteDeps } from './deleteInvite';
import { removeRoomless } from './removeInvitesOfRoom';
import { settlingOf } from './settleClaims';
import { sweepShownLists } from './findTarget';
import { sweepHistory } from './sweepHistory';
import { sweepRequests } from './sweepRequests';

export interface CleanUpDeps extends CreatorDeps, DeleteInviteDeps {
    readonly admission: Pick<Admission, 'settleInterrupted'>;
    readonly clock: Clock;
    readonly events: EventSink;
    readonly folding: Pick<Folding, 'fold'>;
    readonly guesses: GuessStore;
    readonly shownLists: ShownListStore;
    readonly history: HistoryStore;
    readonly notices: NoticeStore;
    readonly requests: RequestStore;
    readonly rooms: Rooms;
}

/** Fewer joined claims of an invite stay, because they say who had a use even if no history is kept. */
const FOLDED_AT_NIGHT = 50;

/** How many days to keep what is no longer needed. */
export interface KeptDays {
    readonly ended: number;
    readonly history: number;
}

/** A run must end before the engine aborts it. The next run continues the work. */
const RUN_MS = 15 * 1000;

/**
 * Deletes invites that ended more than `kept.ended` days ago or lost the room or creator they need, old history and
 * orphaned records. Finishes what was interrupted, and folds the uses of the rest.
 * Safe to repeat, and to run on two instances at once.
 *
 * @throws the first error, after it has tried everything else
 */
export async function cleanUp(deps: CleanUpDeps, kept: KeptDays): Promise<void> {
    const { admission, clock, creatorMustStay, events, folding, guesses, history, invites, memberships, notices, requests, rooms } = deps;
    const { shownLists, usageStore, users } = deps;
    const startedAt = clock.now();
    const mayContinue = (): boolean => clock.now() - startedAt < RUN_MS;
    const failures: unknown[] = [];
    const each = <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> =>
        forEachWhile(items, mayContinue, (item) => work(item).catch((error: unknown) => void failures.push(error)));
    const remove = (invite: Invite): Promise<void> => deleteInvite({ invites, usageStore }, invite);

    const usageOf = await usageStore.all();
    const all = await invites.all();
    const isOutdated = (invite: Invite): boolean => {
        const end = endedAt({ invite, usage: usageOf.get(invite.id) || NEVER_USED }, startedAt);
        return end !== undefined && end < startedAt - kept.ended * MS_PER_DAY;
    };
    await each(all.filter(isOutdated), remove);
    const rest = all.filter((invite) => !isOutdated(invite));
    // The server does not always report a deleted room.
    await each(
        oneOfEach(rest, (invite) => roomIdsOf(invite).join(' ')),
        async (invite) => {
            if (await areRoomsDeleted(rooms, memberships, invite)) {
                await removeRoomless({ invites, usageStore }, invite);
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
    await each(Array.from(await invites.unfinishedIds()), async (id) => {
        await invites.finishEdits(id);
    });
    const unsettled = await usageStore.unsettledIds(FOLDED_AT_NIGHT);
    const withUnsettledUses = rest.filter(({ id }) => unsettled.has(id));
    await each(withUnsettledUses, async (invite) => {
        await admission.settleInterrupted(invite.id, settlingOf({ events, history, memberships, users }, invite));
        await folding.fold(invite.id, mayContinue);
    });
    await each([history], () => sweepHistory({ clock, history, memberships, users }, kept.history, mayContinue));
    await each([guesses], () => guesses.sweep(startedAt - GUESSES_PER_PERSON.withinMs, mayContinue));
    await each([shownLists], () => sweepShownLists({ clock, shownLists }, mayContinue));
    await each([requests], () => sweepRequests({ clock, invites, requests }, mayContinue));
    await each([notices], async () => notices.sweep(await invites.allIds(), mayContinue));
    await each([usageStore], async () => usageStore.sweep(await invites.allIds(), mayContinue));
    if (failures.length > 0) {
        throw failures[0];
    }
}

/** Returns one invite for each value of `keyOf`. */
function oneOfEach(invites: readonly Invite[], keyOf: (invite: Invite) => string): Invite[] {
    return Array.from(new Map(invites.map((invite) => [keyOf(invite), invite] as [string, Invite])).values());
}
