/** The text without the characters of `unwanted` at its end. A regular expression would try each run of them again from every character. */
export function trimmedEnd(text: string, unwanted: string): string {
    let end = text.length;
    while (end > 0 && unwanted.includes(text.charAt(end - 1))) {
        end--;
    }
    return text.slice(0, end);
}
