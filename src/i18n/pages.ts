import { GERMAN_PAGE } from './languages/de';
import { ENGLISH_PAGE } from './languages/en';
import { SPANISH_PAGE } from './languages/es';
import { FRENCH_PAGE } from './languages/fr';
import { BRAZILIAN_PORTUGUESE_PAGE } from './languages/ptBR';
import { PageMessages } from './pageMessages';

/** The texts of the link page by language tag. English stands in for what is missing, and for other languages. */
export const PAGE_WORDS: Readonly<Record<string, PageMessages>> = {
    'en': ENGLISH_PAGE,
    'de': { ...ENGLISH_PAGE, ...GERMAN_PAGE },
    'es': { ...ENGLISH_PAGE, ...SPANISH_PAGE },
    'fr': { ...ENGLISH_PAGE, ...FRENCH_PAGE },
    'pt-BR': { ...ENGLISH_PAGE, ...BRAZILIAN_PORTUGUESE_PAGE },
};
