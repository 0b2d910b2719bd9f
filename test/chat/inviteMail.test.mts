import { describe, expect, it } from '@jest/globals';

import { LANGUAGES } from '../../src/i18n/findLanguage.ts';
import { writeInviteMail } from '../../src/i18n/inviteMail.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';

/** The e-mail with an invite link. */

const facts = {
    address: 'bob@example.com',
    creator: { username: 'anne', name: 'Anne' },
    rooms: [{ name: 'reading', fname: 'Reading' }],
    workspace: 'Books',
    expires: null,
    approval: true,
    url: 'https://chat.example.com/join#ABCDEFGHJKLMNPQR',
};

describe('in every language', () => {
    it.each(LANGUAGES.map((messages) => [messages.tag, messages] as const))('%s', (tag, messages) => {
        const locale = { messages, now: 0, utcOffset: undefined };
        const { subject, text, html } = writeInviteMail(facts, locale);
        expect(subject).toContain('Anne');
        expect(subject).toContain('Reading');
        for (const part of ['Anne (@anne)', 'Reading', 'Books', 'bob@example.com', facts.url]) {
            expect(text).toContain(part);
        }
        expect(html).toContain(`<html lang="${tag}">`);
        // The server would replace such texts.
        expect(`${subject}${text}${html}`).not.toMatch(/[{}[\]]|__/);
        expect(writeInviteMail({ ...facts, expires: 86400000 }, locale).text).toContain('1970');
    });
});

it('names a person without a name by their username, and rooms by what they have', () => {
    const locale = { messages: ENGLISH, now: 0, utcOffset: undefined };
    const creator = { username: 'anne', name: undefined };
    const named = writeInviteMail({ ...facts, creator, rooms: [{ name: 'reading' }, { name: 'poems' }], workspace: '', approval: false }, locale);
    expect(named.subject).toBe('anne invites you to reading, poems');
    expect(named.text).toMatch(/^@anne invites you to reading, poems\.\n/);
    expect(writeInviteMail({ ...facts, rooms: [{}] }, locale).subject).toBe('Anne invites you to ?');
});
