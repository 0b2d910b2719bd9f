/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';

import { consoleTexts } from '../../src/i18n/pages.ts';
import { App } from '../../src/web/console/app.tsx';
import type { Invite } from '../../src/web/console/entities.mts';
import { Session } from '../../src/web/console/session.mts';
import { waitFor } from '../tools/waitFor.mts';
import { INVITE, ROOM } from './invite.mts';

/** Responses that arrive after the visitor, or the list, has moved on. */

const { words } = consoleTexts().en;

interface Reply {
    readonly status: number;
    readonly body: object;
}
const done = (body: object = {}): Reply => ({ status: 200, body: { ...body, success: true } });
const refused = (errorType: string, status = 400): Reply => ({ status, body: { success: false, errorType } });

/** What an endpoint returns. An endpoint without an entry refuses. */
let replies: Record<string, (sent: Record<string, unknown>) => Reply | Promise<Reply>>;
let requests: string[];
/** Ends a call that waits, by the name of its endpoint. */
let waiting: Record<string, (reply: Reply) => void>;

beforeEach(() => {
    localStorage.setItem('Meteor.loginToken', 'good');
    localStorage.setItem('Meteor.userId', 'u1');
    document.body.innerHTML = '<div id="app"></div><p id="status"></p>';
    [requests, waiting] = [[], {}];
    replies = { 'invites.list': () => list([INVITE, { ...INVITE, _id: 'i2', label: 'Poster' }]) };
    globalThis.fetch = jest.fn(async (address: unknown, init?: RequestInit) => {
        const { pathname, search, searchParams } = new URL(String(address), 'http://localhost/api/apps/');
        const name = pathname.replace(/.*[/]/, '');
        const text = typeof init?.body === 'string' ? init.body : '';
        requests.push(`${name}${text || search}`);
        const sent = text ? (JSON.parse(text) as Record<string, unknown>) : Object.fromEntries(searchParams);
        const { status, body } = (await replies[name]?.(sent)) ?? refused('not_authorized', 403);
        return { ok: status === 200, status, headers: new Headers(), json: () => Promise.resolve(body) } as Response;
    });
});
afterEach(async () => {
    await act(() => render(null, app()));
    localStorage.clear();
});

const list = (invites: readonly Invite[], more = {}): Reply =>
    done({ invites, offset: 0, count: 25, total: invites.length, mayRevokeAll: false, mayEmail: false, ...more });
/** Has an endpoint wait until the test ends the call. */
const hold = (name: string): void => void (replies[name] = () => new Promise((resolve) => (waiting[name] = resolve)));

const app = (): HTMLElement => document.getElementById('app')!;
/** Preact runs effects at the end of each step. */
async function pass(): Promise<void> {
    for (let step = 0; step < 5; step++) {
        await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    }
}
async function open(address: string): Promise<void> {
    location.hash = address;
    await act(() => render(<App session={Session.start()} />, app()));
    await pass();
}
async function go(address: string): Promise<void> {
    location.hash = address;
    await pass();
}
async function answer(name: string, reply: Reply): Promise<void> {
    waiting[name](reply);
    await pass();
}
async function click(text: string): Promise<void> {
    const button = await waitFor(() => {
        const found = [...app().querySelectorAll('main button')].find(({ textContent }) => textContent === text);
        expect(found).toBeDefined();
        return found as HTMLElement;
    });
    await act(() => button.click());
    await pass();
}
async function type<Box extends HTMLInputElement | HTMLTextAreaElement>(box: Box, text: string): Promise<void> {
    await act(() => {
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
    });
}
const notice = (): string => app().querySelector('[role=status].notice')?.textContent ?? '';
const heading = (): string => app().querySelector('h1')!.textContent;

/** Selects all links of the page, and begins to revoke them. */
async function revokeSelected(): Promise<void> {
    hold('invites.revoke');
    await act(() => app().querySelector<HTMLElement>('label.check input')!.click());
    await click(words.revokeSelected);
    await click(words.revokeSeveralNow);
}

