import { IApiRequest } from '@rocket.chat/apps-engine/definition/api';

import { InviteError, Reason } from '../domain/model/errors';

/** `id`: a string that is not empty. */
interface FieldTypes {
    id: string;
    string: string;
    number: number;
}
type Fields = Record<string, unknown>;
type Shape = Record<string, keyof FieldTypes>;
type Parsed<S extends Shape> = { [K in keyof S]: FieldTypes[S[K]] };

/**
 * Returns the body as an object with exactly the fields of `shape`, each of its type. Only in a form is a number read
 * from its text. A body is whatever JSON or a form held: null, an array, an object where a string is due.
 *
 * @throws invalid-params naming the field at fault
 */
export function parseBody<S extends Shape>({ content, headers }: Pick<IApiRequest, 'content' | 'headers'>, shape: S): Parsed<S> {
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
        throw new InviteError('invalid-params', { reason: 'no-object' });
    }
    const given = content as Fields;
    const fields = isForm(headers) ? withNumbers(given, shape) : given;
    for (const [name, type] of Object.entries(shape)) {
        if (!has(fields, name)) {
            throw new InviteError('invalid-params', { field: name, reason: 'missing' });
        }
        const reason = problemWith(fields[name], type);
        if (reason) {
            throw new InviteError('invalid-params', { field: name, reason });
        }
    }
    const unknown = Object.keys(fields).find((name) => !has(shape, name));
    if (unknown !== undefined) {
        throw new InviteError('invalid-params', { field: unknown, reason: 'unknown' });
    }
    return fields as Parsed<S>;
}

function problemWith(value: unknown, type: keyof FieldTypes): Reason | undefined {
    switch (type) {
        case 'number':
            return typeof value === 'number' ? undefined : 'no-number';
        case 'string':
            return typeof value === 'string' ? undefined : 'no-string';
        case 'id':
            return typeof value === 'string' && value !== '' ? undefined : 'no-text';
    }
}

function isForm(headers: IApiRequest['headers']): boolean {
    return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] || '');
}

/** All values of a form are text. Replaces those that `shape` wants as numbers, if they read like one. */
function withNumbers(fields: Fields, shape: Shape): Fields {
    const read = { ...fields };
    for (const [name, type] of Object.entries(shape)) {
        const text = has(fields, name) ? fields[name] : undefined;
        if (type === 'number' && typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text)) {
            read[name] = Number(text);
        }
    }
    return read;
}

export interface Paging {
    /** Of one room only. */
    readonly rid?: string;
    readonly offset: number;
    /** 0: all the rest. */
    readonly count: number;
}

const PAGE_FIELDS = ['rid', 'offset', 'count'];

/**
 * Returns the part of a list that a query asks for. Fields that are left out or empty ask for nothing. Unknown fields are
 * ignored, as the live server does: some clients add one to bypass caches.
 *
 * @throws invalid-params naming the field whose value is not valid
 */
export function parsePaging(query: object): Paging {
    const asked = Object.entries(query).filter(([name, value]) => PAGE_FIELDS.includes(name) && value !== '');
    for (const [name, value] of asked) {
        // A field that is there twice comes as an array.
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
