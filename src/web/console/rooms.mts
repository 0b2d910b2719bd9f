import type { Result } from '../shared/api.mts';
import type { Client } from './client.mts';
import type { Room } from './entities.mts';

/** A row of `subscriptions.get`. A banned or invited person has one with a status. */
interface Subscription extends Omit<Room, '_id'> {
    readonly rid: string;
    readonly status?: string;
    readonly prid?: string;
}

/** Returns the channels and private groups that the caller is in, by their names. */
export async function readRooms(client: Client): Promise<Result<readonly Room[]>> {
    const { body, refusal } = await client.getFromWorkspace<{ update?: readonly Subscription[] }>('subscriptions.get');
    if (refusal) {
        return { refusal };
    }
    const rooms = (body.update || [])
        .filter(({ t, status }) => (t === 'c' || t === 'p') && status === undefined)
        .map(({ rid, name, fname, t }): Room => ({ _id: rid, ...(name && { name }), ...(fname && { fname }), ...(t && { t }) }));
    return { body: rooms.sort((a, b) => nameOf(a).localeCompare(nameOf(b))) };
}

/** Returns the name by which people know a room. */
export function nameOf({ fname, name }: Room): string {
    return fname || name || '';
}
