import { Messages } from './messages';
import { complete, Translation } from './translation';
import { GERMAN } from './languages/de';
import { ENGLISH } from './languages/en';
import { SPANISH } from './languages/es';
import { FRENCH } from './languages/fr';
import { BRAZILIAN_PORTUGUESE } from './languages/ptBR';

/** All languages except English, as their translators left them. */
export const TRANSLATIONS: readonly Translation[] = [GERMAN, SPANISH, FRENCH, BRAZILIAN_PORTUGUESE];

const LANGUAGES: readonly Messages[] = [ENGLISH, ...TRANSLATIONS.map(complete)];

/** Returns the messages for a language tag, ignoring its region, or undefined if the app lacks that language. */
export function findLanguage(tag: string | undefined): Messages | undefined {
    const primary = (tag || '').toLowerCase().split(/[-_]/)[0];
    return LANGUAGES.find((language) => language.tag.split('-')[0] === primary);
}
