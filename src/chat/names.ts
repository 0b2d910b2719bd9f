import { nameWithoutMarkup, shortName } from '../domain/names';
import { Room } from '../domain/ports';

/** Returns a room's name without markup, so its owner cannot inject links, mentions or lines into a reply. */
export function nameOf(room: Room | undefined): string {
    return nameWithoutMarkup((room && (room.fname || room.name)) || '');
}

/** Returns the names of rooms, without markup. Of none, returns a substitute for a name. */
export function namesOf(rooms: readonly Room[]): string {
    return rooms.length === 0 ? nameOf(undefined) : rooms.map(nameOf).join(', ');
}

/** Returns a room's name for places where the client does not parse markup. */
export function plainNameOf({ fname, name }: Room): string {
    return shortName(fname || name || '') || '?';
}
