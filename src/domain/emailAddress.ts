/** The most addresses in one call. */
export const MAX_ADDRESSES = 50;

/** The longest address that mail servers accept. */
const MAX_ADDRESS = 254;

/**
 * Whether the text is a plain e-mail address: no quotes, spaces, lists or comments, and no `!` or `%`, which mail
 * servers may read as a route.
 */
export function isEmailAddress(text: string): boolean {
    const at = text.indexOf('@');
    return text.length <= MAX_ADDRESS && isLocalPart(text.slice(0, Math.max(at, 0))) && isMailDomain(text.slice(at + 1).toLowerCase());
}

function isLocalPart(text: string): boolean {
    return /^[\p{L}\p{N}_.+'&=~#$/-]{1,64}$/u.test(text) && !text.startsWith('.') && !text.endsWith('.') && !text.includes('..');
}

/** The server sends to domains only that end with two letters or more. */
function isMailDomain(text: string): boolean {
    return isDomain(text) && /[.][a-z]{2,}$/.test(text) && text.split('.').every((label) => !label.startsWith('-') && !label.endsWith('-'));
}

/** Whether the text is a domain name in lower case, such as `example.com`. */
export function isDomain(text: string): boolean {
    const labels = text.split('.');
    return text.length <= 253 && labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}-]{1,63}$/u.test(label));
}