it('another list stops revoking, says so, and is loaded again', async () => {
    await open('#links?offset=0');
    await revokeSelected();
    replies['invites.list'] = ({ state }) => list([{ ...INVITE, _id: 'i3', label: `State ${String(state)}` }]);
    await go('#links?state=paused');
    await answer('invites.revoke', done());
    expect(requests.filter((request) => request.startsWith('invites.revoke'))).toEqual(['invites.revoke{"inviteId":"i1"}']);
    expect(notice()).toBe('Revoked: 1. Unchanged: 1.');
    expect(requests[requests.length - 1]).toBe('invites.list?state=paused&sort=-createdAt&offset=0');
    expect(app().querySelector('[aria-busy=true]')).toBeNull();
    expect(app().querySelector('td a')!.textContent).toBe('State paused');
});

it('another list shows why links of the former one were not revoked', async () => {
    await open('#links');
    await revokeSelected();
    await go('#links?state=paused');
    await answer('invites.revoke', refused('error-unknown'));
    expect(app().querySelector('[role=alert] li')!.textContent).toContain('Fair');
});

/** The new link, once its form is shown and has a label. */
async function typeLabel(): Promise<void> {
    replies['subscriptions.get'] = () => done({ update: [{ ...ROOM, rid: ROOM._id }] });
    await go('#new');
    await type(label(), 'My label');
}
const label = (): HTMLInputElement => app().querySelector<HTMLInputElement>('form input[dir=auto]')!;

/** Revokes all links of a room. The call waits. */
async function startRevokingAll(): Promise<void> {
    replies['invites.list'] = () => list([INVITE], { mayRevokeAll: true });
    hold('invites.revoke');
    await open('#links?rid=r1');
    await click(words.revokeRoom);
    await click(words.revokeSeveralNow);
}

it('all links that are revoked meanwhile do not take away a form', async () => {
    await startRevokingAll();
    await typeLabel();
    await answer('invites.revoke', done({ revoked: 1 }));
    expect([location.hash, heading(), label().value, notice()]).toEqual(['#new', words.newLink, 'My label', '']);
});

it('all links that are revoked meanwhile leave the list that the visitor has chosen', async () => {
    await startRevokingAll();
    await go('#links?state=paused');
    await answer('invites.revoke', done({ revoked: 1 }));
    expect([location.hash, notice()]).toEqual(['#links?state=paused', 'Revoked: 1.']);
    expect(requests[requests.length - 1]).toContain('state=paused');
});

it('a link that is changed meanwhile shows nothing at another one', async () => {
    replies['invites.info'] = ({ inviteId }) => done({ invite: { ...INVITE, _id: String(inviteId), label: `Link ${String(inviteId)}` } });
    hold('invites.update');
    await open('#link/i1');
    await click(words.pause);
    await go('#link/i2');
    const focus = document.activeElement;
    await answer('invites.update', done({ invite: { ...INVITE, state: 'paused' } }));
    expect([heading(), notice()]).toEqual(['Link i2', '']);
    expect(document.activeElement).toBe(focus);
});

it('a link that is created meanwhile does not take away the form that the visitor began anew', async () => {
    hold('invites.create');
    await open('#links');
    await typeLabel();
    await act(() => app().querySelector<HTMLElement>('form [type=checkbox]')!.click());
    await click(words.create);
    await go('#links');
    await typeLabel();
    await answer('invites.create', done({ invite: INVITE }));
    expect([location.hash, label().value, notice()]).toEqual(['#new', 'My label', '']);
});

it('an address that changes as the response arrives is the one that counts', async () => {
    replies['invites.info'] = () => done({ invite: INVITE });
    hold('invites.revoke');
    await open('#link/i1');
    await click(words.revoke);
    await click(words.revokeNow);
    location.hash = '#requests';
    await answer('invites.revoke', done());
    expect(location.hash).toBe('#requests');
});

const REQUEST = { _id: 'q1', person: { _id: 'u2', username: 'ann' }, invite: { _id: 'i1', label: 'Fair' }, rooms: [ROOM], at: INVITE.createdAt };

it('requests lead to their last page once all of a later one are decided', async () => {
    let total = 26;
    replies['invites.requests'] = ({ offset }) =>
        done({ requests: Number(offset) < total ? [REQUEST] : [], offset: Number(offset), count: 25, total });
    replies['invites.approve'] = () => done({ decided: (total = 25) });
    await open('#requests?rid=r1&offset=25');
    await click(words.approve);
    expect([location.hash, notice()]).toEqual(['#requests?rid=r1&offset=0', 'Decided: 1.']);
    expect(app().querySelectorAll('.cards li')).toHaveLength(1);
    expect(app().textContent).not.toContain(words.noRequests);
    expect(document.activeElement!.textContent).toBe('Decided: 1.');
});

