/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';

import { consoleTexts } from '../../src/i18n/pages.ts';
import { App } from '../../src/web/console/app.tsx';
import { Client } from '../../src/web/console/client.mts';
import { Heading } from '../../src/web/console/parts.tsx';
import { Session } from '../../src/web/console/session.mts';
import type { View, ViewProps } from '../../src/web/console/view.mts';
import type { Result } from '../../src/web/shared/api.mts';

const words = consoleTexts().en.words;

/** The responses of the server, by the login token. */
let responses: Record<string, { status: number; body: unknown }>;
let requests: string[];
let session: Session;

beforeEach(() => {
    localStorage.clear();
    location.hash = '';
    document.body.innerHTML = '<div id="app"></div><p id="status"></p>';
    requests = [];
    responses = { good: { status: 200, body: { success: true, made: 1 } }, ended: { status: 401, body: {} } };
    globalThis.fetch = jest.fn((address: unknown, init?: RequestInit) => {
        const { 'X-Auth-Token': token = '' } = (init?.headers ?? {}) as Record<string, string>;
        requests.push(`${init?.method ?? 'GET'} ${String(address).replace(/.*[/]/, '')} ${token}`);
        const { status, body } = responses[token] ?? { status: 200, body: {} };
        return Promise.resolve({ ok: status < 400, status, headers: new Headers(), json: () => Promise.resolve(body) } as Response);
    });
});
afterEach(async () => act(() => render(null, app())));

const app = (): HTMLElement => document.getElementById('app')!;
const headings = (): string[] => [...app().querySelectorAll('h1')].filter((node) => !node.closest('[hidden]')).map((node) => node.textContent);

/** The web client logs in, or out without a token. */
async function logIn(authToken?: string, userId = 'u1'): Promise<void> {
    await act(async () => {
        localStorage.clear();
        if (authToken) {
            localStorage.setItem('Meteor.loginToken', authToken);
            localStorage.setItem('Meteor.userId', userId);
        }
        dispatchEvent(new Event('focus'));
    });
}

const results: Result<unknown>[] = [];

function Form({ client, route, onGo }: ViewProps) {
    const [typed, setTyped] = useState('');
    const send = (): void => void client.post('make', { typed }).then((result) => results.push(result));
    return (
        <>
            <Heading title={`View ${route.name} ${route.id}`} />
            <input value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
            <button id="send" onClick={send} />
            <button id="go" onClick={() => onGo('#second', 'It was done.')} />
        </>
    );
}

const VIEWS: readonly View[] = [
    { name: 'links', label: 'First', Content: Form },
    { name: 'second', label: 'Second', Content: Form },
    { name: 'third', parent: 'second', Content: Form },
];

async function show(): Promise<void> {
    session = Session.start();
    await act(() => render(<App session={session} views={VIEWS} />, app()));
}

async function click(selector: string): Promise<void> {
    await act(() => app().querySelector<HTMLElement>(selector)!.click());
    await settle();
}

/** Lets promises and events of the address run. */
const settle = (): Promise<void> => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

it('asks for a login, shows nothing else, and continues by itself', async () => {
    await show();
    expect(headings()).toEqual([words.logIn]);
    expect(app().querySelector('main a')!.getAttribute('target')).toBe('_blank');
    expect(app().querySelectorAll('input')).toHaveLength(0);
    await logIn('good');
    expect(headings()).toEqual(['View links ']);
    expect(document.activeElement!.textContent).toBe('View links ');
});

it('lists the views with a label, and marks the present one', async () => {
    await logIn('good');
    await show();
    const items = [...app().querySelectorAll('header nav a')].map((a) => [a.textContent, a.getAttribute('href'), a.getAttribute('aria-current')]);
    expect(items).toEqual([
        ['First', '#links', 'page'],
        ['Second', '#second', null],
    ]);
    const marks = async (hash: string): Promise<(string | null)[]> => {
        location.hash = hash;
        await settle();
        return [...app().querySelectorAll('header nav a')].map((a) => a.getAttribute('aria-current'));
    };
    expect(await marks('#links/x')).toEqual(['true', null]);
    expect(await marks('#third/x')).toEqual([null, 'true']);
    expect(await marks('#other')).toEqual([null, null]);
});

it('shows the result of what was done with the next view, and no longer with the one after it', async () => {
    await logIn('good');
    await show();
    await click('#go');
    expect(headings()).toEqual(['View second ']);
    expect(app().querySelector('.notice')!.textContent).toBe('It was done.');
    location.hash = '#third/x';
    await settle();
    expect(headings()).toEqual(['View third x']);
    expect(app().querySelector('.notice')).toBeNull();
    location.hash = '#other';
    await settle();
    expect(headings()).toEqual([words.unknownView]);
});

it('a login that ended hides the view, which keeps what was typed; the call repeats itself after the next one', async () => {
    await logIn('ended');
    await show();
    const input = app().querySelector('input')!;
    input.value = 'typed';
    await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    await click('#send');
    expect(headings()).toEqual([words.loggedOut]);
    expect(app().querySelector('input')!.closest('[hidden]')).not.toBeNull();
    // The same login does not count again.
    await logIn('ended');
    expect(headings()).toEqual([words.loggedOut]);
    // A visitor may try it again, because the workspace may have refused it by mistake.
    const attempts = requests.length;
    await click('.gate button');
    expect(requests.slice(attempts)).toContain('POST make ended');
    expect(headings()).toEqual([words.loggedOut]);
    results.length = 0;
    await logIn('good');
    await settle();
    expect(headings()).toEqual(['View links ']);
    expect(app().querySelector('input')!.value).toBe('typed');
    expect(results).toEqual([{ body: { success: true, made: 1 } }]);
    expect(requests.filter((line) => line.includes('make'))).toEqual(['POST make ended', 'POST make ended', 'POST make good']);
});

it('another person who logs in does not carry out what the first one began, and sees nothing of it', async () => {
    await logIn('ended');
    await show();
    const input = app().querySelector('input')!;
    input.value = 'secret';
    await act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    await click('#send');
    results.length = 0;
    await logIn('good', 'u2');
    await settle();
    expect(results).toEqual([{ refusal: { code: 'other-person' } }]);
    expect(app().querySelector('input')!.value).toBe('');
    expect(requests.filter((line) => line.includes('good') && line.startsWith('POST'))).toEqual([]);
});

it('says so while the browser is offline', async () => {
    await logIn('good');
    await show();
    let isOnline = false;
    Object.defineProperty(navigator, 'onLine', { get: () => isOnline, configurable: true });
    await act(() => void dispatchEvent(new Event('offline')));
    expect(app().textContent).toContain(words.offline);
    isOnline = true;
    await act(() => void dispatchEvent(new Event('online')));
    expect(app().textContent).not.toContain(words.offline);
});

it('a client leaves out empty parameters', async () => {
    await logIn('good');
    await new Client(Session.start(), 'u1').get('invites.list', { text: '', state: 'active' });
    expect(requests).toEqual(['GET invites.list?state=active good']);
});
