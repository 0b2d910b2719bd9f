import { ConsoleMessages } from './consoleMessages';
import { ENGLISH_CONSOLE, ENGLISH_REPORTS } from './languages/en';
import { ReportMessages } from './reportMessages';
import { TAGS } from './translations';

/** The texts of the console in one language. */
export interface ConsoleTexts {
    readonly words: ConsoleMessages;
    /** Those of overview, people and health. */
    readonly reports: ReportMessages;
}

/** The English texts, which the script contains. The page loads those of another language. */
export const ENGLISH: ConsoleTexts = { words: ENGLISH_CONSOLE, reports: ENGLISH_REPORTS };

/** The languages of the console, English first. */
export const LANGUAGES: readonly string[] = ['en', ...TAGS];
