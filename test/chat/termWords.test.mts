import { describe, expect, it } from '@jest/globals';

import { createCommandText, termWords, type CreateOptions } from '../../src/chat/examples.ts';
import { parse } from '../../src/chat/parse.ts';
import { findLanguage } from '../../src/i18n/findLanguage.ts';

/** What the app suggests to type. */
const OPTIONS: [string, CreateOptions][] = [
    ['a duration', { validity: { count: 3, unit: 'day' } }],
    ['a number of people', { maxUses: 1 }],
    ['any number of people', { maxUses: 0 }],
    ['a room', { rooms: ['general'] }],
    ['a label', { label: 'Fair' }],
    ['a label of two words', { label: 'Summer fair' }],
    ['a new link', { isNew: true }],
    ['approval', { approval: true }],
    ['no approval', { approval: false }],
    ['people', { audience: { usernames: ['ann', 'bob'] } }],
    ['an e-mail domain', { audience: { emailDomains: ['example.com'] } }],
];

describe.each(['en', 'de', 'es', 'fr', 'pt-BR'])('in %s', (tag) => {
    const { vocabulary } = findLanguage(tag)!;

    it.each(OPTIONS)('the parser reads %s as it was written', (_what, options) => {
        const { kind, args } = parse(createCommandText(options, vocabulary).split(' '), 0);
        expect({ kind, args }).toEqual({ kind: 'create', args: expect.objectContaining(options) });
    });

    it('an edit for everybody is read as it was written', () => {
        const { kind, args } = parse(['edit', '2', ...termWords({ audience: null }, vocabulary).join(' ').split(' ')], 0);
        expect({ kind, args }).toEqual({ kind: 'edit', args: { target: '2', changes: { audience: null } } });
    });
});
