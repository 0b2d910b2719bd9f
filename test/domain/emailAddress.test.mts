import { describe, expect, it } from '@jest/globals';

import { isEmailAddress } from '../../src/domain/emailAddress.ts';

describe('an e-mail address', () => {
    const long = 'a'.repeat(63);

    it.each([
        'a@b.de',
        'Ann.Lee+x@Mail.example.com',
        'ä.ß@bücher.example',
        `${'a'.repeat(64)}@example.com`,
        `a@${long}.${long}.${long}.${'a'.repeat(57)}.de`,
    ])('%s', (text) => expect(isEmailAddress(text)).toBe(true));

    it.each([
        ...['', 'a', 'a@', '@b.de', 'a@b', 'a@b.d', 'a@b.1e', 'a@b.de.', 'a@.de', 'a@@b.de', 'a@b@c.de', 'a b@c.de', 'a@b c.de', '"a"@b.de'],
        ...['.a@b.de', 'a.@b.de', 'a..b@c.de', 'a!b@c.de', 'a%b@c.de', 'a,b@c.de', '<a@b.de>', 'a@-b.de', 'a@b-.de', 'a@b.dé'],
        ...[
            `${'a'.repeat(65)}@example.com`,
            `a@${long}a.de`,
            `a@${long}.${long}.${long}.${'a'.repeat(58)}.de`,
            `aa@${long}.${long}.${long}.${'a'.repeat(57)}.de`,
        ],
    ])('not %s', (text) => expect(isEmailAddress(text)).toBe(false));
});
