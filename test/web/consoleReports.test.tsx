/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';

import { consoleTexts } from '../../src/i18n/pages.ts';
import { App } from '../../src/web/console/app.tsx';
import { Session } from '../../src/web/console/session.mts';

/** The overview, the history of a person and the health, against responses of the endpoints. */

const { words, reports } = consoleTexts().en;

type Reply = Record<string, unknown> | undefined;

/** The body of each endpoint. An endpoint without one refuses. */
let replies: Record<string, (query: URLSearchParams) => Reply>;
let requests: string[];

const ANN = { _id: 'u2', username: 'ann', name: 'Ann <b>' };
const OLGA = { _id: 'u3', username: 'olga', name: 'Olga' };
const ROOM = { _id: 'r1', name: 'reading', fname: 'Reading circle', t: 'p' };
const DAYS = [
    { date: '2026-06-01', joins: 3, refusals: 0 },
    { date: '2026-06-02', joins: 1, refusals: 1 },
];
const STATS = {
    days: DAYS,
    invites: [
        { _id: 'i1', label: 'Poster', joins: 3 },
        { _id: 'i2', label: null, joins: 1 },
    ],
    creators: [
        { ...OLGA, joins: 4 },
        { _id: 'u9', joins: 1 },
    ],
};
const entry = (id: string, outcome: string): object => ({
    _id: id,
    outcome,
    invite: { _id: 'i1', label: 'Poster' },
    rooms: [ROOM],
    person: ANN,
    invitedBy: OLGA,
    at: '2026-06-02T10:00:00.000Z',
});
const page = (joins: object[], total = joins.length): Reply => ({ joins, offset: 0, count: 25, total });

beforeEach(() => {
    localStorage.setItem('Meteor.loginToken', 'good');
    localStorage.setItem('Meteor.userId', 'u1');
    document.body.innerHTML = '<div id="app"></div><p id="status"></p>';
    requests = [];
    replies = {
        'invites.stats': () => STATS,
        'invites.joins': () => page([]),
        'invites.list': () => ({ invites: [] }),
        'subscriptions.get': () => ({ update: [] }),
    };
    globalThis.fetch = jest.fn((address: unknown) => {
        const { pathname, search, searchParams } = new URL(String(address), 'http://localhost/api/apps/');
        const name = pathname.replace(/.*[/]/, '');
        requests.push(name + (search === '?' ? '' : search));
        const body = replies[name]?.(searchParams);
        const status = body ? 200 : name === 'users.info' ? 400 : 403;
        const json = async () => (body ? { ...body, success: true } : { success: false, errorType: 'not_authorized' });
        return Promise.resolve({ ok: status === 200, status, headers: new Headers(), json } as Response);
    });
});
afterEach(async () => {
    await act(() => render(null, app()));
    localStorage.clear();
});

