import { ENGLISH, LANGUAGES, type ConsoleTexts } from '../../i18n/console.ts';
import { chooseLanguage, type ChosenLanguage } from '../shared/i18n.tsx';

/** After this time, the page appears in English. */
const TIMEOUT_MS = 5000;

/** Returns the texts in the first of the preferred languages that is supported, otherwise, or if they do not load, in English. */
export async function loadTexts(preferred: readonly string[]): Promise<ChosenLanguage & ConsoleTexts> {
    const chosen = chooseLanguage(LANGUAGES, preferred);
    if (chosen.language === 'en') {
        return { ...chosen, ...ENGLISH };
    }
    const texts = await readTexts(chosen.language);
    return texts
        ? // An update of the app can come between the script and the texts.
          { ...chosen, words: { ...ENGLISH.words, ...texts.words }, reports: { ...ENGLISH.reports, ...texts.reports } }
        : { language: 'en', locale: 'en', ...ENGLISH };
}

async function readTexts(language: string): Promise<Partial<ConsoleTexts> | undefined> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
        const response = await fetch(`console.${language}.json`, { redirect: 'error', signal: timeout.signal });
        return response.ok ? ((await response.json()) as Partial<ConsoleTexts>) : undefined;
    } catch {
        return undefined;
    } finally {
        clearTimeout(timer);
    }
}
