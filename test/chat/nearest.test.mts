import { expect, it } from '@jest/globals';

import { nearest } from '../../src/chat/nearest.ts';

it.each([
    ['craete', 'create'],
    ['create', 'create'],
    ['CREAT', 'create'],
    ['ccreate', 'create'],
    ['xreate', 'create'],
    ['lits', 'list'],
    ['ust', 'use'],
    ['rveoke', 'revoke'],
    ['', undefined],
    ['banana', undefined],
    ['esu', undefined],
])('%j was meant to be %j', (word, meant) => expect(nearest(word, ['create', 'list', 'use', 'revoke'])).toBe(meant));

it('is the likeliest of several', () => expect(nearest('liste', ['lister', 'list', 'liste'])).toBe('liste'));

it('is none of none', () => expect(nearest('list', [])).toBeUndefined());
