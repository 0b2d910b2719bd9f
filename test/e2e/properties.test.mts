import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parse } from '../../src/chat/parse.ts';
import { extractToken } from '../../src/domain/link.ts';
import { isToken, TOKEN_ALPHABET } from '../../src/domain/model/token.ts';
import { parseDuration, parseUses } from '../../src/domain/quantities.ts';
import { parseBody } from '../../src/http/parse.ts';
import { InviteError } from '../../src/domain/model/errors.ts';
import { Person, Scene } from './scene.mts';

/** Values as JSON bodies hold them. A key `__proto__` never reaches the app: the engine cannot carry it into the sandbox (README, "Limits"). */
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'));
const odd = fc.oneof(
    json,
    fc.constantFrom('constructor', 'toString', 'hasOwnProperty', '\u0000', '\u202e', '💥'.repeat(200), 1e308, -0, Number.MAX_SAFE_INTEGER),
);

/** The server hands objects and arrays on; it refuses other JSON by itself. */
function isCarried(value: unknown): boolean {
    return typeof value === 'object' && value !== null;
}

describe('the parsers', () => {
    it('take any body: what they let through has exactly the fields, of their types', () => {
        fc.assert(
            fc.property(
                fc.oneof(odd, fc.record({ rid: odd, days: odd, maxUses: odd }, { requiredKeys: [] }), fc.dictionary(fc.string(), odd)),
                fc.constantFrom<Record<string, string>>({}, { 'content-type': 'application/x-www-form-urlencoded' }),
                (body, headers) => {
                    try {
                        const parsed = parseBody({ content: body, headers }, { rid: 'id', days: 'number', maxUses: 'number' });
                        expect(Object.keys(parsed).sort()).toEqual(['days', 'maxUses', 'rid']);
                        expect([typeof parsed.rid, typeof parsed.days, typeof parsed.maxUses]).toEqual(['string', 'number', 'number']);
                    } catch (error) {
                        expect(error).toBeInstanceOf(InviteError);
                        expect((error as InviteError).code).toBe('invalid-params');
                    }
                },
            ),
            { numRuns: 2000 },
        );
    });

    it('take any words: a command is always one of the known shapes', () => {
        const word = fc.oneof(
            fc.string(),
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('create', 'list', 'use', 'revoke', 'help', '7d', 'x3', '@bob', 'never'),
        );
        fc.assert(
            fc.property(fc.array(word, { maxLength: 6 }), (words) => {
                expect(['create', 'list', 'use', 'revoke', 'add', 'help', 'unclear', 'missing']).toContain(parse(words).kind);
            }),
            { numRuns: 2000 },
        );
    });

    it('take any number before any unit, and nothing is both a duration and a number of uses', () => {
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.string(),
                    fc.tuple(fc.nat(), fc.constantFrom('m', 'h', 'd', 'w', 'x', '')).map(([n, unit]) => `${n}${unit}`),
                ),
                (word) => {
                    const duration = parseDuration(word);
                    expect(duration === undefined || (Number.isSafeInteger(duration.count) && duration.count >= 0)).toBe(true);
                    expect(duration !== undefined && parseUses(word) !== undefined).toBe(false);
                },
            ),
        );
    });

    it('find the token in whatever stands around it, and make none of what is none', () => {
        const token = fc.array(fc.constantFrom(...TOKEN_ALPHABET.split('')), { minLength: 16, maxLength: 16 }).map((letters) => letters.join(''));
        fc.assert(fc.property(token, fc.webUrl(), (value, url) => extractToken(`<${url.replace(/#.*/, '')}#${value}>.`) === value));
        fc.assert(fc.property(fc.string(), (text) => !isToken(text) || extractToken(text) === text));
    });
});

describe('the running app', () => {
    let scene: Scene;
    let owner: Person;
    let rid: string;

    beforeAll(async () => {
        scene = await Scene.open();
        owner = await scene.person();
        rid = await scene.room(owner);
        await owner.invite(rid);
    });
    afterAll(() => scene.close());

    it.each(['findOrCreateInvite', 'useInviteToken', 'inviteInfo', 'validateInviteToken'])(
        'answers any JSON to %s with a refusal, never a 500, and changes nothing',
        async (endpoint) => {
            const before = [await scene.storeSnapshot(), await scene.members(rid)];
            const fields = { rid: fc.oneof(odd, fc.constant(rid)), days: odd, maxUses: odd, token: odd };
            await fc.assert(
                fc.asyncProperty(fc.oneof(odd, fc.record(fields, { requiredKeys: [] })).filter(isCarried), async (body) => {
                    const { status, body: told } = await owner.app('POST', endpoint, body);
                    const isCreated = endpoint === 'findOrCreateInvite' && status === 200;
                    const isInvalid = endpoint === 'validateInviteToken' && status === 200 && !told.valid;
                    const isFine = isCreated || isInvalid || status === 400;
                    expect({ status, told, isFine }).toMatchObject({ isFine: true });
                    if (isCreated) {
                        await owner.app('DELETE', `removeInvite/${told._id}`);
                    }
                }),
                // A body without a fault may name a room that does not exist.
                { numRuns: 120, examples: [[{ rid: 'constructor', days: 7, maxUses: 0 }]] },
            );
            expect([await scene.storeSnapshot(), await scene.members(rid)]).toEqual(before);
        },
    );

    it('answers any id to removeInvite with a refusal', async () => {
        const before = await scene.storeSnapshot();
        const id = fc.string({ minLength: 1 }).filter((text) => !text.includes('/') && text !== '.' && text !== '..');
        await fc.assert(
            fc.asyncProperty(id, async (text) => {
                const { status } = await owner.app('DELETE', `removeInvite/${encodeURIComponent(text)}`);
                expect(status).toBe(403);
            }),
            { numRuns: 60 },
        );
        expect(await scene.storeSnapshot()).toBe(before);
    });
});
