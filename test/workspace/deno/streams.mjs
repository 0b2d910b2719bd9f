/** Replaces `@std/streams`. Reads a whole stream into one buffer. */
export async function toArrayBuffer(stream) {
    return new Response(stream).arrayBuffer();
}
