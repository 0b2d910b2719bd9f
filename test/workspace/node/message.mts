import { types } from 'node:util';

/**
 * Returns a deep copy for the channel between a server and a sandbox on Node. Functions become `undefined`, as does
 * every object that `isOmitted` names. `undefined` itself stays. The copy is made in this module's realm: what the
 * channel delivers comes from Node's realm, and jest runs tests in another.
 */
export function toMessage(value: unknown, isOmitted: (value: object) => boolean = () => false): unknown {
    if (typeof value === 'function') {
        return undefined;
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    if (Array.isArray(value)) {
        return value.map((member) => toMessage(member, isOmitted));
    }
    if (types.isDate(value)) {
        return new Date(value.getTime());
    }
    if (types.isUint8Array(value)) {
        return Buffer.from(value);
    }
    if (types.isNativeError(value) || types.isMap(value) || types.isSet(value)) {
        return value;
    }
    return isOmitted(value) ? undefined : Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toMessage(member, isOmitted)]));
}
