/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';

import { consoleTexts } from '../../src/i18n/pages.ts';
import { App } from '../../src/web/console/app.tsx';
import { audienceOf, EVERYBODY, problemWithAudience, typedAudience } from '../../src/web/console/audience.mts';
import { addressesIn, problemWithAddresses, resultText } from '../../src/web/console/emailFields.tsx';
import type { Invite } from '../../src/web/console/entities.mts';
import { changedBetween, changesTo, formOf, problemWith, rebased } from '../../src/web/console/inviteForm.mts';
import { oneByOne } from '../../src/web/console/oneByOne.mts';
import { Session } from '../../src/web/console/session.mts';
import { waitFor } from '../tools/waitFor.mts';
import { INVITE } from './invite.mts';

/** Several links at once, audiences and addresses, against responses of the endpoints. */

const { words } = consoleTexts().en;

let list: Record<string, unknown>;
let requests: string[];

beforeEach(() => {
    localStorage.setItem('Meteor.loginToken', 'good');
    localStorage.setItem('Meteor.userId', 'u1');
    location.hash = '';
    document.body.innerHTML = '<div id="app"></div><p id="status"></p>';
    requests = [];
    list = { invites: [INVITE], offset: 0, count: 25, total: 1, mayRevokeAll: false, mayEmail: false };
    globalThis.fetch = jest.fn(async (address: unknown, init?: RequestInit) => {
        requests.push(`${String(address).replace(/.*[/]/, '')} ${typeof init?.body === 'string' ? init.body : ''}`.trim());
        const isKnown = String(address).startsWith('invites.list');
        const json = () => Promise.resolve(isKnown ? { ...list, success: true } : { success: false, errorType: 'not_authorized' });
        // Later than an event of the page, as in a browser.
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { ok: isKnown, status: isKnown ? 200 : 403, headers: new Headers(), json } as Response;
    });
});
afterEach(async () => act(() => render(null, document.getElementById('app')!)));

async function open(hash: string): Promise<void> {
    await act(() => render(null, document.getElementById('app')!));
    location.hash = hash;
    await act(() => render(<App session={Session.start()} />, document.getElementById('app')!));
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
}

/** Waits until the page has drawn what a check expects. */
const shows = (check: () => void): Promise<void> =>
    waitFor(async () => {
        await act(() => Promise.resolve());
        check();
    });
const boxes = (): (string | null)[] => [...document.querySelectorAll('td input')].map((box) => box.getAttribute('aria-label'));
const searchField = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[type=search]')!;
const buttons = (): string[] => [...document.querySelectorAll('main button')].map(({ textContent }) => textContent);

it('only links that the caller may revoke can be selected, each by a name of its own', async () => {
    list.invites = [
        { ...INVITE, label: 'a\u202eb' },
        { ...INVITE, _id: 'i2', label: null },
        { ...INVITE, _id: 'i3', mayRevoke: false },
    ];
    await open('');
    expect(boxes()).toEqual(['Select ab', 'Select No label, Reading circle']);
    list.invites = [{ ...INVITE, mayRevoke: false }];
    await open('#links?sort=label');
    expect(boxes()).toEqual([]);
    expect(document.body.textContent).not.toContain(words.selectPage);
});

it.each([
    ['', words.revokeWorkspace],
    ['#links?rid=r1&state=active', words.revokeRoom],
    ['#links?userId=u2', words.revokePerson],
    ['#links?userId=me', undefined],
    ['#links?rid=r1&userId=u2', undefined],
])('at %j, people who may are offered to revoke all: %s', async (hash, offer) => {
    list.mayRevokeAll = true;
    await open(hash);
    expect(buttons()).toEqual(offer ? [offer] : []);
    list.mayRevokeAll = false;
    await open(`${hash || '#links?'}&offset=25`);
    expect(buttons()).toEqual([]);
});

it('counts all links before it asks, without the other filters, and says if there is none', async () => {
    Object.assign(list, { mayRevokeAll: true });
    await open('#links?rid=r1&text=fair');
    list.total = 12;
    await act(() => document.querySelectorAll<HTMLElement>('main button')[0].click());
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(requests[requests.length - 1]).toBe('invites.list?rid=r1&count=1');
    expect(document.querySelector('[role=group]')!.textContent).toContain('Revoke all links of this room: 12.');
});

