import { types } from 'node:util';

/**
 * Returns a deep copy of plain data, made in this module's realm. jest runs tests in a realm of their own, and mingo
 * does not recognize objects from Node's realm, as `structuredClone` and `v8.deserialize` return them.
 */
export function copy<T>(value: T): T {
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    if (Array.isArray(value)) {
        return value.map(copy) as T;
    }
    if (types.isDate(value)) {
        return new Date(value.getTime()) as T;
    }
    if (types.isUint8Array(value)) {
        return new Uint8Array(value) as T;
    }
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member)])) as T;
}
