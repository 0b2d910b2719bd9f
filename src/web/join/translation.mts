import { chooseTranslation } from '../shared/i18n.tsx';
import { PAGE_WORDS } from '../../i18n/pages.ts';

/** The page's texts in the visitor's language. */
export const { language, locale, words } = chooseTranslation(PAGE_WORDS, navigator.languages || []);
