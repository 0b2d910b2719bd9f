import { plainName } from '../domain/names';
import { Room } from '../domain/ports';

/** A reply truncates names and quoted words to this length. */
const MAX_SHOWN_CHARACTERS = 80;

/** Returns a room's name without markup, so its owner cannot inject links, mentions or lines into a reply. */
export function nameOf(room: Room | undefined): string {
    return (
        shortPlainName((room && (room.fname || room.name)) || '')
            .replace(/:\/\/|[*_~`[\]()<>@#|\\]/g, ' ')
            .trim() || '?'
    );
}

/** Returns a room's name for places where the client does not parse markup. */
export function plainNameOf({ fname, name }: Room): string {
    return shortPlainName(fname || name || '') || '?';
}

/** Returns a name or a typed text on one line, without invisible characters and not too long. */
export function shortPlainName(name: string): string {
    const letters = Array.from(plainName(name));
    return letters.length > MAX_SHOWN_CHARACTERS ? `${letters.slice(0, MAX_SHOWN_CHARACTERS).join('')}…` : letters.join('');
}
