import { types } from 'node:util';

/**
 * Returns a deep copy of plain data, made in the realm of this module. jest runs tests in a realm of their own, while
 * `structuredClone` and `v8.deserialize` return objects of Node's realm, in which mingo finds nothing.
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
