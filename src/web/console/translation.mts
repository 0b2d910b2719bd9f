import { consoleTexts } from '../../i18n/pages.ts';
import { chooseTranslation } from '../shared/i18n.tsx';

/** The console's texts in the visitor's language. */
export const { language, locale, words } = chooseTranslation(consoleTexts(), navigator.languages || []);
