import { InviteError } from '../model/errors';
import { Memberships, Person } from '../ports';
import { noSuchRoom } from './membershipRefusal';

/**
 * Returns the refusal for a caller who named a room. Outside a room, it is the same as for a name that no room has, so
 * nobody can find out which rooms exist. Other errors are returned as they are.
 */
export async function refusalForNamedRoom(memberships: Memberships, caller: Person, rid: string, error: unknown): Promise<unknown> {
    const isRefused = error instanceof InviteError && error.code === 'not_authorized';
    const isOutside = isRefused && !(await memberships.hasSubscription(rid, caller.id));
    return isOutside ? noSuchRoom() : error;
}
