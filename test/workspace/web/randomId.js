const UNMISTAKABLE = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** An id as the real client makes them: 17 characters without look-alikes. */
export function randomId() {
    return [...crypto.getRandomValues(new Uint8Array(17))].map((byte) => UNMISTAKABLE[byte % UNMISTAKABLE.length]).join('');
}
