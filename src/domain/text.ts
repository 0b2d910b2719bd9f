/** Removes trailing characters that occur in `unwanted`. A regular expression takes quadratic time on long runs. */
export function trimmedEnd(text: string, unwanted: string): string {
    let end = text.length;
    while (end > 0 && unwanted.includes(text.charAt(end - 1))) {
        end--;
    }
    return text.slice(0, end);
}
