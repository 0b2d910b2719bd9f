import { morePageTexts } from '../../i18n/pages.ts';
import { chooseTranslation } from './common.mts';

/** The texts of the second script in the visitor's language. */
export const moreWords = chooseTranslation(morePageTexts(), navigator.languages || []).words;
