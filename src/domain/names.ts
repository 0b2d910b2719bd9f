/** Unicode marks that change the direction of the surrounding text. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Returns a text that a user chose without marks that would garble the text around it. */
export function withoutDirectionMarks(text: string): string {
    return text.replace(DIRECTION_MARKS, '');
}

/** The number of characters after which a name or a quoted word is cut. */
const MAX_SHOWN_CHARACTERS = 80;

/** Returns a name on one line, cut after 80 characters. */
export function shortName(name: string): string {
    const letters = Array.from(plainName(name));
    return letters.length > MAX_SHOWN_CHARACTERS ? `${letters.slice(0, MAX_SHOWN_CHARACTERS).join('')}…` : letters.join('');
}

/** Returns a short name without markup, so whoever chose it cannot inject links, mentions or lines; `?` if none is left. */
export function nameWithoutMarkup(name: string): string {
    return (
        shortName(name)
            .replace(/:\/\/|[*_~`[\]()<>@#|\\]/g, ' ')
            .trim() || '?'
    );
}

/** Returns a name on one line, without direction marks. */
export function plainName(name: string): string {
    return withoutDirectionMarks(name).replace(/\s+/g, ' ').trim();
}
