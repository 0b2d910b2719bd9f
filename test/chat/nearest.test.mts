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
])('for %j, returns %j', (word, candidate) => expect(nearest(word, ['create', 'list', 'use', 'revoke'])).toBe(candidate));

it('returns the most similar of several candidates', () => expect(nearest('liste', ['lister', 'list', 'liste'])).toBe('liste'));

it('returns undefined without candidates', () => expect(nearest('list', [])).toBeUndefined());
