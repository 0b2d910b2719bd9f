/** Replaces `@std/io`. Here a writer takes a whole message at once. */
export function writeAll(writer: { write: (message: unknown) => Promise<void> }, message: unknown): Promise<void> {
    return writer.write(message);
}
