const UNMISTAKABLE = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** Returns an id like the real client's: 17 characters without look-alikes. */
export function randomId() {
    return [...crypto.getRandomValues(new Uint8Array(17))].map((byte) => UNMISTAKABLE[byte % UNMISTAKABLE.length]).join('');
}
