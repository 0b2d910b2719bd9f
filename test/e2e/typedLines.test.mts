import { describe, expect, it } from '@jest/globals';

import { createRoom } from '../workspace/index.mts';
import { DAY } from './scene.mts';
import { useScene } from './useScene.mts';

/** Lines as people type them, and what the command makes of each. */

const scene = await useScene();
const { database } = scene.workspace;
const owner = await scene.person({ username: 'olivia' });
await database.users.updateOne({ _id: owner.userId }, { $set: { utcOffset: 1 } });
const guest = await scene.person({ username: 'carol' });
const { _id: rid } = await createRoom(database, 'c', 'garden', owner.user);
const { _id: secret } = await createRoom(database, 'p', 'secret', owner.user);

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** Returns the invite that a line creates, with its validity in ms. */
async function created(line: string): Promise<{ validFor: number; maxUses: number; expires: number; text: string }> {
    const text = await owner.types(`/invite ${line}`, rid);
    const [, id] = /revoke ([0-9a-f]{24})`/.exec(text) ?? [];
    expect(`${line}: ${text}`).toMatch(/[0-9a-f]{24}/);
    const { body } = await owner.app('GET', `invites.info?inviteId=${id!}`);
    const { createdAt, expires, maxUses } = body.invite;
    return { validFor: expires === null ? 0 : Date.parse(expires) - Date.parse(createdAt), maxUses, expires: Date.parse(expires), text };
}

describe('creates a link from', () => {
    it.each([
        ['create 1 month', 30 * DAY, 0],
        ['create 1 year', 365 * DAY, 0],
        ['create 6mo', 180 * DAY, 0],
        ['create next week', 7 * DAY, 0],
        ['create 7d 10', 7 * DAY, 10],
        ['create 10 seats 7d', 7 * DAY, 10],
        ['create 7d 11 ppl', 7 * DAY, 11],
        ['create for 3 days', 3 * DAY, 0],
        ['create 3 days for 5 people', 3 * DAY, 5],
        ['create in 2 hours', 2 * HOUR, 0],
        ['create 7d x12 please', 7 * DAY, 12],
        ['create 6 people, 3 days.', 3 * DAY, 6],
        ['create 1h30m', 90 * MINUTE, 0],
        ['create 1d12h', 1.5 * DAY, 0],
        ['create 1.5h', 90 * MINUTE, 0],
        ['create a week', 7 * DAY, 0],
        ['create two weeks', 14 * DAY, 0],
        ['create half an hour', 30 * MINUTE, 0],
        ['create x 5', 7 * DAY, 5],
        ['create 48h x 3', 2 * DAY, 3],
        ['create max 7', 7 * DAY, 7],
        ['create --uses 5 --days 8', 8 * DAY, 5],
        ['create -d 9 -u 5', 9 * DAY, 5],
        ['create uses=5 days=10', 10 * DAY, 5],
        ['create no limit', 7 * DAY, 0],
        ['create permanent', 0, 0],
        ['create once 3d', 3 * DAY, 1],
        ['new 11d', 11 * DAY, 0],
        ['12d x3', 12 * DAY, 3],
        ['erstellen 13 Tage', 13 * DAY, 0],
        ['create eine Woche für zehn Personen', 7 * DAY, 10],
        ['create einmalig 5 Tage', 5 * DAY, 1],
        ['create dos semanas', 14 * DAY, 0],
        ['create une demi-heure', 30 * MINUTE, 0],
        ['create três meses', 90 * DAY, 0],
    ])('"%s"', async (line, validFor, maxUses) => expect(await created(line)).toMatchObject({ validFor, maxUses }));

    it.each([
        ['create until tomorrow', 1, '23:59'],
        ['create tomorrow', 1, '23:59'],
        ['create bis morgen 18:00 x3', 1, '18:00'],
        ['create hasta mañana', 1, '23:59'],
    ])('"%s", by the caller’s clock', async (line, days, time) => {
        const { expires, text } = await created(line);
        // The caller is an hour ahead of UTC.
        const local = new Date(expires + HOUR).toISOString();
        const tomorrow = new Date(Date.now() + HOUR + days * DAY).toISOString();
        expect(local.slice(0, 16)).toBe(`${tomorrow.slice(0, 10)}T${time}`);
        expect(text).toMatch(new RegExp(`^It expires in .*, ${time}\\.$`, 'm'));
    });

    it('a date, and states it', async () => {
        const year = new Date().getUTCFullYear() + 1;
        const { expires, text } = await created(`create until ${year}-12-01`);
        expect(new Date(expires + HOUR).toISOString()).toBe(`${year}-12-01T23:59:00.000Z`);
        expect(text).toMatch(new RegExp(`Dec 1, ${year}, 23:59`));
    });
});

it('makes a new link each time for "once" and "new", and finds the same one otherwise', async () => {
    const token = async (line: string): Promise<string> => /#(\w+)/.exec(await owner.types(`/invite ${line}`, rid))![1]!;
    expect(await token('create once 20d')).not.toBe(await token('create once 20d'));
    expect(await token('create 21d new')).not.toBe(await token('create 21d new'));
    expect(await token('create 22d')).toBe(await token('create three weeks and 1 day'));
});

it('finds a room however it is capitalized, and suggests one of the caller’s for a mistyped name', async () => {
    expect(await owner.types('/invite create 7d #Secret', rid)).toContain('*secret*');
    expect(await owner.types('/invite list #SECRET', rid)).toContain('*Invite links for secret*');
    expect(await owner.types('/invite create 7d x3 #secrte', rid)).toBe(
        'That room does not exist, or you are not a member of it.\nDid you mean `/invite create 7 days 3 people #secret`?',
    );
    expect(await guest.types('/invite create 7d #secrte', rid)).toBe('That room does not exist, or you are not a member of it.');
});

