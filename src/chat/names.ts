import { nameWithoutMarkup, shortName } from '../domain/names';
import { Room } from '../domain/ports';

/** Returns a room's name without markup, so its owner cannot inject links, mentions or lines into a reply. */
export function nameOf(room: Room | undefined): string {
    return nameWithoutMarkup((room && (room.fname || room.name)) || '');
}

/** Returns a room's name for places where the client does not parse markup. */
export function plainNameOf({ fname, name }: Room): string {
    return shortName(fname || name || '') || '?';
}
