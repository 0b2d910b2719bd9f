/** The marks that turn the direction of the text around them. */
export const DIRECTION_MARKS = '\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069';

const MARKS = new RegExp(`[${DIRECTION_MARKS}]`, 'g');

/** A name that somebody else chose, in one line and without the marks that turn the direction of the words around it. */
export function plainName(name: string): string {
    return name.replace(MARKS, '').replace(/\s+/g, ' ').trim();
}
