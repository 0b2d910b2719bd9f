import { GERMAN_PAGE } from './languages/de';
import { ENGLISH_PAGE } from './languages/en';
import { SPANISH_PAGE } from './languages/es';
import { FRENCH_PAGE } from './languages/fr';
import { BRAZILIAN_PORTUGUESE_PAGE } from './languages/ptBR';
import { PageMessages } from './pageMessages';

/** The texts of the link page by language tag. The first language is the fallback. */
export const PAGE_WORDS: Readonly<Record<string, PageMessages>> = {
    'en': ENGLISH_PAGE,
    'de': GERMAN_PAGE,
    'es': SPANISH_PAGE,
    'fr': FRENCH_PAGE,
    'pt-BR': BRAZILIAN_PORTUGUESE_PAGE,
};