const app = (): HTMLElement => document.getElementById('app')!;
const textOf = (selector: string): string[] => [...app().querySelectorAll(selector)].map((node) => node.textContent);
/** Preact runs effects at the end of each step. */
async function pass(): Promise<void> {
    for (let step = 0; step < 5; step++) {
        await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    }
}
async function go(address: string): Promise<void> {
    location.hash = address;
    await pass();
}
const addressesIn = (selector: string): string[] => [...app().querySelectorAll(`${selector} a`)].map((link) => link.getAttribute('href')!);
const rowsOf = (label: string): string[][] =>
    [...app().querySelectorAll(`table[aria-label="${label}"] tbody tr`)].map((row) =>
        [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
const buttonWith = (text: string): HTMLButtonElement => [...app().querySelectorAll('button')].find(({ textContent }) => textContent === text)!;

async function open(address: string): Promise<void> {
    location.hash = address;
    await act(() => render(<App session={Session.start()} />, app()));
    await pass();
}

/** The app refuses what only administrators may see. */
function asStranger(): void {
    replies['invites.joins'] = (query) => (query.has('rid') ? page([]) : undefined);
    replies['invites.stats'] = (query) => (query.get('rid') === 'r1' ? STATS : undefined);
}

it('the overview draws each day, and has the same figures in a table that everyone can show', async () => {
    await open('#overview?days=7');
    expect(requests).toContain('invites.stats?days=7');
    expect(textOf('h1')).toEqual([reports.overview]);
    expect(textOf('.totals dd')).toEqual(['4', '1']);
    const chart = app().querySelector('svg[role=img]')!;
    expect(chart.getAttribute('aria-label')).toBe('4 joins and 1 refusals in 2 days');
    // Three joins and one refusal share the height, so one of them takes 25 of 100.
    const bars = (kind: string): string[][] =>
        [...chart.querySelectorAll(`rect.${kind}`)].map((bar) => [bar.getAttribute('y')!, bar.getAttribute('height')!]);
    expect(bars('joins')).toEqual([
        ['0', '75'],
        ['50', '25'],
    ]);
    expect(bars('refusals')).toEqual([
        ['75', '0'],
        ['75', '25'],
    ]);
    expect(rowsOf(reports.daily).map(([, joins, refusals]) => [joins, refusals])).toEqual([
        ['1', '1'],
        ['3', '0'],
    ]);
    expect(app().querySelector('.read-only table')).not.toBeNull();
    await act(() => buttonWith(reports.showTable).click());
    expect(app().querySelector('.read-only')).toBeNull();
    await act(() => buttonWith(reports.hideTable).click());
    expect(app().querySelector('.read-only table')).not.toBeNull();
});

it('the overview names what brings most people, and why people were refused', async () => {
    replies['invites.joins'] = ({ size }) =>
        size > 0
            ? page([entry('a', 'joined'), entry('b', 'banned'), entry('c', 'expired'), entry('d', 'banned'), entry('e', 'requested')], 250)
            : undefined;
    await open('#overview');
    expect(rowsOf(reports.topLinks)).toEqual([
        ['Poster', '3'],
        [words.withoutLabel, '1'],
    ]);
    expect(addressesIn(`table[aria-label="${reports.topLinks}"]`)).toEqual(['#link/i1', '#link/i2']);
    expect(rowsOf(reports.topCreators)).toEqual([
        ['Olga (@olga)', '4'],
        [words.deletedUser, '1'],
    ]);
    expect(addressesIn(`table[aria-label="${reports.topCreators}"]`)).toEqual(['#person/u3', '#person/u9']);
    expect(rowsOf(reports.refused)).toEqual([
        [words.outcomes.banned, '2'],
        [words.outcomes.expired, '1'],
    ]);
    expect(rowsOf(reports.latestRefusals)).toHaveLength(3);
    expect(textOf('.hint')).toContain('This counts only the latest 5 of 250 attempts.');
    const [from] = requests.filter((request) => request.includes('from='));
    expect(new URLSearchParams(from.split('?')[1]).get('count')).toBe('100');
});

it('the overview says if nothing happened', async () => {
    replies['invites.stats'] = () => ({ days: [{ date: '2026-06-01', joins: 0, refusals: 0 }], invites: [], creators: [] });
    await open('#overview');
    expect(textOf('h2')).toEqual([reports.nothingHappened, reports.refused]);
    expect(textOf('section p')).toEqual([reports.noRefusals]);
});

it('the overview offers the rooms that a person manages, who is not an administrator', async () => {
    asStranger();
    replies['subscriptions.get'] = () => ({
        update: [
            { rid: 'r1', name: 'reading', fname: 'Reading circle', t: 'p', roles: ['owner'] },
            { rid: 'r2', name: 'general', t: 'c' },
            { rid: 'r3', name: 'olga', t: 'd', roles: ['owner'] },
        ],
    });
    replies['invites.list'] = () => ({
        invites: [
            { mayEdit: true, rooms: [{ _id: 'r4', name: 'art', t: 'c' }] },
            { mayEdit: false, rooms: [{ _id: 'r5', name: 'left', t: 'c' }] },
        ],
    });
    await open('#overview?days=90');
    expect(textOf('h2')).toEqual([reports.chooseRoom]);
    expect(textOf('main li')).toEqual(['art', 'Reading circle']);
    expect(addressesIn('main li')).toEqual(['#overview?days=90&rid=r4', '#overview?days=90&rid=r1']);
    expect(textOf('[role=alert]')).toEqual([]);
    expect(textOf('nav a')).not.toContain(reports.health);
    await go('#overview?days=90&rid=r1');
    expect(textOf('.totals dd')).toEqual(['4', '1']);
    // Names lead nowhere, because the history of a person is for administrators.
    expect(addressesIn(`table[aria-label="${reports.topCreators}"]`)).toEqual([]);
    await go('#overview?days=90&rid=r9');
    expect(textOf('[role=alert] p')).toEqual([words.refusals.not_authorized]);
    expect(textOf('main li')).toEqual(['art', 'Reading circle']);
});

it('the overview says that it needs a room, to a person who manages none', async () => {
    asStranger();
    await open('#overview');
    expect(textOf('h2')).toEqual([reports.noManagedRooms]);
});

it('the overview offers another attempt if the workspace does not answer', async () => {
    replies['invites.stats'] = () => ({ success: false });
    globalThis.fetch = ((before) => (address: string) => (address.includes('stats') ? Promise.reject(new Error()) : before(address)))(
        globalThis.fetch,
    ) as typeof fetch;
    await open('#overview');
    expect(textOf('[role=alert] p')).toEqual([words.refusals.down]);
    expect(buttonWith(words.again)).toBeDefined();
});

it('a username leads to the history of the person', async () => {
    replies['users.info'] = (query) => (query.get('username') === 'ann' || query.get('userId') === 'u2' ? { user: ANN } : undefined);
    replies['invites.joins'] = () => page([entry('a', 'joined'), entry('b', 'banned')], 60);
    await open('#person');
    expect(textOf('h1')).toEqual([reports.findPerson]);
    const field = app().querySelector<HTMLInputElement>('main input')!;
    const search = async (username: string): Promise<void> => {
        field.value = username;
        await act(
            () =>
                void app()
                    .querySelector('main form')!
                    .dispatchEvent(new Event('submit', { cancelable: true })),
        );
        await pass();
    };
    await search(' ');
    expect(textOf('[role=alert]')).toEqual([reports.missingUsername]);
    expect(document.activeElement).toBe(field);
    await search('nobody');
    expect(textOf('[role=alert]')).toEqual([reports.unknownUsername]);
    await search('@ann');
    expect(location.hash).toBe('#person/u2');
    expect(textOf('h1')).toEqual(['History of Ann <b> (@ann)']);
    expect(rowsOf(words.history).map(([, ...cells]) => cells)).toEqual([
        [words.outcomes.joined, 'Olga (@olga)', 'Poster', 'Reading circle'],
        [words.outcomes.banned, 'Olga (@olga)', 'Poster', 'Reading circle'],
    ]);
    expect(addressesIn('main')).toEqual([
        '#person',
        '#links?userId=u2',
        ...['#person/u3', '#link/i1'],
        ...['#person/u3', '#link/i1'],
        '#person/u2?offset=25',
    ]);
});

it('the history of a person is for administrators, and may be empty', async () => {
    await open('#person/u7');
    expect(textOf('h1')).toEqual([`History of ${words.deletedUser}`]);
    expect(textOf('main h2')).toEqual([reports.noHistory]);
    asStranger();
    await go('#person/u8');
    expect(textOf('main h2')).toEqual([reports.administratorsOnly]);
});

it('health says of each check what it means and what to do', async () => {
    replies.health = () => ({
        checks: [
            { name: 'workspace', status: 'ok' },
            { name: 'clock', status: 'warning', aheadSeconds: -45 },
            { name: 'bans', status: 'failed' },
            { name: 'permissions', status: 'ok', readAt: '2026-06-01T12:00:00.000Z', overridden: ['create-invite-links'] },
            { name: 'command', status: 'off' },
            { name: 'email', status: 'failed' },
            { name: 'later', status: 'ok' },
        ],
    });
    await open('#health');
    expect(textOf('h1')).toEqual([reports.health]);
    expect(textOf('nav a')).toEqual(expect.arrayContaining([reports.people, reports.health]));
    const { checks, statuses } = reports;
    expect(textOf('.checks h2')).toEqual(
        ['workspace', 'clock', 'bans', 'permissions', 'command', 'email'].map((name) => checks[name as 'bans'].title),
    );
    expect(textOf('.mark')).toEqual([statuses.ok, statuses.warning, statuses.failed, statuses.ok, statuses.off, statuses.failed]);
    expect(textOf('.checks p')).toEqual(
        expect.arrayContaining([
            checks.bans.failed,
            'The instance at the Site URL is behind by 45 seconds.',
            reports.overridden.replace('{permissions}', 'create-invite-links'),
        ]),
    );
    expect([...app().querySelectorAll('time')].map((time) => time.dateTime)).toEqual(['2026-06-01T12:00:00.000Z']);
    requests = [];
    await act(() => buttonWith(reports.checkAgain).click());
    await pass();
    expect(requests).toEqual(['health']);
});

it('health is for administrators', async () => {
    asStranger();
    await open('#health');
    expect(textOf('main h2')).toEqual([reports.administratorsOnly]);
    expect(textOf('nav a')).not.toContain(reports.people);
});

it('every language has a text for each status that a check can have', () => {
    const possible = { workspace: 4, bans: 4, permissions: 4, clock: 4, command: 4, email: 3 };
    for (const {
        reports: { checks },
    } of Object.values(consoleTexts())) {
        expect(Object.fromEntries(Object.entries(checks).map(([name, texts]) => [name, Object.keys(texts).length - 1]))).toEqual(possible);
    }
});