it('suggests no room that a banned person can no longer see', async () => {
    const banned = await scene.person();
    await scene.add(secret, banned);
    await owner.rest('POST', 'rooms.banUser', { roomId: secret, userId: banned.userId });
    expect(await banned.types('/invite create 7d #secrte', rid)).toBe('That room does not exist, or you are not a member of it.');
    expect(await banned.types('/invite create 7d secret', rid)).not.toContain('#secret');
});

it.each([
    ['create 30s', 'A link must be valid for at least a minute, so `30s` is too short.'],
    ['@all', 'I can’t add `@all`, only people by name. To invite many people, create a link: `/invite create`'],
    ['@carol to #secret', 'I can add people only to the room where you type this. Go to `#secret` and type `/invite @carol` there.'],
    ['bob@example.com', 'To invite `bob@example.com` by e-mail, type `/invite email bob@example.com`'],
    ['info', 'Which link? Type `/invite show <link>`. Its id or its number in your last list works, too.'],
])('does nothing for "%s", and says what to do', async (line, reply) => {
    const before = await scene.storeSnapshot();
    expect(await owner.types(`/invite ${line}`, rid)).toBe(reply);
    expect(await scene.storeSnapshot()).toBe(before);
    expect(await scene.members(rid)).not.toContain('carol');
});

describe('every suggestion is carried out when it is typed, after', () => {
    it.each([
        ...[
            'create 7',
            'create 7 10',
            'create 5 cats',
            'create infinite',
            'create ∞',
            'create 0',
            'create weekend',
            'create banana',
            'create onec 3d',
        ],
        ...[
            'create 10d garden',
            'create 7dd',
            'create 2 moths',
            'create 5 peple 3d',
            'create tomorow',
            'create 7d 8d',
            'create x3 x4',
            'create secret',
        ],
        ...[
            'qr',
            'settings',
            'version',
            'thanks',
            'carol',
            'carol olivia',
            '@carol olivia',
            'craete 7d',
            'lsit',
            'list garden',
            'list mien',
            'list 2 3',
        ],
        ...[
            'revok 1',
            'what is this?',
            'create @carol',
            'create 1d 2w',
            'create nevr',
            'create 10d 10w',
            'edit 1 sometime',
            'pause now then',
            'hlep',
        ],
    ])('"%s"', async (line) => {
        await owner.types('/invite list', rid);
        const before = await scene.storeSnapshot();
        const reply = await owner.types(`/invite ${line}`, rid);
        expect(reply).toContain('I don’t understand');
        expect(await scene.storeSnapshot()).toBe(before);
        const suggested = (/^Did you mean (.*)\?$/m.exec(reply)?.[1] ?? '').match(/`[^`]+`/g) ?? [];
        for (const suggestion of suggested.map((code) => code.replaceAll('`', ''))) {
            const answer = await owner.types(suggestion, rid);
            expect({ suggestion, answer }).toEqual({ suggestion, answer: expect.not.stringMatching(/understand|not exist|no user|at most|Try/) });
        }
    });

    it('"create 60d x500", within all ceilings at once', async () => {
        await scene.changeSetting('Max_Days', 30);
        await scene.changeSetting('Max_Uses', 50);
        try {
            for (const line of ['create 60d x500', 'create 1 year', 'create x500', 'create until 2099-01-01 x500', 'create never 40 people']) {
                const [, suggestion = ''] = /`([^`]+)`/.exec(await owner.types(`/invite ${line}`, rid)) ?? [];
                expect(await owner.types(suggestion, rid)).toMatch(/^Here is your invite link|^You already have this link/);
            }
            expect(await owner.types('/invite create 7 500', rid)).toContain('See `/invite help create`');
        } finally {
            await scene.changeSetting('Max_Days', 0);
            await scene.changeSetting('Max_Uses', 0);
        }
    });
});
