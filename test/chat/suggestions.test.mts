import { expect, it } from '@jest/globals';

import { parse } from '../../src/chat/parse.ts';
import type { Unclear } from '../../src/chat/unclear.ts';

/** Returns the suggestions for an unclear command, or the kind of a clear one. */
function suggestionsFor(text: string): readonly string[] | string {
    const { kind, args } = parse(text.split(' '));
    return kind === 'unclear' ? (args as Unclear).suggestions : kind;
}

it.each([
    ['create 7', ['create 7d', 'create x7']],
    ['create 2mo', ['create 60d']],
    ['create 2months', ['create 60d']],
    ['create 1y', ['create 365d']],
    ['create 2years', ['create 730d']],
    ['create 7dd', ['create 7d']],
    ['create onec', ['create once']],
    ['create 2 months', ['create 60d']],
    ['create 1 Monat x3', ['create 30d x3']],
    ['create 7d 10', ['create 7d x10']],
    ['create x3 10 #room', ['create x3 10d #room']],
    ['create 7d 8d', ['create 7d']],
    ['create 0', []],
    ['create banana', ['create #banana']],
    ['create #one #two', ['create #one']],
    ['create x3 x4', ['create x3']],
    ['create 5 cats', ['create 5d']],
    ['list 0', ['list', 'list all']],
    ['list all x', ['list all']],
    ['list all 2 3', ['list all 2']],
    ['list 2 3', ['list 2']],
    ['use token more', ['use token']],
    ['revoke id more', ['revoke id']],
    ['craete 7d', ['create 7d']],
    ['7d x3', ['create 7d x3']],
    ['7 days', ['create 7 days']],
    ['once #room', ['create once #room']],
    ['robert', ['@robert']],
    ['robert, anna', ['@robert @anna']],
    ['delete some-id', ['revoke some-id']],
    ['Widerrufen some-id', ['revoke some-id']],
    ['hilfe', ['help']],
    ['ls', ['list']],
    ['erstellen 7d', ['create 7d']],
    ['beitreten link', ['use link']],
    ['remove', ['revoke']],
    ['what?', []],
    ['@', 'help'],
    ['help', 'help'],
])('for "%s"', (text, suggestions) => expect(suggestionsFor(text)).toEqual(suggestions));

it('accepts fifty names in one command, and returns the first name beyond them as unclear', () => {
    const names = Array.from({ length: 51 }, (_, n) => `@person${String(n)}`);
    expect(parse(names.slice(0, 50))).toMatchObject({ kind: 'add', args: { names: names.slice(0, 50).map((name) => name.slice(1)) } });
    expect(parse(names)).toMatchObject({ kind: 'unclear', args: { word: '@person50', understood: [], suggestions: [] } });
});
