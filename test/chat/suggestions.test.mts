import { expect, it } from '@jest/globals';

import { parse } from '../../src/chat/parse.ts';
import type { Unclear } from '../../src/chat/unclear.ts';

/** Returns the likeliest suggestions for an unclear command, or the kind of a clear one. */
function suggestionsFor(text: string): readonly string[] | string {
    const { kind, args } = parse(text.split(' '), 0);
    return kind === 'unclear' ? ((args as Unclear).suggestions[0] ?? []) : kind;
}

it.each([
    ['create 7', ['create 7d', 'create x7']],
    ['create 7 10', ['create 7d x10']],
    ['edit 2 10', ['edit 2 10d', 'edit 2 x10']],
    ['create 7dd', ['create 7d']],
    ['create 30dys x5', ['create 30days x5']],
    ['create 7qqqq', []],
    ['share 2 #room please now', []],
    ['share 2 general', []],
    ['create 5 cats', []],
    ['create 2 moths x3', ['create 2 months x3']],
    ['create 5 peple', ['create 5 people']],
    ['create onec', ['create once']],
    ['create tomorow', ['create tomorrow']],
    ['create infinite', ['create never', 'create unlimited']],
    ['create x3 10 #room', ['create x3 10d #room']],
    ['create 0', []],
    ['create banana', ['create #banana']],
    ['create 7d banana', ['create 7d #banana', 'create 7d label banana']],
    ['create 7d 8d', []],
    ['create x3 x4', []],
    ['list 0', []],
    ['list al', ['list all']],
    ['list general', ['list #general']],
    ['list all x', []],
    ['use token more', []],
    ['use token please', 'use'],
    ['craete 7d', ['create 7d']],
    ['7d x3', 'create'],
    ['7 days', 'create'],
    ['once #room', 'create'],
    ['please', ['@please']],
    ['robert', ['@robert']],
    ['robert, anna', ['@robert @anna']],
    ['@robert anna', ['@robert @anna']],
    ['what?', []],
    ['@', 'help'],
    ['--help', 'help'],
])('for "%s"', (text, suggestions) => expect(suggestionsFor(text)).toEqual(suggestions));

it.each([
    ['create 30s', { reason: 'too-short', word: '30s' }],
    ['10 seconds', { reason: 'too-short', word: '10' }],
    ['@all', { reason: 'everyone', word: '@all', instead: 'create' }],
    ['@bob @here', { reason: 'everyone', word: '@here', instead: 'create' }],
    ['@carol to #secret', { reason: 'elsewhere', word: '#secret', instead: '@carol' }],
    ['add bob #secret', { reason: 'elsewhere', word: '#secret' }],
    ['bob@example.com', { reason: 'e-mail', word: 'bob@example.com', instead: 'email bob@example.com' }],
    ['bob@example.com 7d, ann@example.com', { reason: 'e-mail', instead: 'email bob@example.com ann@example.com' }],
    ['invite bob@example.com please', { reason: 'e-mail', word: 'bob@example.com' }],
])('gives the reason for which "%s" is refused as a whole', (text, expected) =>
    expect(parse(text.split(' '), 0)).toMatchObject({ kind: 'unclear', args: { suggestions: [], ...expected } }),
);

it('accepts fifty names in one command, and returns the first name beyond them as unclear', () => {
    const names = Array.from({ length: 51 }, (_, n) => `@person${String(n)}`);
    expect(parse(names.slice(0, 50), 0)).toMatchObject({ kind: 'add', args: { names: names.slice(0, 50).map((name) => name.slice(1)) } });
    expect(parse(names, 0)).toMatchObject({ kind: 'unclear', args: { word: '@person50', suggestions: [] } });
});
