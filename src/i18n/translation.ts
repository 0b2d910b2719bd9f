import { ENGLISH } from './languages/en/messages';
import { Messages } from './messages';

/** Texts of which some may be missing. */
export type Partially<T> = T extends string | ((...args: never[]) => unknown) ? T : { readonly [K in keyof T]?: Partially<T[K]> };

/** The messages in a language other than English. English stands in for what is missing. */
export type Translation = Partially<Messages> & Pick<Messages, 'tag'>;

/** Returns the messages of a translation, in English where it has none. */
export function complete(translation: Translation): Messages {
    return merge(ENGLISH, translation) as Messages;
}

function merge(english: object, translated: object): object {
    const merged: Record<string, unknown> = { ...english, ...translated };
    for (const [name, value] of Object.entries(english)) {
        if (typeof value === 'object' && value !== null) {
            merged[name] = merge(value as object, (translated as Record<string, object | undefined>)[name] || {});
        }
    }
    return merged;
}
