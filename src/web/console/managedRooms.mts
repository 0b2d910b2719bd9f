import type { Client } from './client.mts';
import type { Invite, Room } from './entities.mts';
import { nameOf } from './rooms.mts';

/** A row of `subscriptions.get`. */
interface Subscription extends Omit<Room, '_id'> {
    readonly rid: string;
    readonly roles?: readonly string[];
}

/** Roles in a room that may create invites there by the server's defaults. */
const MANAGING_ROLES = ['owner', 'moderator'];

/**
 * Returns the rooms that the caller manages, by their names. Roles in rooms find rooms without links. Links that the caller
 * may edit find rooms that other permissions open to them. Rooms of a list that cannot be read are missing.
 */
export async function readManagedRooms(client: Client): Promise<Room[]> {
    const [subscriptions, invites] = await Promise.all([
        client.getFromWorkspace<{ update?: readonly Subscription[] }>('subscriptions.get'),
        client.get<{ invites: readonly Invite[] }>('invites.list', { count: '100' }),
    ]);
    const byRole = ((subscriptions.body && subscriptions.body.update) || [])
        .filter(({ t, roles = [] }) => (t === 'c' || t === 'p') && roles.some((role) => MANAGING_ROLES.includes(role)))
        .map(({ rid, ...room }): Room => ({ ...room, _id: rid }));
    const byInvite = (invites.body ? invites.body.invites : []).filter(({ mayEdit }) => mayEdit).flatMap(({ rooms }) => rooms);
    const rooms = new Map([...byInvite, ...byRole].map((room) => [room._id, room]));
    return [...rooms.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}
