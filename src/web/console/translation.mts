import { loadTexts } from './loadTexts.mts';

/** The console's texts in the visitor's language. The modules that use them run once they are loaded. */
export const { language, locale, words, reports } = await loadTexts(navigator.languages || []);
