import type { Client } from './client.mts';
import type { InvitesBody, Room } from './entities.mts';
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
 * may edit find rooms that other permissions open to them. Rooms of a list that cannot be read are missing. Links of the
 * room `rid` count even if there are many others.
 */
export async function readManagedRooms(client: Client, rid = ''): Promise<Room[]> {
    const [subscriptions, invites, ofRoom] = await Promise.all([
        client.getFromWorkspace<{ update?: readonly Subscription[] }>('subscriptions.get'),
        client.get<InvitesBody>('invites.list', { count: '100' }),
        rid === '' ? undefined : client.get<InvitesBody>('invites.list', { rid, count: '1' }),
    ]);
    const byRole = ((subscriptions.body && subscriptions.body.update) || [])
        .filter(({ t, roles = [] }) => (t === 'c' || t === 'p') && roles.some((role) => MANAGING_ROLES.includes(role)))
        .map(({ rid, ...room }): Room => ({ ...room, _id: rid }));
    const listed = [invites, ofRoom].flatMap((list) => (list && list.body ? list.body.invites : []));
    const byInvite = listed.filter(({ mayEdit }) => mayEdit).flatMap(({ rooms }) => rooms);
    const rooms = new Map([...byInvite, ...byRole].map((room) => [room._id, room]));
    return [...rooms.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}
