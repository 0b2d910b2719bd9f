import { METHODS } from 'node:http';

import fc from 'fast-check';

import { fields, known, odd, text, value } from './values.mts';

/** The caller. A `forger` sends the owner's id with the login of another person. */
export type Caller = 'anonymous' | 'forger' | 'nobody' | 'member' | 'banned' | 'owner' | 'admin';

interface ToEndpoint {
    readonly kind: 'endpoint';
    readonly caller: Caller;
    readonly method: string;
    /** The path below the app's address. Parameters are not encoded yet. */
    readonly endpoint: string;
    readonly parameter?: string;
    readonly query?: readonly (readonly [string, string])[];
    readonly type?: string;
    /** The raw body, usually JSON. */
    readonly body?: string;
}

interface Command {
    readonly kind: 'command';
    readonly caller: Caller;
    readonly body: string;
}

interface Interaction {
    readonly kind: 'interaction';
    readonly caller: Caller;
    readonly body: string;
    /** Whether it has a payload. The engine fails without one. */
    readonly hasPayload: boolean;
}

export type Call = ToEndpoint | Command | Interaction;

const caller = fc.constantFrom<Caller>('anonymous', 'forger', 'nobody', 'nobody', 'member', 'member', 'banned', 'banned', 'owner', 'owner', 'admin');

const count = fc.oneof(fc.nat(40), fc.constantFrom(0, 1, 7));
const BODIES: Record<string, fc.Arbitrary<unknown>> = {
    findOrCreateInvite: fields({ rid: known, days: count, maxUses: count }),
    useInviteToken: fields({ token: fc.constant('«token»') }),
    inviteInfo: fields({ token: fc.constant('«token»') }),
    validateInviteToken: fields({ token: fc.constant('«token»') }),
};
const PAGES = ['join', 'join.js', 'join.css'];

/** All methods except CONNECT, which asks a proxy for a tunnel and never reaches an app. */
const method = fc.constantFrom(...METHODS.filter((name) => name !== 'CONNECT'));

const rightOr = (right: string): fc.Arbitrary<string> => fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: method });

const posted: fc.Arbitrary<ToEndpoint> = fc.constantFrom(...Object.keys(BODIES)).chain((endpoint) =>
    fc.record({
        kind: fc.constant('endpoint'),
        caller,
        endpoint: fc.constant(endpoint),
        method: rightOr('POST'),
        body: BODIES[endpoint]!.map(asJson),
    }),
);

/** Bodies that are not JSON. The server passes on what it parses, or refuses them itself. */
const otherBody: fc.Arbitrary<ToEndpoint> = fc.record({
    kind: fc.constant('endpoint'),
    caller,
    endpoint: fc.constantFrom(...Object.keys(BODIES)),
    method: fc.constant('POST'),
    type: fc.constantFrom('application/x-www-form-urlencoded', 'text/plain', 'application/json', 'multipart/form-data'),
    body: fc.oneof(
        fc.constantFrom(
            '',
            'token=«token»',
            'token[$ne]=1',
            'token=a&token=b',
            'rid=«room»&days=7&maxUses=0',
            '{',
            'null',
            '"«token»"',
            '{"token":"a","token":"b"}',
        ),
        fc.string().filter((body) => !body.includes('__proto__')),
    ),
});

const removed: fc.Arbitrary<ToEndpoint> = fc.record({
    kind: fc.constant('endpoint'),
    caller,
    endpoint: fc.constant('removeInvite/'),
    method: rightOr('DELETE'),
    // The route needs an id, and the server refuses very long addresses.
    parameter: text.filter((id) => id.length > 0 && id.length < 500),
});

const listed: fc.Arbitrary<ToEndpoint> = fc.record({
    kind: fc.constant('endpoint'),
    caller,
    endpoint: fc.constant('listInvites'),
    method: rightOr('GET'),
    query: fc.array(
        fc.tuple(
            fc.oneof(fc.constantFrom('rid', 'offset', 'count', 'rid[]', 'rid[a][b]', 'count[$gt]'), odd),
            fc.oneof(text, fc.nat().map(String)).filter((part) => part.length < 500),
        ),
        { maxLength: 3 },
    ),
});

const page: fc.Arbitrary<ToEndpoint> = fc.record({
    kind: fc.constant('endpoint'),
    caller,
    endpoint: fc.constantFrom(...PAGES),
    method: rightOr('GET'),
    query: fc.array(
        fc.tuple(
            odd,
            text.filter((part) => part.length < 500),
        ),
        { maxLength: 2 },
    ),
});