it('links lead to their last page, too, if the address names a later one', async () => {
    replies['invites.list'] = ({ offset }) => list(Number(offset) < 60 ? [INVITE] : [], { offset: Number(offset), total: 60 });
    await open('#links?sort=label&offset=200');
    expect(location.hash).toBe('#links?sort=label&offset=50');
    expect(app().querySelectorAll('tbody tr')).toHaveLength(1);
    replies['invites.list'] = ({ offset }) => list([], { offset: Number(offset) });
    await go('#links?offset=25');
    expect(location.hash).toBe('#links?offset=25');
    expect(app().querySelector('.empty h2')!.textContent).toBe(words.noLinks);
});

it('the last page of the links still shows why links of a later one were not revoked', async () => {
    let total = 27;
    replies['invites.list'] = ({ offset }) => list(Number(offset) < total ? [INVITE] : [], { offset: Number(offset), total });
    await open('#links?offset=25');
    await revokeSelected();
    total = 25;
    await answer('invites.revoke', refused('invalid-invitation-id'));
    expect([location.hash, notice()]).toEqual(['#links?offset=0', 'Not revoked: 1.']);
    expect(app().querySelector('[role=alert] li')!.textContent).toContain('Fair');
});

it('the field for addresses is read-only while these are sent, because those that fail replace them', async () => {
    replies['invites.list'] = () => list([], { mayEmail: true });
    hold('invites.send');
    await open('#links');
    await typeLabel();
    await act(() => app().querySelector<HTMLElement>('form [type=checkbox]')!.click());
    const delivery = app().querySelector('select')!;
    delivery.value = 'email';
    await act(() => void delivery.dispatchEvent(new Event('change', { bubbles: true })));
    const addresses = app().querySelector('textarea')!;
    await type(addresses, 'ann@x.org bob@');
    expect(addresses.readOnly).toBe(false);
    await click(words.send);
    expect(addresses.readOnly).toBe(true);
    await answer('invites.send', done({ sent: ['ann@x.org'], failed: [{ email: 'bob@', reason: 'invalid-address' }] }));
    expect([addresses.readOnly, addresses.value]).toEqual([false, 'bob@']);
});

it('a form that another person made outdated keeps what is typed while it saves', async () => {
    replies['invites.info'] = () => done({ invite: INVITE });
    hold('invites.update');
    await open('#link/i1');
    await click(words.edit);
    await type(label(), 'Mine');
    await click(words.save);
    await type(label(), 'Mine, too');
    replies['invites.info'] = () => done({ invite: { ...INVITE, label: 'Theirs', revision: 1 } });
    await answer('invites.update', refused('error-invite-changed'));
    expect(app().querySelector('form [role=alert]')!.textContent).toBe(words.changedMeanwhile);
    expect(label().value).toBe('Mine, too');
});

it.each([
    ['the browser is online', () => dispatchEvent(new Event('online'))],
    ['another view is shown', () => (location.hash = '#requests')],
])('asks again who is an administrator once %s, if the first call failed', async (_when, retry) => {
    const views = (): number => app().querySelectorAll('header nav a').length;
    replies['invites.joins'] = () => refused('', 502);
    await open('#links');
    const before = views();
    replies['invites.joins'] = () => done({ joins: [] });
    await act(() => void retry());
    await pass();
    expect(views()).toBe(before + 2);
});

it('asks only once who is an administrator if the app has answered', async () => {
    await open('#links');
    await go('#requests');
    await act(() => void dispatchEvent(new Event('online')));
    await pass();
    expect(requests.filter((request) => request.startsWith('invites.joins'))).toHaveLength(1);
});

it('a link can be changed after the accounts for which it is were deleted', async () => {
    const deserted = { ...INVITE, audience: { usernames: [] } };
    replies['invites.info'] = () => done({ invite: deserted });
    replies['invites.update'] = ({ label: text }) => done({ invite: { ...deserted, label: text } });
    await open('#link/i1');
    await click(words.edit);
    await type(label(), 'New');
    await click(words.save);
    expect(requests[requests.length - 1]).toBe('invites.update{"inviteId":"i1","revision":0,"label":"New"}');
    expect([heading(), notice()]).toEqual(['New', words.saved]);
});
