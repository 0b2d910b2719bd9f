/** @jest-environment jsdom */
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, type JSX } from 'preact';

import { pageTexts } from '../../src/i18n/pages.ts';
import { BusyView, InviteView, JoinedView, LoginView, MemberView, RefusalView, WaitingView, type Room } from '../../src/web/join/views.tsx';

const words = pageTexts().en;
const TOKEN = 'R4VDXJ9KJZB8M2QW';
const ROOM: Room = { name: 'room-1', fname: 'Reading circle', t: 'p' };
const nothing = (): void => undefined;

beforeEach(() => {
    document.body.innerHTML = '<main id="main"></main><p id="status"></p>';
});

const main = (): HTMLElement => document.getElementById('main')!;
const textOf = (selector: string): string[] => [...main().querySelectorAll(selector)].map((node) => node.textContent);

/** Shows a view. Returns its heading, its paragraphs, and what can be pressed, the first marked by `*`. */
function shown(view: JSX.Element): { heading: string; text: string[]; actions: string[] } {
    render(view, main());
    expect(textOf('h1')).toHaveLength(1);
    const actions = [...main().querySelectorAll('button, a')].map((node) => (node.classList.contains('second') ? '' : '*') + node.textContent);
    return { heading: textOf('h1')[0], text: textOf('p'), actions };
}

function press(label: string): void {
    const found = [...main().querySelectorAll<HTMLElement>('button, a')].find((node) => node.textContent === label);
    expect(found).toBeDefined();
    found!.addEventListener('click', (event) => event.preventDefault());
    found!.click();
}

describe('the screens of an invite', () => {
    it('an invite shows the room, the person who invites, the expiry and one button', () => {
        const onJoin = jest.fn();
        const invitedBy = { name: 'Olga', username: 'olga' };
        const room = { ...ROOM, topic: 'A book a month' };
        const view = shown(<InviteView room={room} invitedBy={invitedBy} expires="2026-06-01T10:00:00.000Z" onJoin={onJoin} />);
        expect(view.heading).toBe('Olga (@olga) invites you to Reading circle');
        expect(view.text[0]).toBe('A book a month');
        expect(view.text[1]).toMatch(/^This invite link .*June 1, 2026/);
        expect(view.actions).toEqual([`*${words.join}`]);
        expect(main().querySelector('[role=img]')!.getAttribute('aria-label')).toBe(words.privateRoom);
        press(words.join);
        expect(onJoin).toHaveBeenCalledTimes(1);
    });

    it('an invite shows as much as there is: no creator, no topic, no expiry, no name of its own', () => {
        const view = shown(<InviteView room={{ name: 'general', t: 'c' }} expires={null} onJoin={nothing} />);
        expect(view).toEqual({ heading: `${words.invited} general`, text: [words.always], actions: [`*${words.join}`] });
        expect(main().querySelector('[role=img]')!.getAttribute('aria-label')).toBe(words.publicRoom);
        expect(shown(<InviteView room={{ t: 'p' }} expires={null} onJoin={nothing} />).heading).toBe(`${words.invited} ?`);
        expect(shown(<InviteView room={ROOM} invitedBy={{ username: 'olga' }} expires={null} onJoin={nothing} />).heading).toBe(
            '(@olga) invites you to Reading circle',
        );
    });

    it.each([
        ['a channel', { name: 'general', t: 'c' }, '/channel/general'],
        ['a group', { name: 'room-1', t: 'p' }, '/group/room-1'],
        ['a name with a path', { name: '../a?b#c', t: 'p' }, '/group/..%2Fa%3Fb%23c'],
        ['no name', { t: 'p' }, '/home'],
    ])('a member gets a link into the workspace: %s', (_what, room, path) => {
        const onOpen = jest.fn();
        expect(shown(<MemberView room={room} onOpen={onOpen} />).actions).toEqual([`*${words.open}`]);
        expect(main().querySelector('a')!.href).toBe(`http://localhost${path}`);
        press(words.open);
        expect(onOpen).toHaveBeenCalledTimes(1);
    });

    it('after the join, the room can be opened by hand', () => {
        expect(shown(<JoinedView room={ROOM} />)).toEqual({
            heading: words.joined,
            text: ['Opening Reading circle…'],
            actions: [`*${words.open}`],
        });
    });
});

