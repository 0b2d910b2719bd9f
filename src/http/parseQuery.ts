import { InviteError, Reason } from '../domain/model/errors';
import { parseMoment } from './parseEnd';

/** The query of a request. A repeated field arrives as an array. */
type Query = object;

/**
 * Returns a text in the query; undefined if it is missing or empty.
 *
 * @throws invalid-params if the field is repeated
 */
export function textIn(query: Query, field: string): string | undefined {
    const value: unknown = Object.prototype.hasOwnProperty.call(query, field) ? (query as Record<string, unknown>)[field] : undefined;
    if (value === undefined || value === '') {
        return undefined;
    }
    if (typeof value !== 'string') {
        throw invalid(field, 'no-text');
    }
    return value;
}

/**
 * Returns a whole number in the query, or `otherwise` if it is missing.
 *
 * @throws invalid-params if the value is not a whole number from `min` to `max`
 */
export function countIn(query: Query, field: string, otherwise: number, { min = 0, max = Infinity } = {}): number {
    const text = textIn(query, field);
    const number = text === undefined ? otherwise : Number(text);
    if ((text !== undefined && !/^\d{1,15}$/.test(text)) || number < min || number > max) {
        throw invalid(field, 'no-count');
    }
    return number;
}

/**
 * Returns one of the choices in the query; undefined if it is missing.
 *
 * @throws invalid-params if the value is another one
 */
export function choiceIn<T extends string>(query: Query, field: string, choices: readonly T[]): T | undefined {
    const text = textIn(query, field);
    const choice = choices.find((candidate) => candidate === text);
    if (text !== undefined && choice === undefined) {
        throw invalid(field);
    }
    return choice;
}

/**
 * Returns a moment in the query, in ms since 1970; undefined if it is missing.
 *
 * @throws invalid-params if the value is not an ISO 8601 date
 */
export function momentIn(query: Query, field: string): number | undefined {
    const text = textIn(query, field);
    const moment = text === undefined ? undefined : parseMoment(text);
    if (text !== undefined && moment === undefined) {
        throw invalid(field);
    }
    return moment;
}

/** The part of a list that a caller requested. */
export interface Page {
    readonly offset: number;
    readonly count: number;
}

const DEFAULT_COUNT = 25;
const MAX_COUNT = 100;

/**
 * Returns the page in the query. Unknown fields are ignored, because some clients add one to bypass caches.
 *
 * @throws invalid-params naming the field whose value is not valid
 */
export function pageIn(query: Query): Page {
    return { offset: countIn(query, 'offset', 0), count: countIn(query, 'count', DEFAULT_COUNT, { min: 1, max: MAX_COUNT }) };
}

function invalid(field: string, reason?: Reason): InviteError {
    return new InviteError('invalid-params', { field, reason });
}
