import { randomBytes } from 'node:crypto';

const UNMISTAKABLE = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** Returns a document id like the server's: 17 characters without look-alikes. */
export function randomId(length = 17): string {
    return [...randomBytes(length)].map((byte) => UNMISTAKABLE[byte % UNMISTAKABLE.length]).join('');
}
