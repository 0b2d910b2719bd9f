import { ENGLISH_PAGE } from './languages/en';
import { PageMessages } from './pageMessages';
import { PAGES } from './translations';

/** Returns the texts of the link page by language tag, English first. English stands in for what is missing. */
export function pageTexts(): Readonly<Record<string, PageMessages>> {
    const texts: Record<string, PageMessages> = { en: ENGLISH_PAGE };
    for (const [tag, page] of Object.entries(PAGES)) {
        texts[tag] = { ...ENGLISH_PAGE, ...page };
    }
    return texts;
}
