/** Stands for `@std/io`: writes all of `bytes`, however often the writer takes only a part. */
export async function writeAll(writer, bytes) {
    for (let written = 0; written < bytes.length;) {
        written += await writer.write(bytes.subarray(written));
    }
}
