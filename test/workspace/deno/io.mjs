/** Replaces `@std/io`. Writes all of `bytes`, even if the writer takes only a part at a time. */
export async function writeAll(writer, bytes) {
    for (let written = 0; written < bytes.length;) {
        written += await writer.write(bytes.subarray(written));
    }
}
