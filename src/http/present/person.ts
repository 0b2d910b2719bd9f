import { Person } from '../../domain/ports';

/** A person as answers name them. */
export interface PresentedPerson {
    readonly _id: string;
    readonly username: string;
    readonly name?: string;
}

/** Returns a person under the server's field names. */
export function presentPerson({ id, username, name }: Person): PresentedPerson {
    return { _id: id, username, ...(name && { name }) };
}
