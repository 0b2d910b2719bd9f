import { areRoomsDeleted, isCreatorDeleted } from '../policies/deletion';
import { CreatorDeps } from '../policies/suspension';
import { duringNext, forEachWhile, inTurns } from '../timeLimit';
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

/** The checks that ask the server about each room and each person end earlier, so that they leave time for the rest. */
const CHECKS_MS = 10 * 1000;

/**
 * Deletes invites that ended more than `kept.ended` days ago or lost the room or creator they need, old history and
 * orphaned records. Finishes what was interrupted, and folds the uses of the rest.
 * Safe to repeat, and to run on two instances at once.
 *
 * @throws the first error, after it has tried everything else
 */
export async function cleanUp(deps: CleanUpDeps, kept: KeptDays): Promise<void> {
    const { admission, clock, events, folding, guesses, history, invites, memberships, notices, requests, shownLists, usageStore, users } = deps;
    const startedAt = clock.now();
    const mayContinue = duringNext(RUN_MS, clock);
    const mayCheck = duringNext(CHECKS_MS, clock);
    const failures: unknown[] = [];
    const each = <T>(items: readonly T[], work: (item: T) => Promise<void>, mayGoOn = mayContinue): Promise<void> =>
        forEachWhile(items, mayGoOn, (item) => work(item).catch((error: unknown) => void failures.push(error)));
    const remove = (invite: Invite): Promise<void> => deleteInvite({ invites, usageStore }, invite);

    const usageOf = await usageStore.all();
    const all = await invites.all();
    const isOutdated = (invite: Invite): boolean => {
        const end = endedAt({ invite, usage: usageOf.get(invite.id) || NEVER_USED }, startedAt);
        return end !== undefined && end < startedAt - kept.ended * MS_PER_DAY;
    };
    await each(all.filter(isOutdated), remove);
    const rest = all.filter((invite) => !isOutdated(invite));
    await each(Array.from(await invites.unfinishedIds()), async (id) => {
        await invites.finishEdits(id);
    });
    const unsettled = await usageStore.unsettledIds(FOLDED_AT_NIGHT);
    const withUnsettledUses = rest.filter(({ id }) => unsettled.has(id));
    await each(withUnsettledUses, async (invite) => {
        await admission.settleInterrupted(invite.id, settlingOf({ events, history, memberships, users }, invite));
        await folding.fold(invite.id, mayContinue);
    });
    const checkEach: Each = (items, work) => each(items, work, mayCheck);
    const checkHistory = (): Promise<void> => sweepHistory({ clock, history, memberships, users }, kept.history, mayCheck);
    const checks = [...(await checksOf(deps, rest, checkEach)), checkHistory];
    await checkEach(inTurns(checks, startedAt), (check) => check());
    await each([guesses], () => guesses.sweep(startedAt - GUESSES_PER_PERSON.withinMs, mayContinue));
    await each([shownLists], () => sweepShownLists({ clock, shownLists }, mayContinue));
    await each([requests], () => sweepRequests({ clock, invites, requests }, mayContinue));
    await each([notices], async () => notices.sweep(await invites.allIds(), mayContinue));
    await each([usageStore], async () => usageStore.sweep(await invites.allIds(), mayContinue));
    if (failures.length > 0) {
        throw failures[0];
    }
}

/** Works on one item after another. Keeps failures for the end of the run, and stops when its time is over. */
type Each = <T>(items: readonly T[], work: (item: T) => Promise<void>) => Promise<void>;

/** Returns what deletes the invites to deleted rooms, and what deletes those of deleted creators. */
async function checksOf(deps: CleanUpDeps, stored: readonly Invite[], each: Each): Promise<(() => Promise<void>)[]> {
    const { clock, creatorMustStay, invites, memberships, rooms, usageStore, users } = deps;
    const inRooms = inTurns(
        oneOfEach(stored, (invite) => roomIdsOf(invite).join(' ')),
        clock.now(),
    );
    const byCreators = inTurns((await creatorMustStay()) ? oneOfEach(stored, ({ userId }) => userId) : [], clock.now());
    // The server does not always report a deleted room.
    const checkRooms = async (invite: Invite): Promise<void> => {
        if (await areRoomsDeleted(rooms, memberships, invite)) {
            await removeRoomless({ invites, usageStore }, invite);
        }
    };
    const checkCreator = async (invite: Invite): Promise<void> => {
        if (await isCreatorDeleted(users, memberships, invite)) {
            const theirs = stored.filter(({ userId }) => userId === invite.userId);
            await each(theirs, (one) => deleteInvite({ invites, usageStore }, one));
        }
    };
    return [() => each(inRooms, checkRooms), () => each(byCreators, checkCreator)];
}

/** Returns one invite for each value of `keyOf`. */
function oneOfEach(invites: readonly Invite[], keyOf: (invite: Invite) => string): Invite[] {
    return Array.from(new Map(invites.map((invite) => [keyOf(invite), invite] as [string, Invite])).values());
}
