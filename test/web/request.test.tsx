/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { render, type JSX } from 'preact';
import { act } from 'preact/test-utils';

import { pageTexts } from '../../src/i18n/pages.ts';
import type { Room } from '../../src/web/join/invite.mts';
import { RequestView } from '../../src/web/join/request.tsx';
import { InviteView } from '../../src/web/join/views.tsx';

const words = pageTexts().en;
const ROOM: Room = { name: 'room-1', fname: '<b>Reading</b> circle', t: 'p' };
const nothing = (): void => undefined;

let isHidden: boolean;
let onCheck: jest.Mock<() => Promise<void>>;

beforeEach(() => {
    jest.useFakeTimers();
    document.body.innerHTML = '<main id="main"></main><p id="status"></p>';
    isHidden = false;
    Object.defineProperty(document, 'hidden', { get: () => isHidden, configurable: true });
    onCheck = jest.fn(() => Promise.resolve());
});
afterEach(() => {
    render(null, main());
    jest.useRealTimers();
});

const main = (): HTMLElement => document.getElementById('main')!;
const textOf = (selector: string): string[] => [...main().querySelectorAll(selector)].map((node) => node.textContent);
const show = (view: JSX.Element): Promise<void> => act(() => render(view, main()));
const pass = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));

async function setHidden(hidden: boolean): Promise<void> {
    isHidden = hidden;
    await act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

it('an invite with approval offers to ask, and says who decides', async () => {
    const onJoin = jest.fn();
    await show(<InviteView room={ROOM} expires={null} approval onJoin={onJoin} />);
    expect(textOf('button')).toEqual([words.ask]);
    expect(textOf('p').pop()).toBe(words.askWhy);
    main().querySelector('button')!.click();
    expect(onJoin).toHaveBeenCalledTimes(1);
    await show(<InviteView room={ROOM} expires={null} approval={false} onJoin={onJoin} />);
    expect(textOf('button')).toEqual([words.join]);
    expect(textOf('p')).not.toContain(words.askWhy);
});

it('a request that waits is checked after 10 seconds, then less often, at least every minute', async () => {
    await show(<RequestView rooms={[ROOM]} state="pending" onCheck={onCheck} />);
    expect(textOf('h1')).toEqual([words.requested]);
    expect(textOf('p')).toEqual([words.requestedWhy.replace('{room}', '<b>Reading</b> circle')]);
    expect(textOf('bdi')).toEqual(['<b>Reading</b> circle']);
    expect(document.title).toBe(`${words.requested} · localhost`);
    for (const seconds of [10, 15, 22.5, 33.75, 50.625, 60, 60]) {
        onCheck.mockClear();
        await pass(seconds * 1000 - 1);
        expect(onCheck).toHaveBeenCalledTimes(0);
        await pass(1);
        expect(onCheck).toHaveBeenCalledTimes(1);
    }
});

it('nothing is checked while the page is hidden, and at once when it is visible again after that', async () => {
    await show(<RequestView rooms={[ROOM]} state="pending" onCheck={onCheck} />);
    await pass(4000);
    await setHidden(true);
    await pass(60_000);
    expect(onCheck).toHaveBeenCalledTimes(0);
    await setHidden(false);
    await pass(0);
    expect(onCheck).toHaveBeenCalledTimes(1);
    // Leaving and returning does not hasten the next one.
    await setHidden(true);
    await setHidden(false);
    await pass(14_999);
    expect(onCheck).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(onCheck).toHaveBeenCalledTimes(2);
});

it('nothing is checked once the view is gone', async () => {
    await show(<RequestView rooms={[ROOM]} state="pending" onCheck={onCheck} />);
    await show(<p>Another view</p>);
    await pass(600_000);
    expect(onCheck).toHaveBeenCalledTimes(0);
});

it('a check by hand is announced, and one runs at a time', async () => {
    let finish = nothing;
    onCheck.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    await show(<RequestView rooms={[ROOM]} state="pending" onCheck={onCheck} />);
    const button = main().querySelector('button')!;
    expect(button.textContent).toBe(words.check);
    await act(() => button.click());
    expect(button.textContent).toBe(words.checking);
    expect(document.getElementById('status')!.textContent).toBe(words.checking);
    await act(() => button.click());
    await pass(120_000);
    expect(onCheck).toHaveBeenCalledTimes(1);
    await act(async () => finish());
    expect(button.textContent).toBe(words.check);
    expect(document.getElementById('status')!.textContent).toBe('');
});

it('a denied request is final, and the way into the workspace is open', async () => {
    await show(<RequestView rooms={[ROOM]} state="denied" onCheck={onCheck} />);
    expect(textOf('h1')).toEqual([words.denied]);
    expect(textOf('p')).toEqual([words.deniedWhy.replace('{room}', '<b>Reading</b> circle')]);
    expect(textOf('a')).toEqual([words.workspace]);
    await pass(600_000);
    expect(onCheck).toHaveBeenCalledTimes(0);
});
