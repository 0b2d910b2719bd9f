/** Whether the word is meant as an address, be it valid or not. A username begins with the mark. */
export function isAddressLike(word: string): boolean {
    return word.indexOf('@') > 0 && !word.startsWith('"');
}

/** Returns the addresses that people join by commas without a space. */
export function splitAddresses(word: string): string[] {
    return word.split(/[,;]/).filter((part) => part !== '');
}

/** Returns an address as people copy it, `<ann@example.com>` or `mailto:ann@example.com`, without what surrounds it. */
export function bareAddress(word: string): string {
    return word.replace(/^<|>$/g, '').replace(/^mailto:/i, '');
}

/** Returns the words of a field of its own that are to be addresses, be they valid or not. */
export function addressesIn(text: string): string[] {
    return text
        .split(/\s+/)
        .flatMap(splitAddresses)
        .map(bareAddress)
        .filter((address) => address !== '');
}
