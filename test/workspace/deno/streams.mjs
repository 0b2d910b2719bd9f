/** Stands for `@std/streams`: a whole stream as one buffer. */
export async function toArrayBuffer(stream) {
    return new Response(stream).arrayBuffer();
}
