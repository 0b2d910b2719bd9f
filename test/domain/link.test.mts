import { expect, it } from '@jest/globals';

import { extractToken, inviteUrl, joinPageUrl, linkMarkup, roomUrl } from '../../src/domain/link.ts';

const TOKEN = 'ABCDEFGHJKLMNPQR';

it.each([
    ['https://chat.example', 'https://chat.example/api/apps/public/app-id/join#' + TOKEN],
    ['https://chat.example/', 'https://chat.example/api/apps/public/app-id/join#' + TOKEN],
    ['https://example.org/chat', 'https://example.org/chat/api/apps/public/app-id/join#' + TOKEN],
    ['https://example.org/chat//', 'https://example.org/chat/api/apps/public/app-id/join#' + TOKEN],
])('builds a link on %s', (siteUrl, url) => {
    expect(inviteUrl(joinPageUrl(siteUrl, 'app-id'), TOKEN)).toBe(url);
});

it.each(['https://chat.example/i', 'https://chat.example/i/', 'https://chat.example'])('builds a short link on %s, and reads it', (pageUrl) => {
    expect(inviteUrl(pageUrl, TOKEN)).toBe(`${pageUrl}#${TOKEN}`);
    expect(extractToken(`<${pageUrl}#${TOKEN}>`)).toBe(TOKEN);
});

it('builds the URL of a room', () => {
    expect(roomUrl('https://chat.example/', { type: 'c', name: 'general' })).toBe('https://chat.example/channel/general');
    expect(roomUrl('https://chat.example', { type: 'p', name: 'a/b c' })).toBe('https://chat.example/group/a%2Fb%20c');
});

it('builds the URL of a room without a name', () => {
    expect(roomUrl('https://chat.example', { type: 'p' })).toBe('https://chat.example/group/');
});

it('links an address that clients would not link, and escapes what would end or style the link', () => {
    expect(linkMarkup('https://chat.intern/x#A')).toBe('[https://chat.intern/x#A](https://chat.intern/x#A)');
    expect(linkMarkup('http://chat/group/a_b')).toBe('[http://chat/group/a%5Fb](http://chat/group/a%5Fb)');
    expect(linkMarkup('http://chat/group/_*a*(~b~)[c]_', 'A room')).toBe('[A room](http://chat/group/%5F%2Aa%2A%28%7Eb%7E%29%5Bc%5D%5F)');
});

it.each([
    [TOKEN, TOKEN],
    [TOKEN.toLowerCase(), TOKEN],
    [`https://chat.example/x/join#${TOKEN}`, TOKEN],
    [`<https://chat.example/x/join#${TOKEN}>`, TOKEN],
    [linkMarkup(`https://chat.intern/x/join#${TOKEN}`), TOKEN],
    [`https://chat.example/x/join#${TOKEN}.`, TOKEN],
    [`"${TOKEN}",`, TOKEN],
    [`(("${TOKEN}"))`, TOKEN],
    [`https://chat.example/x/join%23${TOKEN}&more`, TOKEN],
    [`https://chat.example/x/join#${TOKEN}7`, `https://chat.example/x/join#${TOKEN}7`],
    ['something else', 'something else'],
    ['a (b) <c> d, e', 'a (b) <c> d, e'],
    ['(0123456789abcdef01234567)', '0123456789abcdef01234567'],
])('extracts the token from %j', (text, token) => expect(extractToken(text)).toBe(token));
