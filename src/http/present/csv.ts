import { PresentedEntry } from './history';

/** Excel reads UTF-8 only with a byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS: readonly (readonly [string, (entry: PresentedEntry) => string | undefined])[] = [
    ['at', ({ at }) => at],
    ['outcome', ({ outcome }) => outcome],
    ['username', ({ person }) => ('username' in person ? person.username : undefined)],
    ['name', ({ person }) => ('username' in person ? person.name : undefined)],
    ['user id', ({ person }) => person._id],
    ['room', ({ rooms }) => rooms.map(({ fname, name }) => fname || name).join(', ')],
    ['room id', ({ room, rooms }) => (rooms.length > 0 ? rooms : [room]).map(({ _id }) => _id).join(' ')],
    ['invite id', ({ invite }) => invite._id],
    ['label', ({ invite }) => invite.label || undefined],
    ['invited by', ({ invitedBy }) => ('username' in invitedBy ? invitedBy.username : undefined)],
];

/** Returns the entries as CSV (RFC 4180), with a header. */
export function toCsv(entries: readonly PresentedEntry[]): string {
    const rows = entries.map((entry) => COLUMNS.map(([, read]) => toCell(read(entry) || '')));
    return `${BYTE_ORDER_MARK}${[COLUMNS.map(([name]) => name), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/**
 * Returns a quoted cell. Spreadsheets would run a text that begins like a formula, so an apostrophe precedes it. In many
 * languages they separate cells by semicolons, and then read no quotes inside of one: a cell may begin within a text.
 */
function toCell(text: string): string {
    const harmless = text.replace(/(^|[;,\t\r\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
    return /[";,\t\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
