import { Messages } from '../messages';
import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { BRAZILIAN_PORTUGUESE } from './ptBR';

const LANGUAGES: readonly Messages[] = [ENGLISH, GERMAN, SPANISH, FRENCH, BRAZILIAN_PORTUGUESE];

/** Returns the messages for a language tag, ignoring its region, or undefined if the app lacks that language. */
export function findLanguage(tag: string | undefined): Messages | undefined {
    const primary = (tag || '').toLowerCase().split(/[-_]/)[0];
    return LANGUAGES.find((language) => language.tag.split('-')[0] === primary);
}
