/** Removes trailing characters that occur in `unwanted`. A regular expression takes quadratic time on long runs. */
export function trimmedEnd(text: string, unwanted: string): string {
    let end = text.length;
    while (end > 0 && unwanted.includes(text.charAt(end - 1))) {
        end--;
    }
    return text.slice(0, end);
}

/** Whether the value is a non-empty string. */
export function isText(value: unknown): value is string {
    return typeof value === 'string' && value !== '';
}

/** Whether the value is a list of at least one text, none of them empty. */
export function isTextList(value: unknown): value is string[] {
    return isTextListOrEmpty(value) && value.length > 0;
}

/** Whether the value is a list of texts, none of them empty. The list may be. */
export function isTextListOrEmpty(value: unknown): value is string[] {
    return Array.isArray(value) && value.every(isText);
}
