import { InviteError } from '../model/errors';

/** Returns the result of `work`, or undefined if it is refused. Faults are thrown. */
export async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
    try {
        return await work;
    } catch (error) {
        if (error instanceof InviteError) {
            return undefined;
        }
        throw error;
    }
}