const WORDS = [
    ...[
        'create',
        'list',
        'use',
        'revoke',
        'help',
        'all',
        'once',
        'unlimited',
        'never',
        '7',
        '7d',
        '12h',
        '90m',
        '2w',
        'x3',
        '10x',
        'days',
        'uses',
        '2',
    ],
    ...['#«roomName»', '@«user»', '@«member»', '@«banned»', '@«self»', '«invite»', '«otherInvite»', '«token»', 'https://a.example/x/join#«token»'],
];

/** A plausible word, usually unchanged. */
const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.nat(8), odd).map(([one, at, piece]) => one.slice(0, at) + piece + one.slice(at)) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.nat(8)).map(([one, at]) => one.slice(0, at) + one.slice(at + 1)) },
    { weight: 1, arbitrary: fc.constantFrom(...WORDS).map((one) => one.toUpperCase()) },
    { weight: 1, arbitrary: text },
);

const command: fc.Arbitrary<Command> = fc.record({
    kind: fc.constant('command'),
    caller,
    body: fc
        .record(
            {
                command: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('invite', 'invite-link') }, { weight: 1, arbitrary: value }),
                roomId: fc.oneof(
                    { weight: 9, arbitrary: fc.constantFrom('«room»', '«open»', '«room»', '«open»', '«elsewhere»', '«direct»') },
                    { weight: 1, arbitrary: value },
                ),
                params: fc.oneof(
                    {
                        weight: 9,
                        arbitrary: fc.array(word, { maxLength: 5 }).chain((words) => fc.constantFrom(words.join(' '), words.join('\u00a0'))),
                    },
                    { weight: 1, arbitrary: value },
                ),
                triggerId: fc.oneof(fc.constant('a-trigger'), value),
                tmid: value,
            },
            { requiredKeys: ['command', 'roomId', 'params'] },
        )
        .map(asJson),
});

const spaced = fc.array(fc.oneof(known, fc.nat(3).map(String), odd), { maxLength: 4 }).map((words) => words.join(' '));
const inState = (name: string, right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 4, arbitrary: right.map((held) => ({ [name]: held })) }, { weight: 1, arbitrary: value });
const view = fields({
    id: fc.constant('a-view'),
    state: fields({
        room: inState('room', known),
        duration: inState('duration', fc.oneof(fc.constantFrom('7 days', '12 hours', 'never', '７ d', '2 Wochen'), text)),
        uses: inState('uses', fc.oneof(fc.constantFrom('unlimited', '3', 'x7'), text)),
    }),
    blocks: fc.array(fc.oneof(fields({ blockId: fc.constantFrom('room', 'duration', 'uses'), element: fields({ initialValue: text }) }), value), {
        maxLength: 3,
    }),
});

const interaction: fc.Arbitrary<Interaction> = fc
    .record({
        caller,
        sent: fc.record(
            {
                type: fc.oneof(
                    { weight: 9, arbitrary: fc.constantFrom('blockAction', 'blockAction', 'viewSubmit', 'actionButton', 'viewClosed') },
                    { weight: 1, arbitrary: value },
                ),
                actionId: fc.oneof(
                    { weight: 6, arbitrary: fc.constantFrom('form-new', 'form-list', 'form-revoke', 'revoke-invite', 'invite-link') },
                    { weight: 1, arbitrary: value },
                ),
                container: fields({ type: fc.constantFrom('view', 'message'), id: fc.constant('a-view') }),
                payload: fc.oneof(
                    {
                        weight: 20,
                        arbitrary: fields({
                            blockId: fc.constant('b'),
                            value: spaced,
                            view,
                            context: fc.constant('roomAction'),
                            isCleared: fc.boolean(),
                        }),
                    },
                    { weight: 1, arbitrary: fc.constant(undefined) },
                ),
                rid: fc.oneof(known, value),
                mid: fc.oneof(text, value),
                triggerId: fc.oneof(fc.constant('a-trigger'), value),
            },
            { requiredKeys: ['type', 'actionId', 'payload', 'triggerId'] },
        ),
    })
    .map(({ caller: sender, sent }) => ({
        kind: 'interaction',
        caller: sender,
        body: asJson(sent),
        hasPayload: sent.payload !== undefined && sent.payload !== null,
    }));

/** Just below the server's limit of 100 kB, because placeholders change the length. */
const MOST_BYTES = 98_000;

/** Any call by any caller. */
export const anyCall: fc.Arbitrary<Call> = fc
    .oneof(
        { weight: 6, arbitrary: posted },
        { weight: 1, arbitrary: otherBody },
        { weight: 2, arbitrary: removed },
        { weight: 2, arbitrary: listed },
        { weight: 1, arbitrary: page },
        { weight: 6, arbitrary: command },
        { weight: 6, arbitrary: interaction },
    )
    .filter(({ body = '' }) => Buffer.byteLength(body) < MOST_BYTES);

function asJson(content: unknown): string {
    return JSON.stringify(content);
}
