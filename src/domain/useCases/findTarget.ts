import { InviteError } from '../model/errors';
import { MS_PER_DAY } from '../model/invite';
import { isToken } from '../model/token';
import { Clock, Person } from '../ports';
import { ShownListStore } from '../stores';
import { InviteLookUp } from './lookUpInvite';

export interface TargetDeps {
    readonly clock: Clock;
    readonly lookUp: InviteLookUp;
    readonly shownLists: ShownListStore;
}

/** The invite that a person named. */
export interface Target {
    readonly id: string;
    /** Whether they named it by its token, so they know that it exists. */
    readonly byToken: boolean;
}

/** How long the numbers of a list are valid, in ms. */
const LIST_VALID_MS = MS_PER_DAY;

/**
 * Returns the invite that the caller named by its token, its record id, or its number in their last list. Ids are
 * lowercase, but the keyboard of a phone may capitalize the first letter. An id may belong to no invite.
 *
 * @throws error-too-many-requests after too many wrong tokens
 * @throws error-invalid-token if no invite has that token
 * @throws invalid-invitation-id if the last list has no such number
 */
export async function findTarget({ clock, lookUp, shownLists }: TargetDeps, caller: Person, target: string): Promise<Target> {
    if (isToken(target)) {
        return { id: (await lookUp.byToken(target, caller.id)).id, byToken: true };
    }
    if (!/^\d{1,6}$/.test(target)) {
        return { id: target.toLowerCase(), byToken: false };
    }
    const list = await shownLists.of(caller.id);
    const id = list && list.at > clock.now() - LIST_VALID_MS ? list.ids[Number(target) - list.first] : undefined;
    if (id === undefined) {
        throw new InviteError('invalid-invitation-id', { field: '_id', reason: 'not-listed' });
    }
    return { id, byToken: false };
}

/** Deletes the lists whose numbers are no longer valid, while `mayContinue` returns true. */
export function sweepShownLists({ clock, shownLists }: Pick<TargetDeps, 'clock' | 'shownLists'>, mayContinue: () => boolean): Promise<void> {
    return shownLists.sweep(clock.now() - LIST_VALID_MS, mayContinue);
}
