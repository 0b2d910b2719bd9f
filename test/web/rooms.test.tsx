/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, type JSX } from 'preact';

import { findLanguage } from '../../src/i18n/findLanguage.ts';
import { morePageTexts, pageTexts } from '../../src/i18n/pages.ts';
import type { Room } from '../../src/web/join/invite.mts';
import { MemberView } from '../../src/web/join/member.tsx';
import { RequestView } from '../../src/web/join/request.tsx';
import { InviteToRoomsView, JoinedRoomsView } from '../../src/web/join/rooms.tsx';

const words = { ...pageTexts().en, ...morePageTexts().en };
const READING = { _id: 'reading', name: 'room-1', fname: 'Reading circle', t: 'p' };
const SWAP = { _id: 'swap', name: 'book-swap', t: 'c' };
const POETRY = { _id: 'poetry', name: 'room-3', fname: 'Poetry evening', t: 'p' };
const ROOMS = [READING, SWAP, POETRY];
const HOSTILE = ['<img src=x onerror="document.title=1"><b>bold</b>', '{person} {room} ${1+1}', 'javascript:alert(1)'];
const nothing = (): void => undefined;

beforeEach(() => {
    document.body.innerHTML = '<main id="main"></main><p id="status"></p>';
});

const main = (): HTMLElement => document.getElementById('main')!;
const textOf = (selector: string): string[] => [...main().querySelectorAll(selector)].map((node) => node.textContent);
const kindsOf = (selector: string): (string | null)[] => [...main().querySelectorAll(selector)].map((node) => node.getAttribute('aria-label'));
const linksOf = (): string[] => [...main().querySelectorAll('a')].map(({ href }) => href);
const show = (view: JSX.Element): void => render(view, main());
const inAll = (rooms: Room[]): JSX.Element => <MemberView rooms={rooms} address="http://localhost/join#TOKEN" onOpen={nothing} />;

function showInvite(fields: Partial<Parameters<typeof InviteToRoomsView>[0]>): jest.Mock {
    const onJoin = jest.fn();
    const rooms = ROOMS.map((room) => ({ ...room, member: false }));
    show(<InviteToRoomsView room={READING} rooms={rooms} expires={null} visitor={undefined} onJoin={onJoin} {...fields} />);
    main().querySelector('button')!.click();
    return onJoin;
}

describe('an invite to several rooms', () => {
    it('names the first room in the title, lists the others by kind, and joins all', () => {
        const onJoin = showInvite({ invitedBy: { username: 'olga' } });
        expect(textOf('h1')).toEqual(['(@olga) invites you to Reading circle']);
        expect(textOf('p')).toEqual([words.privateRoom, words.others, words.always]);
        expect(textOf('li').map((text) => text.trim())).toEqual(['book-swap', 'Poetry evening']);
        expect(kindsOf('li [role=img]')).toEqual([words.publicRoom, words.privateRoom]);
        expect(document.getElementById(main().querySelector('ul')!.getAttribute('aria-labelledby')!)!.textContent).toBe(words.others);
        expect(textOf('button')).toEqual([words.joinAll]);
        expect(onJoin).toHaveBeenCalledWith(words.joiningAll);
    });

    it('marks the rooms in which the visitor is already', () => {
        showInvite({ room: SWAP, rooms: [{ ...READING, member: true }, SWAP, { ...POETRY, member: false }] });
        expect(textOf('h1')).toEqual([`${words.invited} book-swap`]);
        expect(textOf('li').map((text) => text.trim())).toEqual([`Reading circle${words.inside}`, 'Poetry evening']);
    });

    it('says with approval who decides, and asks', () => {
        const onJoin = showInvite({ approval: true });
        expect(textOf('p').pop()).toBe(words.askAllWhy);
        expect(textOf('button')).toEqual([words.ask]);
        expect(onJoin).toHaveBeenCalledWith(words.asking);
    });
});

