/** An error with a code, which clients receive as `errorType`. */
export class ServerError extends Error {
    constructor(
        readonly code: string,
        readonly reason: string = code,
    ) {
        super(`${reason} [${code}]`);
    }
}
