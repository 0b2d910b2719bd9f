import fc from 'fast-check';

/**
 * Values that callers might send. Placeholders such as `«room»` are replaced when the call is sent (world.mts), so
 * generated values depend on the seed alone.
 */

const NAMES = [
    'room',
    'open',
    'direct',
    'elsewhere',
    'invite',
    'otherInvite',
    'token',
    'self',
    'user',
    'member',
    'banned',
    'owner',
    'ownerId',
    'roomName',
];

export const known = fc.constantFrom(...NAMES.map((name) => `«${name}»`));

/** Unusual pieces of text. */
const TRICKS = [
    '\u0000',
    '\ud800',
    '\udc00x',
    '\u202e',
    '\u2066\u2069',
    '\u200b',
    '\ufeff',
    'e\u0301\u0323\u0308',
    '７',
    'ＣＲＥＡＴＥ',
    '💥',
    '👩‍👩‍👧',
    'ſ',
    'İ',
    'ﬁ',
    '\r\n',
    '\u2028',
    '\u0085',
    '\u0086',
    '\u0087',
    '"',
    "'",
    '`',
    '\\',
    '%00',
    '${7*7}',
    '{{x}}',
    '<b>',
    '../',
    '@all',
];

/** Names that every object inherits, except `__proto__`, which ends the sandbox as a key (docs/known-issues.md). */
const INHERITED = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then', 'toJSON'];

const NUMBERS = [0, -0, 1, -1, 0.5, 7, 99, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 100_000_000, 8.64e15];

export const odd = fc.oneof(fc.constantFrom(...TRICKS, ...INHERITED), fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

export const text = fc.oneof(
    { weight: 3, arbitrary: known },
    { weight: 3, arbitrary: odd },
    { weight: 1, arbitrary: fc.array(fc.oneof(known, odd), { maxLength: 4 }).map((parts) => parts.join('')) },
);

const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** As much as a server accepts in one request, which is 100 kB. */
const huge = fc
    .tuple(fc.constantFrom('x', ' ', '9', '\u202e', '💥', 'é', '@a ', '\u0000'), fc.constantFrom(1000, 20_000, 90_000))
    .map(([piece, bytes]) => piece.repeat(bytes / Buffer.byteLength(JSON.stringify(piece).slice(1, -1))));

/**
 * Deeply nested values. The engine carries at most 100 levels to the sandbox (verdict.mts). Bodies of 93 to 96 levels
 * are left out, because the engine's own log entry would be too deep to return.
 */
const deep = fc.tuple(fc.constantFrom(10, 80, 1000), fc.boolean()).map(([depth, isArray]) => {
    let value: unknown = 'x';
    for (let level = 0; level < depth; level++) {
        value = isArray ? [value] : { constructor: value };
    }
    return value;
});

const key = fc
    .oneof(fc.constantFrom(...INHERITED, 'rid', 'rids', 'days', 'maxUses', 'token', '$ne', '$where', ''), fc.string())
    .filter((name) => name !== '__proto__');

const scalar = fc.oneof(text, number, fc.constantFrom(null, true, false));

export const value: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 8, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(key, fc.oneof(scalar, fc.dictionary(key, scalar, { maxKeys: 2 })), { maxKeys: 3, noNullPrototype: true }) },
    { weight: 1, arbitrary: huge },
    { weight: 1, arbitrary: deep },
);

/** Generates an object with some of these fields, valid or not, and sometimes with an unknown field. */
export function fields(wanted: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
    const either = Object.fromEntries(
        Object.entries(wanted).map(([name, right]) => [name, fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: value })]),
    );
    const complete = fc.record(either);
    return fc.oneof(
        { weight: 3, arbitrary: fc.record(wanted) },
        { weight: 3, arbitrary: complete },
        { weight: 1, arbitrary: fc.record(either, { requiredKeys: [] }) },
        { weight: 1, arbitrary: fc.tuple(complete, key, scalar).map(([object, name, extra]) => ({ ...object, [name]: extra })) },
        { weight: 1, arbitrary: value },
    );
}
