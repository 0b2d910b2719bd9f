import type { ComponentChild, ComponentChildren, JSX } from 'preact';

import { withoutDirectionMarks } from '../../domain/names.ts';
import { primaryTag } from '../../i18n/primaryTag.ts';

/** The language of a page. */
export interface ChosenLanguage {
    readonly language: string;
    /** The browser's own tag of that language. It formats dates, because en-GB differs from en-US. */
    readonly locale: string;
}

/** The texts of a page in the visitor's language. */
export interface Translation<Words> extends ChosenLanguage {
    readonly words: Words;
}

/** Returns the texts in the first of the preferred languages that is supported, otherwise in the first of `texts`. */
export function chooseTranslation<Words>(texts: Readonly<Record<string, Words>>, preferred: readonly string[]): Translation<Words> {
    const chosen = chooseLanguage(Object.keys(texts), preferred);
    return { ...chosen, words: texts[chosen.language] };
}

/** Returns the first of the preferred languages that is supported, otherwise the first of `supported`. */
export function chooseLanguage(supported: readonly string[], preferred: readonly string[]): ChosenLanguage {
    for (const locale of preferred.filter(isTag)) {
        const language = supported.find((tag) => primaryTag(tag) === primaryTag(locale));
        if (language) {
            return { language, locale };
        }
    }
    const [fallback = 'en'] = supported;
    return { language: fallback, locale: fallback };
}

/** Whether the tag is valid for formatting dates, because users can enter any. */
function isTag(tag: string): boolean {
    try {
        return new Intl.DateTimeFormat(tag) !== undefined;
    } catch {
        return false;
    }
}

/** Text that another person chose, isolated so that it cannot change the direction of the text around it. */
export function Isolated({ text }: { text: string }): JSX.Element {
    return <bdi>{withoutDirectionMarks(text)}</bdi>;
}

/** Returns a message with its placeholder replaced. */
export function fillIn(message: string, value: ComponentChild): ComponentChildren {
    const [before = '', after = ''] = message.split(/[{][a-z]+[}]/);
    return [before, value, after];
}

/** Returns a message with each of its placeholders replaced by the value of that name. */
export function fillAll(message: string, values: Readonly<Record<string, ComponentChild>>): ComponentChildren {
    return message.split(/[{]([a-z]+)[}]/).map((part, index) => (index % 2 === 0 ? part : values[part]));
}

/** Returns a moment in words, such as "Monday, 1 June 2026 at 12:00". */
export function formatDate(iso: string, locale: string): string {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
}

/** Returns a message as plain text, with each of its placeholders replaced. */
export function fillText(message: string, values: Readonly<Record<string, string | number>>): string {
    return message.replace(/[{]([a-z]+)[}]/g, (_placeholder, name: string) => String(values[name]));
}

/** Returns a moment as tables show it, such as "1 Jun 2026, 12:00". */
export function formatMoment(iso: string, locale: string): string {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** Returns a number of minutes in words, such as "2 minutes". */
export function formatMinutes(count: number, locale: string): string {
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);
}
