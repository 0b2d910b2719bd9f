import { InviteError } from '../domain/errors';

interface FieldTypes {
    string: string;
    number: number;
}
type Shape = Record<string, keyof FieldTypes>;
type Parsed<S extends Shape> = { [K in keyof S]: FieldTypes[S[K]] };

/**
 * The body as an object with exactly the fields of `shape`, each there and of its type; otherwise invalid-params, naming the field.
 * A body is whatever JSON held: null, a number, an array, an object where a string is due.
 */
export function parseBody<S extends Shape>(body: unknown, shape: S): Parsed<S> {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new InviteError('invalid-params', { reason: 'no-object' });
    }
    const fields = body as Record<string, unknown>;
    for (const name of Object.keys(shape)) {
        if (!has(fields, name)) {
            throw new InviteError('invalid-params', { field: name, reason: 'missing' });
        }
        if (typeof fields[name] !== shape[name] || fields[name] === '') {
            throw new InviteError('invalid-params', { field: name, reason: shape[name] === 'string' ? 'no-text' : 'no-number' });
        }
    }
    const unknown = Object.keys(fields).find((name) => !has(shape, name));
    if (unknown !== undefined) {
        throw new InviteError('invalid-params', { field: unknown, reason: 'unknown' });
    }
    return fields as Parsed<S>;
}

function has(object: object, name: string): boolean {
    return Object.prototype.hasOwnProperty.call(object, name);
}
