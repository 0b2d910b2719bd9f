import { expect, it } from '@jest/globals';

import { inviteUrl, roomUrl, extractToken } from '../../src/domain/link.ts';

const TOKEN = 'ABCDEFGHJKLMNPQR';

it.each([
    ['https://chat.example', 'https://chat.example/api/apps/public/app-id/join#' + TOKEN],
    ['https://chat.example/', 'https://chat.example/api/apps/public/app-id/join#' + TOKEN],
    ['https://example.org/chat', 'https://example.org/chat/api/apps/public/app-id/join#' + TOKEN],
    ['https://example.org/chat//', 'https://example.org/chat/api/apps/public/app-id/join#' + TOKEN],
])('builds a link on %s', (siteUrl, url) => expect(inviteUrl(siteUrl, 'app-id', TOKEN)).toBe(url));

it('builds the URL of a room', () => {
    expect(roomUrl('https://chat.example/', { type: 'c', name: 'general' })).toBe('https://chat.example/channel/general');
    expect(roomUrl('https://chat.example', { type: 'p', name: 'a/b c' })).toBe('https://chat.example/group/a%2Fb%20c');
});

it('builds the URL of a room without a name', () => {
    expect(roomUrl('https://chat.example', { type: 'p' })).toBe('https://chat.example/group/');
});

it.each([
    [TOKEN, TOKEN],
    [TOKEN.toLowerCase(), TOKEN],
    [`https://chat.example/x/join#${TOKEN}`, TOKEN],
    [`<https://chat.example/x/join#${TOKEN}>`, TOKEN],
    [`https://chat.example/x/join#${TOKEN}.`, TOKEN],
    [`"${TOKEN}",`, TOKEN],
    [`(("${TOKEN}"))`, TOKEN],
    [`https://chat.example/x/join%23${TOKEN}&more`, TOKEN],
    [`https://chat.example/x/join#${TOKEN}7`, `https://chat.example/x/join#${TOKEN}7`],
    ['something else', 'something else'],
    ['a (b) <c> d, e', 'a (b) <c> d, e'],
    ['(0123456789abcdef01234567)', '0123456789abcdef01234567'],
])('extracts the token from %j', (text, token) => expect(extractToken(text)).toBe(token));
