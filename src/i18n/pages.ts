import { ConsoleTexts, ENGLISH, LANGUAGES } from './console';
import { MORE_PAGE, PAGE } from './languages/en/page';
import { MorePageMessages, PageMessages } from './pageMessages';
import { consoleTranslations, morePageTranslations, pageTranslations, reportTranslations } from './pageTranslations';

/** Returns the texts of the link page by language tag, English first. English stands in for what is missing. */
export function pageTexts(): Readonly<Record<string, PageMessages>> {
    return completed(PAGE, pageTranslations());
}

/** Returns the texts of the page's second script in the same form. */
export function morePageTexts(): Readonly<Record<string, MorePageMessages>> {
    return completed(MORE_PAGE, morePageTranslations());
}

/** Returns the texts of the console in the same form. */
export function consoleTexts(): Readonly<Record<string, ConsoleTexts>> {
    const [words, reports] = [consoleTranslations(), reportTranslations()];
    const textsIn = (tag: string): ConsoleTexts => ({
        words: { ...ENGLISH.words, ...words[tag] },
        reports: { ...ENGLISH.reports, ...reports[tag] },
    });
    return Object.fromEntries(LANGUAGES.map((tag) => [tag, textsIn(tag)]));
}

function completed<Texts extends object>(english: Texts, translations: Readonly<Record<string, Partial<Texts>>>): Record<string, Texts> {
    const texts: Record<string, Texts> = { en: english };
    for (const [tag, translated] of Object.entries(translations)) {
        texts[tag] = { ...english, ...translated };
    }
    return texts;
}
