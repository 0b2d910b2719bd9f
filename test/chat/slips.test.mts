import { expect, it } from 'vitest';

import { parse } from '../../src/chat/parse.ts';

/** What may have been meant, where what was typed is unclear. */
function suggestionsFor(typed: string): readonly string[] | string {
    const answer = parse(typed.split(' '));
    return answer.kind === 'unclear' ? answer.suggestions : answer.kind;
}

it.each([
    ['create 7', ['create 7d', 'create x7']],
    ['create 2mo', ['create 60d']],
    ['create 2months', ['create 60d']],
    ['create 1y', ['create 365d']],
    ['create 2years', ['create 730d']],
    ['create 7dd', ['create 7d']],
    ['create onec', ['create once']],
    ['create 0', []],
    ['create 0d', []],
    ['create banana', []],
    ['create #one #two', []],
    ['create x3 x4', []],
    ['list 0', ['list', 'list all']],
    ['list all x', ['list all']],
    ['list all 2 3', ['list all 2']],
    ['list 2 3', ['list 2']],
    ['use token more', ['use token']],
    ['revoke id more', ['revoke id']],
    ['craete 7d', ['create 7d']],
    ['7d x3', ['create 7d x3']],
    ['7 days', ['create 7 days']],
    ['robert', ['@robert']],
    ['what?', []],
    ['@', 'help'],
    ['help', 'help'],
])('%s', (typed, suggestions) => expect(suggestionsFor(typed)).toEqual(suggestions));

it('adds fifty people by one command, and says who is one too many', () => {
    const names = Array.from({ length: 51 }, (_, n) => `@person${String(n)}`);
    expect(parse(names.slice(0, 50))).toMatchObject({ kind: 'add', names: names.slice(0, 50).map((name) => name.slice(1)) });
    expect(parse(names)).toEqual({ kind: 'unclear', word: '@person50', understood: [], suggestions: [] });
});
