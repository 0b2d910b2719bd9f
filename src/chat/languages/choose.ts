import { Words } from '../words';
import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { BRAZILIAN_PORTUGUESE } from './ptBR';

const LANGUAGES: readonly Words[] = [ENGLISH, GERMAN, SPANISH, FRENCH, BRAZILIAN_PORTUGUESE];

/** The first of the wanted languages that the app speaks, whatever their regions; otherwise English. */
export function chooseWords(wanted: readonly (string | undefined)[]): Words {
    for (const tag of wanted) {
        const primary = (tag || '').toLowerCase().split(/[-_]/)[0];
        const words = LANGUAGES.find((language) => language.tag.split('-')[0] === primary);
        if (words) {
            return words;
        }
    }
    return ENGLISH;
}
