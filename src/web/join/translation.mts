import { chooseTranslation } from '../shared/i18n.tsx';
import { pageTexts } from '../../i18n/pages.ts';

/** The page's texts in the visitor's language. */
export const { language, locale, words } = chooseTranslation(pageTexts(), navigator.languages || []);
