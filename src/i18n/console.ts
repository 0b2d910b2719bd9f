import { ConsoleMessages } from './consoleMessages';
import { CONSOLE } from './languages/en/console';
import { REPORTS } from './languages/en/reports';
import { TAGS } from './pageTranslations';
import { ReportMessages } from './reportMessages';

/** The texts of the console in one language. */
export interface ConsoleTexts {
    readonly words: ConsoleMessages;
    /** Those of overview, people and health. */
    readonly reports: ReportMessages;
}

/** The English texts, which the script contains. The page loads those of another language. */
export const ENGLISH: ConsoleTexts = { words: CONSOLE, reports: REPORTS };

/** The languages of the console, English first. */
export const LANGUAGES: readonly string[] = ['en', ...TAGS];
