import { reportTexts } from '../../i18n/pages.ts';
import { chooseTranslation } from '../shared/i18n.tsx';

/** The texts of overview, people and health in the visitor's language. */
export const { words: reports } = chooseTranslation(reportTexts(), navigator.languages || []);
