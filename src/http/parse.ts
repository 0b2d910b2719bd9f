import { IApiRequest } from '@rocket.chat/apps-engine/definition/api';

import { InviteError, Reason } from '../domain/model/errors';
import { isCount } from '../domain/numbers';
import { isText, isTextList } from '../domain/text';

/** `id` is a non-empty string, `texts` a list of at least one, `count` a whole number from 0 on. A field with `?` may be left out. */
interface FieldTypes {
    'id': string;
    'string': string;
    'number': number;
    'texts': readonly string[];
    'id?': string | undefined;
    'texts?': readonly string[] | undefined;
    'count?': number | undefined;
    'boolean?': boolean | undefined;
    'string|null?': string | null | undefined;
    'number|null?': number | null | undefined;
    'object|null?': object | null | undefined;
    'string|number|null?': string | number | null | undefined;
}
type Fields = Record<string, unknown>;
type Shape = Record<string, keyof FieldTypes>;
type Parsed<S extends Shape> = { [K in keyof S]: FieldTypes[S[K]] };

/**
 * Returns the body as an object with the fields of `shape`, each of its type, and no others.
 * Numbers are read from text only in form bodies.
 *
 * @throws invalid-params naming the first missing, invalid or unknown field
 */
export function parseBody<S extends Shape>({ content, headers }: Pick<IApiRequest, 'content' | 'headers'>, shape: S): Parsed<S> {
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
        throw new InviteError('invalid-params', { reason: 'no-object' });
    }
    const body = content as Fields;
    const fields = isForm(headers) ? withNumbers(body, shape) : body;
    for (const [name, type] of Object.entries(shape)) {
        if (!has(fields, name)) {
            if (type.endsWith('?')) {
                continue;
            }
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
    if (type === 'id' || type === 'id?') {
        return isText(value) ? undefined : 'no-text';
    }
    if (type === 'texts' || type === 'texts?') {
        return isTextList(value) ? undefined : 'no-texts';
    }
    if (type === 'count?') {
        return isCount(value) ? undefined : 'no-count';
    }
    const names = type.replace('?', '').split('|');
    return names.includes(value === null ? 'null' : typeof value) ? undefined : PROBLEM[names[0] as keyof typeof PROBLEM];
}

const PROBLEM = { string: 'no-string', number: 'no-number', boolean: 'no-boolean', object: 'no-audience' } as const;

function isForm(headers: IApiRequest['headers']): boolean {
    return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] || '');
}

/** Converts the fields that `shape` declares as numbers, because all values of a form are text. */
function withNumbers(fields: Fields, shape: Shape): Fields {
    const converted = { ...fields };
    for (const [name, type] of Object.entries(shape)) {
        const text = has(fields, name) ? fields[name] : undefined;
        if (/^(number|count)/.test(type) && typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text)) {
            converted[name] = Number(text);
        }
    }
    return converted;
}

/** The part of a list that a caller requested. */
export interface Paging {
    /** Limits the list to one room. */
    readonly rid?: string;
    readonly offset: number;
    /** The size of the page. 0 = no limit. */
    readonly count: number;
}

const PAGE_FIELDS = ['rid', 'offset', 'count'];

/**
 * Returns the paging parameters of a query, with defaults for missing and empty ones.
 * Unknown ones are ignored, because some clients add one to bypass caches.
 *
 * @throws invalid-params naming the field whose value is not valid
 */
export function parsePaging(query: object): Paging {
    const fields = Object.entries(query).filter(([name, value]) => PAGE_FIELDS.includes(name) && value !== '');
    for (const [name, value] of fields) {
        // A repeated field arrives as an array.
        if (typeof value !== 'string') {
            throw new InviteError('invalid-params', { field: name, reason: name === 'rid' ? 'no-text' : 'no-count' });
        }
    }
    const { rid, offset, count } = Object.fromEntries(fields) as Record<string, string | undefined>;
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