describe('the screens of a login', () => {
    it('the login opens a new tab, and the page goes on after the browser has opened it', () => {
        jest.useFakeTimers();
        const onOpened = jest.fn();
        const view = shown(<LoginView token={TOKEN} why={words.loggedOut} onOpened={onOpened} />);
        expect(view).toEqual({ heading: words.logIn, text: [words.loggedOut, words.inApp], actions: [`*${words.logInHere}`] });
        expect(textOf('code')).toEqual([`/invite-link use ${TOKEN}`]);
        const { target, rel, href } = main().querySelector('a')!;
        expect({ target, rel, href }).toEqual({ target: '_blank', rel: 'noopener noreferrer', href: 'http://localhost/home' });
        expect(main().querySelector('a')!.getAttribute('aria-label')).toBe(`${words.logInHere} ${words.newTab}`);
        press(words.logInHere);
        expect(onOpened).not.toHaveBeenCalled();
        jest.runAllTimers();
        expect(onOpened).toHaveBeenCalledTimes(1);
        jest.useRealTimers();
    });

    it('while the page waits, it offers the login again and another try', () => {
        const onRetry = jest.fn();
        const view = shown(<WaitingView token={TOKEN} onRetry={onRetry} />);
        expect(view).toEqual({ heading: words.waiting, text: [words.waitingWhy, words.inApp], actions: [words.logInAgain, words.again] });
        press(words.again);
        expect(onRetry).toHaveBeenCalledTimes(1);
    });
});

describe('the screens of a refusal', () => {
    const home = words.workspace;
    it.each([
        [{ code: 'error-invite-token-expired', field: 'maxUses' }, words.usedUp, words.usedUpWhy, [home]],
        [{ code: 'error-invite-token-expired', field: 'expires' }, words.expired, words.askForNew, [home]],
        [{ code: 'error-invite-token-expired' }, words.ended, words.endedWhy, [home]],
        [{ code: 'error-user-is-banned' }, words.banned, words.bannedWhy, [home]],
        [{ code: 'error-membership-unverified' }, words.unsure, words.unsureWhy, [`*${words.again}`, home]],
        [{ code: 'error-too-many-requests', retryAfterSeconds: 61 }, words.tooMany, 'Try again in 2 minutes.', [`*${words.again}`]],
        [{ code: 'error-too-many-requests' }, words.tooMany, 'Try again in 1 minute.', [`*${words.again}`]],
        [{ code: 'invalid-params', field: 'username' }, words.withoutUsername, words.withoutUsernameWhy, [`*${home}`, words.again]],
        [{ code: 'invalid-params', field: 'token' }, words.unknown, words.unknownWhy, [home]],
        [{ code: 'error-room-type-not-allowed', field: 'archived' }, words.archived, words.archivedWhy, [`*${words.again}`]],
        [{ code: 'error-room-type-not-allowed' }, words.closed, words.closedWhy, [home]],
        [{ code: 'error-invalid-token' }, words.unknown, words.unknownWhy, [home]],
        [{ code: 'error-invalid-room' }, words.unknown, words.unknownWhy, [home]],
        [{ code: 'over' }, words.over, words.overWhy, [home]],
        [{ code: 'down' }, words.down, words.downWhy, [`*${words.again}`]],
        [{ code: 'a-code-of-a-later-version' }, words.down, words.downWhy, [`*${words.again}`]],
    ])('%j', (refusal, heading, why, actions) => {
        const onRetry = jest.fn();
        expect(shown(<RefusalView refusal={refusal} onRetry={onRetry} />)).toEqual({ heading, text: [why], actions });
        if (textOf('button').includes(words.again)) {
            press(words.again);
            expect(onRetry).toHaveBeenCalledTimes(1);
        }
    });
});

describe('every screen', () => {
    it('is the title of the tab, and has the focus on its heading unless it waits', () => {
        shown(<BusyView title={words.joining} />);
        expect(document.title).toBe(`${words.joining} · localhost`);
        expect(document.getElementById('status')!.textContent).toBe(words.joining);
        expect(document.activeElement).toBe(document.body);
        shown(<JoinedView room={ROOM} />);
        expect(document.title).toBe(`${words.joined} · localhost`);
        expect(document.getElementById('status')!.textContent).toBe('');
        expect(document.activeElement!.id).toBe('title');
    });

    it.each(['<img src=x onerror="document.title=1"><b>bold</b>', '&lt;b&gt;', '{person} {room} ${1+1}', 'javascript:alert(1)'])(
        'shows a hostile name as text: %s',
        (name) => {
            const room = { name, fname: name, topic: name, t: 'p' };
            render(<InviteView room={room} invitedBy={{ name, username: name }} expires={null} onJoin={nothing} />, main());
            expect(textOf('bdi')).toEqual([name, `@${name}`, name, name]);
            render(<MemberView room={room} onOpen={nothing} />, main());
            expect(textOf('bdi')).toEqual([name]);
            expect(main().querySelector('a')!.href.startsWith('http://localhost/group/')).toBe(true);
            render(<JoinedView room={room} />, main());
            expect(textOf('bdi')).toEqual([name]);
            expect(main().querySelectorAll('img, b, script')).toHaveLength(0);
        },
    );

    it('takes marks that turn the direction of text out of names', () => {
        render(<JoinedView room={{ fname: '\u2069\u202Emoc.live\u202C \u2066\u200Fabc', t: 'p' }} />, main());
        expect(textOf('bdi')).toEqual(['moc.live abc']);
    });
});
