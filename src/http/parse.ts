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

export interface Page {
    /** Of one room only. */
    readonly rid?: string;
    readonly offset: number;
    /** 0: all the rest. */
    readonly count: number;
}

/** Which part of a list a query asks for; what it leaves out or empty is not asked for. invalid-params, naming the field, for what it cannot mean. */
export function parsePage(query: object): Page {
    const asked = Object.entries(query).filter(([, value]) => value !== '');
    for (const [name, value] of asked) {
        if (!['rid', 'offset', 'count'].includes(name)) {
            throw new InviteError('invalid-params', { field: name, reason: 'unknown' });
        }
        // One that is there twice comes as an array.
        if (typeof value !== 'string') {
            throw new InviteError('invalid-params', { field: name, reason: name === 'rid' ? 'no-text' : 'no-count' });
        }
    }
    const { rid, offset, count } = Object.fromEntries(asked) as Record<string, string | undefined>;
    return { ...(rid !== undefined && { rid }), offset: toCount('offset', offset), count: toCount('count', count) };
}

function toCount(field: string, text = '0'): number {
    const number = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
        throw new InviteError('invalid-params', { field, reason: 'no-count' });
    }
    return number;
}

function has(object: object, name: string): boolean {
    return Object.prototype.hasOwnProperty.call(object, name);
}