describe('after joining several rooms', () => {
    it('the visitor chooses which one to open', () => {
        show(<JoinedRoomsView rooms={ROOMS} closed={0} />);
        expect([textOf('h1'), textOf('p')]).toEqual([[words.joined], [words.choose]]);
        expect(textOf('a').map((text) => text.trim())).toEqual(['Reading circle', 'book-swap', 'Poetry evening']);
        expect(linksOf()).toEqual(['http://localhost/group/room-1', 'http://localhost/channel/book-swap', 'http://localhost/group/room-3']);
        expect(kindsOf('a [role=img]')).toEqual([words.privateRoom, words.publicRoom, words.privateRoom]);
        expect(document.title).toBe(`${words.joined} · localhost`);
        expect(document.activeElement!.id).toBe('title');
    });

    it('the page says how many rooms stayed closed', () => {
        show(<JoinedRoomsView rooms={[READING, SWAP]} closed={1} />);
        expect(textOf('p')).toEqual(['Another room of this link is not open to you.', words.choose]);
        show(<JoinedRoomsView rooms={[READING]} closed={2} />);
        expect(textOf('p')).toEqual(['2 other rooms of this link are not open to you.']);
        expect(textOf('a').map((text) => text.trim())).toEqual(['Reading circle']);
    });

    it.each(Object.entries(morePageTexts()))('it says so in the words of the chat (%s)', (tag, { closedRoom, closedRooms }) => {
        const inChat = findLanguage(tag)!.closedRooms;
        expect([closedRoom, closedRooms.replace('{count}', '2')]).toEqual([inChat(1), inChat(2)]);
    });

    describe('on a phone', () => {
        beforeEach(() => void Object.defineProperty(window, 'matchMedia', { value: () => ({ matches: true }), configurable: true }));
        afterEach(() => void Reflect.deleteProperty(window, 'matchMedia'));

        it('each room also opens in the app, by a link that names it', () => {
            show(<JoinedRoomsView rooms={[READING, SWAP]} closed={0} />);
            const inApp = [...main().querySelectorAll('a')].filter(({ textContent }) => textContent === words.openInApp);
            expect(inApp.map(({ href }) => new URL(href).searchParams.get('rid'))).toEqual(['reading', 'swap']);
            const names = inApp.map((link) => document.getElementById(link.getAttribute('aria-describedby')!)!.textContent.trim());
            expect(names).toEqual(['Reading circle', 'book-swap']);
        });
    });
});

describe('a member of all rooms', () => {
    it('gets a link to each, and the invite link to pass on', () => {
        const onOpen = jest.fn();
        show(<MemberView rooms={ROOMS} address="http://localhost/join#TOKEN" onOpen={onOpen} />);
        expect([textOf('h1'), textOf('p')]).toEqual([[words.memberOfAll], [words.choose]]);
        expect(linksOf()).toHaveLength(3);
        expect(textOf('button')).toEqual([words.qrCode]);
        const [, second] = main().querySelectorAll('a');
        second.addEventListener('click', (event) => event.preventDefault());
        second.click();
        expect(onOpen).toHaveBeenCalledTimes(1);
    });
});

describe('a request for several rooms', () => {
    it.each(['pending', 'denied'] as const)('names all of them (%s)', (state) => {
        show(<RequestView rooms={ROOMS} state={state} onCheck={() => Promise.resolve()} />);
        const sentence = state === 'pending' ? words.requestedWhy : words.deniedWhy;
        expect(textOf('p')).toEqual([sentence.replace('{room}', 'Reading circle, book-swap, and Poetry evening')]);
        expect(textOf('bdi')).toEqual(['Reading circle', 'book-swap', 'Poetry evening']);
        render(null, main());
    });
});

it('hostile names are text on every screen', () => {
    const rooms = HOSTILE.map((name, index) => ({ _id: `${index}`, name, fname: name, t: 'p' }));
    const [first, ...others] = HOSTILE;
    showInvite({ room: rooms[0], rooms });
    expect(textOf('bdi')).toEqual([first, ...others]);
    const request = <RequestView rooms={rooms} state="denied" onCheck={() => Promise.resolve()} />;
    for (const view of [<JoinedRoomsView rooms={rooms} closed={0} />, inAll(rooms), request]) {
        show(view);
        expect(textOf('bdi')).toEqual(HOSTILE);
        expect(main().querySelectorAll('b, script, [onerror]')).toHaveLength(0);
    }
    show(<JoinedRoomsView rooms={[{ fname: '\u2069\u202Emoc.live\u202C \u2066\u200Fabc', t: 'p' }, SWAP]} closed={0} />);
    expect(textOf('bdi')).toEqual(['moc.live abc', 'book-swap']);
    expect(linksOf()[0]).toBe('http://localhost/home');
});
