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
const room = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('«room»', '«open»') }, { weight: 1, arbitrary: known });
/** The rooms of an invite. More than twenty are refused. */
const rooms = fc.oneof(
    { weight: 4, arbitrary: fc.uniqueArray(fc.constantFrom('«room»', '«open»'), { minLength: 1 }) },
    { weight: 2, arbitrary: fc.array(known, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 25 }) },
);
const inviteId = fc.constantFrom('«invite»', '«invite»', '«invite»', '«otherInvite»');
const DURATIONS = ['7d', '90m', '7 days', '12 hours', 'never', '７ d', '2 Wochen'];
const MOMENTS = ['2199-01-01', '2199-02-31', '2001-01-01', '2199-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'];
const end = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(...DURATIONS, ...MOMENTS, null, 3) }, { weight: 1, arbitrary: text });
const limit = fc.oneof(count, fc.constant(null));
const label = fc.oneof(fc.constantFrom('For the team', '=1+1', '«member»', null), text);
const notify = fc.constantFrom('none', 'milestones', 'joins');
const names = fc.oneof(fc.constant(['«member»']), fc.array(text, { maxLength: 3 }));
const audience = fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fields({ usernames: names, emailDomains: fc.constant(['example.com']), roles: fc.constant(['user']) }) },
    { weight: 1, arbitrary: value },
);
const approval = fc.boolean();
const emails = fc.array(fc.oneof(fc.constant('ann@example.com'), odd));
const requestId = fc.oneof(fc.constant('«request»'), known, text);
/** Fields with one room, several rooms, and sometimes both. */
const inRooms = (wanted: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
    fc.oneof(
        { weight: 4, arbitrary: fields({ rid: room, ...wanted }) },
        { weight: 3, arbitrary: fields({ rids: rooms, ...wanted }) },
        { weight: 1, arbitrary: fields({ rid: room, rids: rooms, ...wanted }) },
    );
const BODIES: Record<string, fc.Arbitrary<unknown>> = {
    'findOrCreateInvite': fields({ rid: room, days: count, maxUses: count }),
    'useInviteToken': fields({ token: fc.constant('«token»') }),
    'inviteInfo': fields({ token: fc.constant('«token»') }),
    'validateInviteToken': fields({ token: fc.constant('«token»') }),
    'invites.create': inRooms({ expires: end, maxUses: limit, label, notify, approval, audience }),
    'invites.send': fc.oneof(inRooms({ emails, expires: end, label }), fields({ rid: room, inviteId, emails, expires: end, label })),
    'invites.update': fields({ inviteId, expires: end, maxUses: limit, label, notify, approval, audience, paused: fc.boolean() }),
    'invites.rotateToken': fields({ inviteId }),
    'invites.approve': fields({ requestId }),
    'invites.deny': fields({ requestId }),
    'invites.revoke': fc.oneof(
        { weight: 6, arbitrary: fields({ inviteId }) },
        { weight: 2, arbitrary: fields({ rid: known }) },
        { weight: 2, arbitrary: fields({ userId: known }) },
        { weight: 1, arbitrary: fields({ all: fc.constant(true) }) },
        { weight: 1, arbitrary: fields({ inviteId, rid: known, userId: known, all: fc.boolean() }) },
    ),
};
const PAGES = ['join', 'join.js', 'join.css', 'join.more.js', 'console', 'console.js', 'console.css', 'console.de.json'];

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
    // The route needs an id that is no dot segment, also an encoded one, and the server refuses very long addresses.
    parameter: text.filter((id) => id.length > 0 && id.length < 500 && id !== '.' && id !== '..'),
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

/** The parameters of the endpoints that read, with likely values. */
const number = fc.nat(120).map(String);
const moment = fc.constantFrom(...MOMENTS);
const QUERIES: Record<string, Record<string, fc.Arbitrary<string>>> = {
    'invites.info': { inviteId },
    'invites.list': {
        ...{ rid: known, userId: fc.oneof(known, fc.constant('me')), state: fc.constantFrom('active', 'paused', 'used-up'), text },
        ...{ sort: fc.constantFrom('createdAt', '-expires', 'uses', '-label'), offset: number, count: number },
    },
    'invites.requests': { inviteId, rid: known, offset: number, count: number },
    'invites.joins': {
        ...{ inviteId, rid: known, userId: known, outcome: fc.constantFrom('joined', 'paused'), from: moment, to: moment },
        ...{ offset: number, count: number, format: fc.constantFrom('csv', 'json') },
    },
    'invites.stats': { rid: known, days: number },
};

const queried: fc.Arbitrary<ToEndpoint> = fc.constantFrom(...Object.keys(QUERIES)).chain((endpoint) => {
    const parameters = Object.entries(QUERIES[endpoint]!).map(([name, likely]) =>
        fc.tuple(fc.constant(name), fc.oneof({ weight: 5, arbitrary: likely }, { weight: 1, arbitrary: text })),
    );
    const short = ([name, value]: readonly [string, string]): boolean => name.length + value.length < 500;
    const any = fc.oneof({ weight: 6, arbitrary: fc.oneof(...parameters) }, { weight: 1, arbitrary: fc.tuple(odd, text) }).filter(short);
    return fc.record({
        kind: fc.constant('endpoint'),
        caller,
        endpoint: fc.constant(endpoint),
        method: rightOr('GET'),
        query: fc.array(any, { maxLength: 4 }),
    });
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
        'show',
        'edit',
        'pause',
        'resume',
        'rename',
        'rotate',
        'who',
        'requests',
        'approve',
        'deny',
        'approval',
        'for',
        '«request»',
        'open',
        'extend',
        'mine',
        'expired',
        '"A label"',
        '-',
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

/** A command about one invite, by its id, its token, its link or its number in the caller's last list. */
const TARGETS = ['«invite»', '«otherInvite»', '«token»', 'https://a.example/x/join#«token»', '1', '2', '7'];
const aboutInvite = fc
    .tuple(
        fc.constantFrom('show', 'edit', 'pause', 'resume', 'rename', 'rotate', 'who', 'revoke', 'Bearbeiten', 'stop'),
        fc.constantFrom(...TARGETS),
        fc.array(word, { maxLength: 3 }),
    )
    .map(([name, target, rest]) => [name, target, ...rest]);
const listing = fc.array(fc.constantFrom('mine', 'expired', 'all', '#«roomName»', '1', '2'), { maxLength: 3 }).map((words) => ['list', ...words]);

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
                        arbitrary: fc
                            .oneof(fc.array(word, { maxLength: 5 }), aboutInvite, listing)
                            .chain((words) => fc.constantFrom(words.join(' '), words.join('\u00a0'))),
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
/** The value of a modal's button: room, page of the list, invite, page of the history. */
const place = fc
    .tuple(known, number, inviteId, fc.option(number, { nil: undefined }))
    .map((parts) => parts.filter((part) => part !== undefined).join(' '));
const inState = (name: string, right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 4, arbitrary: right.map((held) => ({ [name]: held })) }, { weight: 1, arbitrary: value });
/** The id of a form, which ends the ids of its fields. */
const FORM = '0123456789abcdef01234567';
const CREATE_FIELDS = ['room', 'duration', 'other-duration', 'uses', 'other-uses'].map((name) => `${name}-${FORM}`);
const [roomField, durationMenu, otherDuration, usesMenu, otherUses] = CREATE_FIELDS as [string, string, string, string, string];
const durationChoice = fc.oneof(fc.constantFrom('other', 'keep', '1h', '7d', ...DURATIONS), text);
const durationText = fc.oneof(fc.constantFrom('', '', ...DURATIONS), text);
const usesChoice = fc.oneof(fc.constantFrom('other', 'unlimited', '3', 'x7'), text);
const usesText = fc.oneof(fc.constantFrom('', '', 'unlimited', '3', 'x7'), text);
const createView = fields({
    id: fc.constant('a-view'),
    state: fields({
        [roomField]: inState(roomField, known),
        [durationMenu]: inState(durationMenu, durationChoice),
        [otherDuration]: inState(otherDuration, durationText),
        [usesMenu]: inState(usesMenu, usesChoice),
        [otherUses]: inState(otherUses, usesText),
    }),
    blocks: fc.array(fc.oneof(fields({ blockId: fc.constantFrom(roomField, ...CREATE_FIELDS), element: fields({ initialValue: text }) }), value), {
        maxLength: 6,
    }),
});

/** A submitted form that changes an invite. */
const editView = inviteId.chain((id) => {
    const nameOf = (field: string): string => `edit-${field}-${id}-0-${FORM}`;
    const [labelField, durationField, otherField, usesField] = ['label', 'duration', 'other-duration', 'uses'].map(nameOf) as [
        string,
        string,
        string,
        string,
    ];
    const block = (blockId: string): fc.Arbitrary<unknown> => fields({ blockId: fc.constant(blockId), element: fields({ initialValue: text }) });
    return fields({
        id: fc.constant('a-view'),
        state: fields({
            [labelField]: inState(labelField, label),
            [durationField]: inState(durationField, durationChoice),
            [otherField]: inState(otherField, durationText),
            [usesField]: inState(usesField, usesChoice),
        }),
        blocks: fc.tuple(block(labelField), block(durationField), block(usesField)),
    });
});
const view = fc.oneof(createView, editView);
const MODAL_ACTIONS = ['new', 'list', 'show', 'edit', 'pause', 'resume', 'who', 'ask-rotate', 'rotate', 'ask-revoke', 'revoke'];

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
                    { weight: 6, arbitrary: fc.constantFrom(...MODAL_ACTIONS.map((action) => `form-${action}`), 'revoke-invite', 'invite-link') },
                    { weight: 1, arbitrary: value },
                ),
                container: fields({ type: fc.constantFrom('view', 'message'), id: fc.constant('a-view') }),
                payload: fc.oneof(
                    {
                        weight: 20,
                        arbitrary: fields({
                            blockId: fc.constant('b'),
                            value: fc.oneof({ weight: 3, arbitrary: place }, { weight: 1, arbitrary: spaced }),
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
        { weight: 8, arbitrary: posted },
        { weight: 1, arbitrary: otherBody },
        { weight: 2, arbitrary: removed },
        { weight: 2, arbitrary: listed },
        { weight: 4, arbitrary: queried },
        { weight: 1, arbitrary: page },
        { weight: 6, arbitrary: command },
        { weight: 6, arbitrary: interaction },
    )
    .filter(({ body = '' }) => Buffer.byteLength(body) < MOST_BYTES);

function asJson(content: unknown): string {
    return JSON.stringify(content);
}
