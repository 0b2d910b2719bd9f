/** Unicode marks that change the direction of the surrounding text, as the inside of a character class. */
export const DIRECTION_MARKS = '\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069';

const MARKS = new RegExp(`[${DIRECTION_MARKS}]`, 'g');

/** Returns a name on one line, without direction marks: users choose names, and could garble the text around them. */
export function plainName(name: string): string {
    return name.replace(MARKS, '').replace(/\s+/g, ' ').trim();
}
