import fc from 'fast-check';

/**
 * Values that callers might send. In any text, `«room»` and the like stand for what there is by that name when the call is made (world.mts), so that what is
 * generated depends on the seed alone.
 */

const NAMES = ['room', 'open', 'direct', 'elsewhere', 'invite', 'otherInvite', 'token', 'self', 'user', 'member', 'banned', 'owner', 'roomName'];

export const known = fc.constantFrom(...NAMES.map((name) => `«${name}»`));

/** What text can be made of that text is not made of usually. */
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

/** Names that every object has by its prototype. `__proto__` is not among them: as a key it ends the sandbox before the app sees it (README, "Limits"). */
const INHERITED = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then', 'toJSON'];

const NUMBERS = [0, -0, 1, -1, 0.5, 7, 99, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 100_000_000, 8.64e15];

export const odd = fc.oneof(fc.constantFrom(...TRICKS, ...INHERITED), fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

export const text = fc.oneof(
    { weight: 3, arbitrary: known },
    { weight: 3, arbitrary: odd },
    { weight: 1, arbitrary: fc.array(fc.oneof(known, odd), { maxLength: 4 }).map((parts) => parts.join('')) },
);

const number = fc.oneof(fc.constantFrom(...NUMBERS), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** As much as a server takes in one request: 100 kB. */
const huge = fc
    .tuple(fc.constantFrom('x', ' ', '9', '\u202e', '💥', 'é', '@a ', '\u0000'), fc.constantFrom(1000, 20_000, 90_000))
    .map(([piece, bytes]) => piece.repeat(bytes / Buffer.byteLength(JSON.stringify(piece).slice(1, -1))));

/**
 * Nested deeply. The engine carries at most 100 levels to the sandbox and back, so the app sees nothing deeper (verdict.mts). Nor is the last bit below that tried: a
 * body of 93 to 96 levels reaches the app, but the engine's own note of it in the log is too deep to come back, and the answer with it.
 */
const deep = fc.tuple(fc.constantFrom(10, 80, 1000), fc.boolean()).map(([depth, isArray]) => {
    let value: unknown = 'x';
    for (let level = 0; level < depth; level++) {
        value = isArray ? [value] : { constructor: value };
    }
    return value;
});

const key = fc
    .oneof(fc.constantFrom(...INHERITED, 'rid', 'days', 'maxUses', 'token', '$ne', '$where', ''), fc.string())
    .filter((name) => name !== '__proto__');

const scalar = fc.oneof(text, number, fc.constantFrom(null, true, false));

export const value: fc.Arbitrary<unknown> = fc.oneof(
    { weight: 8, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(key, fc.oneof(scalar, fc.dictionary(key, scalar, { maxKeys: 2 })), { maxKeys: 3, noNullPrototype: true }) },
    { weight: 1, arbitrary: huge },
    { weight: 1, arbitrary: deep },
);

/** An object with some of those fields, each as it should be or as it should not, and at times with a field that is none of them. */
export function fields(wanted: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
    const either = Object.fromEntries(
        Object.entries(wanted).map(([name, right]) => [name, fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: value })]),
    );
    const complete = fc.record(either);
    return fc.oneof(
        { weight: 4, arbitrary: complete },
        { weight: 1, arbitrary: fc.record(either, { requiredKeys: [] }) },
        { weight: 1, arbitrary: fc.tuple(complete, key, scalar).map(([object, name, extra]) => ({ ...object, [name]: extra })) },
        { weight: 1, arbitrary: value },
    );
}
