/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, type JSX } from 'preact';
import { act } from 'preact/test-utils';

import { morePageTexts, pageTexts } from '../../src/i18n/pages.ts';
import type { Room } from '../../src/web/join/invite.mts';
import { MemberView } from '../../src/web/join/member.tsx';
import { RefusalView } from '../../src/web/join/refusals.tsx';
import { BusyView, DownView, InviteView, JoinedView, LoginView, WaitingView, WorkspaceView } from '../../src/web/join/views.tsx';
import type { Published } from '../../src/web/shared/published.mts';

const words = { ...pageTexts().en, ...morePageTexts().en };
const TOKEN = 'R4VDXJ9KJZB8M2QW';
const ROOM: Room = { name: 'room-1', fname: 'Reading circle', t: 'p' };
const nothing = (): void => undefined;
/** Settings of a workspace that has not answered yet. */
const PENDING = new Promise<Published>(() => undefined);

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
        expect(view.text[1]).toBe('Private room');
        expect(view.text[2]).toMatch(/^This invite link .*June 1, 2026/);
        expect(view.actions).toEqual([`*${words.join}`]);
        expect(main().querySelector('[role=img]')!.getAttribute('aria-label')).toBe(words.privateRoom);
        press(words.join);
        expect(onJoin).toHaveBeenCalledTimes(1);
    });

    it('an invite shows as much as there is: no creator, no topic, no expiry, no name of its own', () => {
        const view = shown(<InviteView room={{ name: 'general', t: 'c' }} expires={null} onJoin={nothing} />);
        expect(view).toEqual({ heading: `${words.invited} general`, text: [words.publicRoom, words.always], actions: [`*${words.join}`] });
        expect(main().querySelector('[role=img]')!.getAttribute('aria-label')).toBe(words.publicRoom);
        expect(shown(<InviteView room={{ t: 'p' }} expires={null} onJoin={nothing} />).heading).toBe(`${words.invited} ?`);
        expect(shown(<InviteView room={ROOM} invitedBy={{ username: 'olga' }} expires={null} onJoin={nothing} />).heading).toBe(
            '(@olga) invites you to Reading circle',
        );
    });

    it('an invite shows how many members the room has and how many places are left', () => {
        const textOfRoom = (usersCount: number, uses = {}): string =>
            shown(<InviteView room={{ ...ROOM, usersCount }} expires={null} {...uses} onJoin={nothing} />).text[0];
        expect(textOfRoom(1204)).toBe('Private room · 1,204 members');
        expect(textOfRoom(1)).toBe('Private room · 1 member');
        expect(textOfRoom(0)).toBe('Private room');
        expect(textOfRoom(14, { maxUses: 3, usesLeft: 2 })).toBe('Private room · 14 members · 2 of 3 places left');
        expect(textOfRoom(14, { maxUses: 3 })).toBe('Private room · 14 members');
    });

    it('an invite shows the pictures of the room and of the creator once they have loaded', () => {
        const room = { ...ROOM, _id: 'a/b?c' };
        shown(<InviteView room={room} invitedBy={{ username: '../olga' }} expires={null} onJoin={nothing} />);
        const images = [...main().querySelectorAll('img')];
        expect(images.map(({ src, alt, hidden }) => ({ src, alt, hidden }))).toEqual([
            { src: 'http://localhost/avatar/room/a%2Fb%3Fc', alt: '', hidden: true },
            { src: 'http://localhost/avatar/..%2Folga', alt: '', hidden: true },
        ]);
        void act(() => void images[0].dispatchEvent(new Event('load')));
        void act(() => void images[1].dispatchEvent(new Event('error')));
        expect(images.map(({ hidden }) => hidden)).toEqual([false, true]);
        expect(main().querySelector('.emblem svg')).not.toBeNull();
    });

    it('an invite says who joins, and offers the way to another login', () => {
        const visitor = { name: 'Carol', username: 'carol' };
        const view = shown(<InviteView room={ROOM} expires={null} visitor={visitor} onJoin={nothing} />);
        expect(view.text[2]).toBe(`You join as Carol (@carol). ${words.notYou}`);
        expect(main().querySelector('p a')!.getAttribute('href')).toBe('http://localhost/home');
        expect(shown(<InviteView room={ROOM} expires={null} visitor={{}} onJoin={nothing} />).text).toHaveLength(2);
    });

    it('a member can copy the link and pass it on, where the browser can', async () => {
        jest.useFakeTimers();
        const [writeText, share] = [jest.fn((_text: string) => Promise.resolve()), jest.fn((_data: object) => Promise.resolve())];
        Object.defineProperties(navigator, { clipboard: { value: { writeText }, configurable: true }, share: { value: share, configurable: true } });
        const address = 'http://localhost/join#TOKEN';
        expect(shown(<MemberView rooms={[ROOM]} address={address} onOpen={nothing} />).actions).toEqual([
            `*${words.open}`,
            words.copyLink,
            words.share,
            words.qrCode,
        ]);
        press(words.copyLink);
        await act(async () => undefined);
        expect(writeText).toHaveBeenCalledWith(address);
        expect(textOf('button')).toEqual([words.copied, words.share, words.qrCode]);
        await act(() => jest.runAllTimers());
        expect(textOf('button')).toEqual([words.copyLink, words.share, words.qrCode]);
        press(words.share);
        expect(share).toHaveBeenCalledWith({ url: address });
        Reflect.deleteProperty(navigator, 'clipboard');
        Reflect.deleteProperty(navigator, 'share');
        jest.useRealTimers();
    });

    it('a member can show the link as a QR code and hide it', async () => {
        shown(<MemberView rooms={[ROOM]} address="http://localhost/join#TOKEN" onOpen={nothing} />);
        const button = main().querySelector('button')!;
        expect(button.getAttribute('aria-expanded')).toBe('false');
        await act(() => press(words.qrCode));
        expect(button.getAttribute('aria-expanded')).toBe('true');
        expect(main().querySelector('.qr')!.getAttribute('aria-label')).toBe(words.qrCodeOf);
        // Three finders, each with a dark corner.
        expect(main().querySelector('.qr path')!.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
        await act(() => press(words.qrCode));
        expect(main().querySelector('.qr')).toBeNull();
        const long = `http://localhost/${'a'.repeat(200)}`;
        expect(shown(<MemberView rooms={[ROOM]} address={long} onOpen={nothing} />).actions).toEqual([`*${words.open}`]);
    });

    it.each([
        ['a channel', { name: 'general', t: 'c' }, '/channel/general'],
        ['a group', { name: 'room-1', t: 'p' }, '/group/room-1'],
        ['a name with a path', { name: '../a?b#c', t: 'p' }, '/group/..%2Fa%3Fb%23c'],
        ['no name', { t: 'p' }, '/home'],
    ])('a member gets a link into the workspace: %s', (_what, room, path) => {
        const onOpen = jest.fn();
        expect(shown(<MemberView rooms={[room]} address="http://localhost/join#TOKEN" onOpen={onOpen} />).actions).toEqual([
            `*${words.open}`,
            words.qrCode,
        ]);
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
        const view = shown(<LoginView token={TOKEN} why={words.loggedOut} published={PENDING} onOpened={onOpened} onCreateAccount={nothing} />);
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

    it.each([
        ['Public', {}, [], [words.createAccount]],
        ['Public', { Accounts_ShowFormLogin: false }, [words.accountMaybe], []],
        ['Secret URL', {}, [words.accountAsked], []],
        ['Disabled', {}, [words.accountMade], []],
        [undefined, {}, [words.accountMaybe], []],
        [['Public'], {}, [words.accountMaybe], []],
    ])('where the registration is %j, with %j, the page says how to get an account', async (form, others, text, actions) => {
        const onCreateAccount = jest.fn();
        const published = Promise.resolve({ Accounts_RegistrationForm: form, ...others });
        const view = <LoginView token={TOKEN} why={words.logInWhy} published={published} onOpened={nothing} onCreateAccount={onCreateAccount} />;
        await act(async () => render(view, main()));
        await act(async () => {
            await published;
        });
        expect(textOf('p')).toEqual([words.logInWhy, ...text, words.inApp]);
        expect(textOf('button')).toEqual(actions);
        if (actions.length > 0) {
            press(words.createAccount);
            expect(onCreateAccount).toHaveBeenCalledTimes(1);
        }
    });

    it('while the page waits, it offers the login again and another try', () => {
        const onRetry = jest.fn();
        const view = shown(<WaitingView token={TOKEN} onRetry={onRetry} />);
        expect(view).toEqual({ heading: words.waiting, text: [words.waitingWhy, words.inApp], actions: [words.logInAgain, words.again] });
        press(words.again);
        expect(onRetry).toHaveBeenCalledTimes(1);
    });
});

describe('on a phone', () => {
    beforeEach(() => void Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: true }), configurable: true }));
    afterEach(() => void Reflect.deleteProperty(window, 'matchMedia'));

    const appLinks = (): string[] => [...main().querySelectorAll('a')].filter((a) => a.textContent === words.openInApp).map(({ href }) => href);

    it('the login offers the bot in the app', () => {
        shown(<LoginView token={TOKEN} why={words.logInWhy} published={PENDING} onOpened={nothing} onCreateAccount={nothing} />);
        expect(textOf('code')).toEqual([`/invite-link use ${TOKEN}`]);
        expect(appLinks()).toEqual(['https://go.rocket.chat/room?host=localhost&path=direct%2Finvite-manager.bot&secure=no']);
    });

    it('a member and a person who joined can open the room in the app', () => {
        const room = { ...ROOM, _id: 'rid' };
        const address = 'https://go.rocket.chat/room?host=localhost&path=group%2Froom-1&rid=rid&secure=no';
        shown(<JoinedView room={room} />);
        expect(appLinks()).toEqual([address]);
        shown(<MemberView rooms={[room]} address="http://localhost/join" onOpen={nothing} />);
        expect(appLinks()).toEqual([address]);
    });
});

