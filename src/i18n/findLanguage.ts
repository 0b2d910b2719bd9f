import { Messages } from './messages';
import { primaryTag } from './primaryTag';
import { complete, Translation } from './translation';
import { GERMAN } from './languages/de';
import { ENGLISH } from './languages/en';
import { SPANISH } from './languages/es';
import { FRENCH } from './languages/fr';
import { BRAZILIAN_PORTUGUESE } from './languages/ptBR';

/** All languages except English. Texts may be missing. */
export const TRANSLATIONS: readonly Translation[] = [GERMAN, SPANISH, FRENCH, BRAZILIAN_PORTUGUESE];

const LANGUAGES: readonly Messages[] = [ENGLISH, ...TRANSLATIONS.map(complete)];

/** Returns the messages for a language tag, ignoring its region, or undefined if the app lacks that language. */
export function findLanguage(tag: string | undefined): Messages | undefined {
    const primary = primaryTag(tag || '');
    return LANGUAGES.find((language) => primaryTag(language.tag) === primary);
}

/** Returns the messages for a language tag, in English if the app lacks that language. */
export function messagesIn(tag: string | undefined): Messages {
    return findLanguage(tag) || ENGLISH;
}
