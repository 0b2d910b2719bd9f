/** The server's coded error: the code travels as `errorType`, the reason as words. */
export class ServerError extends Error {
    constructor(
        readonly code: string,
        readonly reason: string = code,
    ) {
        super(`${reason} [${code}]`);
    }
}