describe('the screens of a refusal', () => {
    const home = words.workspace;

    it('after too many tries, the page counts down and then offers another one', async () => {
        jest.useFakeTimers();
        const refusal = { code: 'error-too-many-requests', retryAfterSeconds: 120 };
        const view = (): JSX.Element => <RefusalView refusal={refusal} onRetry={nothing} />;
        await act(() => expect(shown(view())).toEqual({ heading: words.tooMany, text: ['Try again in 2 minutes.'], actions: [] }));
        await act(() => jest.advanceTimersByTime(60_000));
        expect(textOf('p')).toContain('Try again in 1 minute.');
        await act(() => jest.advanceTimersByTime(60_000));
        expect(textOf('button')).toEqual([words.again]);
        jest.useRealTimers();
    });

    it.each([
        [{ code: 'error-invite-token-expired', field: 'maxUses' }, words.usedUp, `${words.usedUpWhy} ${words.askForNew}`, [home]],
        [{ code: 'error-invite-token-expired', field: 'expires' }, words.expired, words.askForNew, [home]],
        [{ code: 'error-invite-token-expired' }, words.ended, words.endedWhy, [home]],
        [{ code: 'error-not-invited' }, words.notForYou, words.notForYouWhy, [`*${words.again}`, home]],
        [{ code: 'error-user-is-banned' }, words.banned, words.bannedWhy, [home]],
        [{ code: 'error-membership-unverified' }, words.unsure, words.unsureWhy, [`*${words.again}`, home]],
        [{ code: 'error-too-many-requests', retryAfterSeconds: 61 }, words.tooMany, 'Try again in 2 minutes.', []],
        [{ code: 'error-too-many-requests' }, words.tooMany, 'Try again in 1 minute.', [`*${words.again}`]],
        [{ code: 'invalid-params', field: 'username' }, words.withoutUsername, words.withoutUsernameWhy, [`*${home}`, words.again]],
        [{ code: 'invalid-params', field: 'token' }, words.unknown, `${words.unknownWhy} ${words.askForNew}`, [home]],
        [{ code: 'error-room-type-not-allowed', field: 'archived' }, words.archived, words.archivedWhy, [`*${words.again}`]],
        [{ code: 'error-room-type-not-allowed' }, words.closed, words.closedWhy, [home]],
        [{ code: 'error-invalid-token' }, words.unknown, `${words.unknownWhy} ${words.askForNew}`, [home]],
        [{ code: 'error-invalid-room' }, words.unknown, `${words.unknownWhy} ${words.askForNew}`, [home]],
        [{ code: 'over' }, words.over, `${words.overWhy} ${words.askForNew}`, [home]],
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

describe('whose page it is', () => {
    const shownOf = (settings: Published): { text: string; images: string[] } => {
        render(<WorkspaceView settings={settings} />, main());
        const images = [...main().querySelectorAll<HTMLImageElement | HTMLSourceElement>('img, source')];
        return { text: main().textContent, images: images.map(({ src, srcset }) => src || srcset) };
    };

    it('is the name of the workspace, with a logo that an administrator uploaded', () => {
        const [logo, dark] = [{ url: 'assets/logo.svg' }, { url: 'assets/logo_dark.png' }];
        expect(shownOf({ Site_Name: 'Acme', Assets_logo: logo })).toEqual({ text: 'Acme', images: ['http://localhost/assets/logo.svg'] });
        expect(shownOf({ Site_Name: 'Acme', Assets_logo: logo, Assets_logo_dark: dark }).images).toEqual([
            'http://localhost/assets/logo_dark.png',
            'http://localhost/assets/logo.svg',
        ]);
    });

    it.each([
        [{}],
        [{ defaultUrl: 'images/logo/logo.svg' }],
        [{ url: 'https://evil.example/a.svg' }],
        [{ url: 'assets/../a' }],
        [{ url: 7 }],
        ['x'],
        [null],
    ])('is no other image: %j', (logo) => expect(shownOf({ Site_Name: ['<b>'], Assets_logo: logo })).toEqual({ text: '', images: [] }));
});

it('without an answer, the page offers another try', () => {
    const onRetry = jest.fn();
    expect(shown(<DownView onRetry={onRetry} />)).toEqual({ heading: words.down, text: [words.downWhy], actions: [`*${words.again}`] });
    press(words.again);
    expect(onRetry).toHaveBeenCalledTimes(1);
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
            render(<MemberView rooms={[room]} address="http://localhost/join" onOpen={nothing} />, main());
            expect(textOf('bdi')).toEqual([name]);
            expect(main().querySelector('a')!.href.startsWith('http://localhost/group/')).toBe(true);
            render(<JoinedView room={room} />, main());
            expect(textOf('bdi')).toEqual([name]);
            expect(main().querySelectorAll('b, script')).toHaveLength(0);
        },
    );

    it('takes marks that turn the direction of text out of names', () => {
        render(<JoinedView room={{ fname: '\u2069\u202Emoc.live\u202C \u2066\u200Fabc', t: 'p' }} />, main());
        expect(textOf('bdi')).toEqual(['moc.live abc']);
    });
});
