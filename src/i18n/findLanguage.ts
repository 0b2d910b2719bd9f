import { ENGLISH } from './languages/en/messages';
import { Messages } from './messages';
import { primaryTag } from './primaryTag';
import { complete } from './translation';
import { TRANSLATIONS } from './translations';

/** All languages of the app, English first. */
export const LANGUAGES: readonly Messages[] = [ENGLISH, ...TRANSLATIONS.map(complete)];

/** Returns the messages for a language tag, ignoring its region, or undefined if the app lacks that language. */
export function findLanguage(tag: string | undefined): Messages | undefined {
    const primary = primaryTag(tag || '');
    return LANGUAGES.find((language) => primaryTag(language.tag) === primary);
}

/** Returns the messages for a language tag, in English if the app lacks that language. */
export function messagesIn(tag: string | undefined): Messages {
    return findLanguage(tag) || ENGLISH;
}