it('searches at once when the visitor moves on while typing, so that no later search takes a question away', async () => {
    list.mayRevokeAll = true;
    await open('#links');
    await act(() => {
        searchField().value = 'fair';
        searchField().dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(() => void (location.hash = '#links?rid=r1'));
    await shows(() => expect(buttons()).toEqual(['Revoke all links of this room']));
    await act(() => document.querySelectorAll<HTMLElement>('main button')[0].click());
    const question = (): string => document.querySelector('[role=group]')?.textContent ?? '';
    await shows(() => expect(question()).toContain('Revoke all links of this room: 1.'));
    await shows(() => expect(requests.some((request) => request.includes('text=fair'))).toBe(true));
    await shows(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
    expect(location.hash).toBe('#links?rid=r1&text=fair');
    expect(question()).toContain('Revoke all links of this room: 1.');
});

it('searches for the text of another address alone', async () => {
    await open('#links?text=fair');
    expect(searchField().value).toBe('fair');
    await act(() => void (location.hash = '#links?rid=r1'));
    await shows(() => expect(searchField().value).toBe(''));
    await shows(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
    expect(location.hash).toBe('#links?rid=r1');
    expect(requests.filter((request) => request.includes('rid=r1'))).toEqual(['invites.list?rid=r1&sort=-createdAt&offset=0']);
});

it('calls one after another until it is told to stop, and returns the refusals by id', async () => {
    const running: string[] = [];
    const done: number[] = [];
    const refused = await oneByOne(
        ['a', 'b', 'c', 'd'],
        async (id) => {
            running.push(id);
            await new Promise((resolve) => setTimeout(resolve, 1));
            expect(running.pop()).toBe(id);
            return id === 'b' ? { refusal: { code: 'down' } } : { body: {} };
        },
        (count) => done.push(count) < 3,
    );
    expect(refused).toEqual({ b: { code: 'down' } });
    expect(done).toEqual([1, 2, 3]);
});

it('reads an audience as people type it', () => {
    const typed = { choice: 'some', usernames: '@ann, bob;  @carl', emailDomains: '@Example.com b.org', roles: 'admin, Guest editor;' } as const;
    expect(audienceOf(typed)).toEqual({
        usernames: ['ann', 'bob', 'carl'],
        emailDomains: ['Example.com', 'b.org'],
        roles: ['admin', 'Guest editor'],
    });
    expect(problemWithAudience(typed)).toBeUndefined();
    expect(problemWithAudience({ ...typed, emailDomains: 'a.org b_c' })).toEqual({ code: 'no-domain', name: 'b_c' });
    expect(problemWithAudience({ ...EVERYBODY, choice: 'some', usernames: ' , ' })).toEqual({ code: 'missing-audience' });
    expect([audienceOf(EVERYBODY), problemWithAudience(EVERYBODY)]).toEqual([null, undefined]);
});

it('shows an audience as people can type it again', () => {
    for (const audience of [null, { usernames: ['ann', 'bob'] }, { emailDomains: ['a.org'], roles: ['Guest editor', 'admin'] }]) {
        expect(audienceOf(typedAudience(audience))).toEqual(audience);
        expect(changesTo({ ...INVITE, audience }, formOf({ ...INVITE, audience }))).toEqual({});
    }
});

it('leaves the address of a link alone, unless everybody may use it from now on', () => {
    const invite = { ...INVITE, audience: { emails: ['ann@example.com'] } };
    const form = formOf(invite);
    expect(problemWith(form)).toBeUndefined();
    expect(changesTo(invite, { ...form, label: 'New' })).toEqual({ label: 'New' });
    expect(changesTo(invite, { ...form, audience: EVERYBODY })).toEqual({ audience: null });
});

it('takes the audience that another person chose, unless the visitor typed another one', () => {
    const present: Invite = { ...INVITE, audience: { roles: ['admin'] } };
    expect(changedBetween(INVITE, present)).toEqual(['audience']);
    expect(rebased({ ...formOf(INVITE), label: 'Mine' }, INVITE, present)).toEqual({ ...formOf(present), label: 'Mine' });
    const typed = { ...EVERYBODY, choice: 'some', usernames: 'ann' } as const;
    expect(changesTo(present, rebased({ ...formOf(INVITE), audience: typed }, INVITE, present))).toEqual({ audience: { usernames: ['ann'] } });
});

it('reads addresses, and says what is wrong with them', () => {
    expect(addressesIn(' a@x.org,b@x.org;\nc@x.org ')).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    const addresses = Array.from({ length: 51 }, (_, number) => `p${number}@x.org`);
    expect([[], addresses, addresses.slice(1)].map(problemWithAddresses)).toEqual([
        { code: 'missing-address' },
        { code: 'too-many-addresses' },
        undefined,
    ]);
    expect(resultText({ sent: ['a@x.org'], failed: [] })).toBe('Sent: 1.');
    expect(resultText({ sent: [], failed: [{ email: 'a', reason: 'invalid-address' }] })).toMatch(/^Not sent: 1[.]/);
});
