/** Capital letters and digits without those that look alike (0 O, 1 I): 32 of them, so one byte in eight choices each, without bias. */
export const TOKEN_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const TOKEN_LENGTH = 16;

const TOKEN = new RegExp(`^[${TOKEN_ALPHABET}]{${TOKEN_LENGTH}}$`);

/** Whether the text can be a token at all. */
export function isToken(text: string): boolean {
    return TOKEN.test(text);
}

/** A token from random bytes, one byte a character: 256 is a multiple of 32, so every character is as likely as any other. */
export function tokenFrom(bytes: Uint8Array): string {
    return Array.from(bytes.slice(0, TOKEN_LENGTH), (byte) => TOKEN_ALPHABET[byte % TOKEN_ALPHABET.length]).join('');
}
