import { Room } from '../../domain/ports';

/** Returns the room under the server's field names, without absent values. */
export function presentRoom({ id, name, fname, type, topic, parentId }: Room): Record<string, string> {
    return withoutAbsent({ _id: id, name, fname, t: type, topic, prid: parentId });
}

/** Returns what names a room: its id, its names and its type. */
export function presentRoomName(room: Room): Record<string, string> {
    const { _id, name, fname, t } = presentRoom(room);
    return withoutAbsent({ _id, name, fname, t });
}

/** Returns the fields that have a value. */
export function withoutAbsent(fields: Record<string, string | undefined>): Record<string, string> {
    const present: Record<string, string> = {};
    for (const name of Object.keys(fields)) {
        const value = fields[name];
        if (value !== undefined && value !== null) {
            present[name] = value;
        }
    }
    return present;
}
