/** Capital letters and digits without the look-alikes 0, O, 1, I. As 32 divides 256, a random byte has no bias. */
export const TOKEN_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const TOKEN_LENGTH = 16;

const TOKEN = new RegExp(`^[${TOKEN_ALPHABET}]{${TOKEN_LENGTH}}$`);

const TOKEN_IN_TEXT = new RegExp(`(?:^|[^a-z0-9])([a-z0-9]{${TOKEN_LENGTH}})(?![a-z0-9])`, 'i');

/** Returns the first token in a text in any case, whatever stands around it; undefined if there is none. */
export function findToken(text: string): string | undefined {
    const [, found = ''] = TOKEN_IN_TEXT.exec(text) || [];
    const token = found.toUpperCase();
    return isToken(token) ? token : undefined;
}

/** Whether the text has the form of a token. */
export function isToken(text: string): boolean {
    return TOKEN.test(text);
}

/** Returns the token for random bytes, one character per byte. */
export function tokenFrom(bytes: Uint8Array): string {
    return Array.from(bytes.slice(0, TOKEN_LENGTH), (byte) => TOKEN_ALPHABET[byte % TOKEN_ALPHABET.length]).join('');
}
