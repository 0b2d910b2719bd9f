import { describe, expect, it } from '@jest/globals';

import { parse } from '../../src/chat/parse.ts';
import { parseDuration, parseUses } from '../../src/domain/quantities.ts';

describe('parseDuration', () => {
    it.each([
        ['90m', { count: 90, unit: 'minute' }],
        ['12h', { count: 12, unit: 'hour' }],
        ['7d', { count: 7, unit: 'day' }],
        ['7D', { count: 7, unit: 'day' }],
        ['2w', { count: 2, unit: 'week' }],
        ['never', { count: 0, unit: 'day' }],
        ['NEVER', { count: 0, unit: 'day' }],
        ['forever', { count: 0, unit: 'day' }],
        ['7days', { count: 7, unit: 'day' }],
        ['1week', { count: 1, unit: 'week' }],
        ['90min', { count: 90, unit: 'minute' }],
    ])('parses %s', (text, validity) => expect(parseDuration(text)).toEqual(validity));

    it.each(['', '7', 'd', '0d', '-1d', '1.5d', '7x', '7 d', '1y', '1234567890d', '٧d', '7dd'])('rejects %j', (text) =>
        expect(parseDuration(text)).toBeUndefined(),
    );
});

describe('parseUses', () => {
    it.each([
        ['x10', 10],
        ['10x', 10],
        ['X3', 3],
        ['10uses', 10],
        ['1use', 1],
        ['once', 1],
        ['unlimited', 0],
    ])('parses %s', (text, uses) => expect(parseUses(text)).toBe(uses));

    it.each(['', 'x', '10', 'x0', '0x', 'x-1', 'xx3', 'x1.5', 'x1234567890'])('rejects %j', (text) => expect(parseUses(text)).toBeUndefined());
});

/** Returns the kind of the parsed command with its arguments. */
function parsed(words: readonly string[]): object {
    const { kind, args } = parse(words);
    return { kind, ...(args as object) };
}

describe('parse', () => {
    const token = 'ABCDEFGHJKLMNPQR';

    it.each([
        [[], { kind: 'help' }],
        [['help'], { kind: 'help' }],
        [['Create'], { kind: 'create' }],
        [['create', '7d', 'x3'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 3 }],
        [['create', 'x3', '7d'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 3 }],
        [['create', '7d', '8d'], { kind: 'unclear', word: '8d', understood: ['create', '7d'], suggestions: ['create 7d'] }],
        [['create', '#general', 'once'], { kind: 'create', maxUses: 1, room: 'general' }],
        [['create', '2', 'weeks', '5', 'uses'], { kind: 'create', validity: { count: 2, unit: 'week' }, maxUses: 5 }],
        [['create', '7d,', 'x3'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 3 }],
        [['create', '10', 'people'], { kind: 'create', maxUses: 10 }],
        [['create', 'einmal', '2', 'Wochen'], { kind: 'create', validity: { count: 2, unit: 'week' }, maxUses: 1 }],
        [['create', '#', '7d'], { kind: 'unclear', word: '#', understood: ['create'], suggestions: ['create 7d'] }],
        [['LIST'], { kind: 'list', everywhere: false, page: 1 }],
        [['list', 'ALL'], { kind: 'list', everywhere: true, page: 1 }],
        [['list', '3'], { kind: 'list', everywhere: false, page: 3 }],
        [['list', 'all', '2'], { kind: 'list', everywhere: true, page: 2 }],
        [['list', 'x'], { kind: 'unclear', word: 'x', understood: ['list'], suggestions: ['list', 'list all'] }],
        [['use', token], { kind: 'use', token }],
        [['use', `https://chat.example/api/apps/public/some-id/join#${token}`], { kind: 'use', token }],
        [['use'], { kind: 'missing', subcommand: 'use' }],
        [['use', token, 'now'], { kind: 'unclear', word: 'now', understood: ['use', token], suggestions: [`use ${token}`] }],
        [['revoke', 'some-id'], { kind: 'revoke', target: 'some-id' }],
        [['revoke'], { kind: 'missing', subcommand: 'revoke' }],
        [['@bob'], { kind: 'add', names: ['bob'] }],
        [['@bob,', '@carol', 'dave', '@bob'], { kind: 'add', names: ['bob', 'carol', 'dave'] }],
        [['@a.b@server.org:8448'], { kind: 'add', names: ['a.b@server.org:8448'] }],
        [['@'], { kind: 'help' }],
        [['bob'], { kind: 'unclear', word: 'bob', understood: [], suggestions: ['@bob'] }],
        [[token], { kind: 'unclear', word: token, understood: [], suggestions: [`use ${token}`, `revoke ${token}`] }],
        [['revok', 'x'], { kind: 'unclear', word: 'revok', understood: [], suggestions: ['revoke x'] }],
        [['hlep'], { kind: 'unclear', word: 'hlep', understood: [], suggestions: ['help'] }],
        [['???'], { kind: 'unclear', word: '???', understood: [], suggestions: [] }],
    ])('parses %j', (words, command) => expect(parsed(words)).toEqual(command));
});
