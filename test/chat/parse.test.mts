import { describe, expect, it } from '@jest/globals';

import { parse } from '../../src/chat/parse.ts';
import { parseDuration, parseUses } from '../../src/i18n/quantities.ts';

describe('parseDuration', () => {
    it.each([
        ['90m', { count: 90, unit: 'minute' }],
        ['12h', { count: 12, unit: 'hour' }],
        ['7d', { count: 7, unit: 'day' }],
        ['7D', { count: 7, unit: 'day' }],
        ['2w', { count: 2, unit: 'week' }],
        ['never', { count: 0, unit: 'day' }],
        ['NEVER', { count: 0, unit: 'day' }],
        ['forever', { count: 0, unit: 'day' }],
        ['7days', { count: 7, unit: 'day' }],
        ['1week', { count: 1, unit: 'week' }],
        ['90min', { count: 90, unit: 'minute' }],
        ['7 d', { count: 7, unit: 'day' }],
        ['1.5d', { count: 36, unit: 'hour' }],
        ['0,5h', { count: 30, unit: 'minute' }],
        ['1 month', { count: 30, unit: 'day' }],
        ['2y', { count: 730, unit: 'day' }],
        ['1h30m', { count: 90, unit: 'minute' }],
        ['1h30', { count: 90, unit: 'minute' }],
        ['1 d 12 h', { count: 36, unit: 'hour' }],
        ['1 hour and 30 minutes', { count: 90, unit: 'minute' }],
        ['90s', { count: 1, unit: 'minute' }],
        ['a week', { count: 1, unit: 'week' }],
        ['half an hour', { count: 30, unit: 'minute' }],
        ['a couple of days', { count: 2, unit: 'day' }],
        ['next month', { count: 30, unit: 'day' }],
        ['Eine Woche', { count: 1, unit: 'week' }],
        ['eine halbe Stunde', { count: 30, unit: 'minute' }],
        ['zwölf Tage', { count: 12, unit: 'day' }],
        ['once días', { count: 11, unit: 'day' }],
        ['dos semanas', { count: 2, unit: 'week' }],
        ['trois jours', { count: 3, unit: 'day' }],
        ['2 jours et 3 heures', { count: 51, unit: 'hour' }],
        ['três meses', { count: 90, unit: 'day' }],
        ['7 dias', { count: 7, unit: 'day' }],
        ['für immer', { count: 0, unit: 'day' }],
        ['permanent', { count: 0, unit: 'day' }],
    ])('parses %s', (text, validity) => expect(parseDuration(text)).toEqual(validity));

    it.each(['', '7', 'd', 'd'.repeat(101), '0d', '-1d', '7x', '1d 2w', '1d2d', '1m1h', '30s', '1234567890d', '٧d', '7dd', '7 days ago'])(
        'rejects %j',
        (text) => expect(parseDuration(text)).toBeUndefined(),
    );
});

describe('parseUses', () => {
    it.each([
        ['x10', 10],
        ['10x', 10],
        ['X3', 3],
        ['10uses', 10],
        ['1use', 1],
        ['once', 1],
        ['unlimited', 0],
        ['no limit', 0],
        ['sin límite', 0],
        ['ten people', 10],
        ['5 ppl', 5],
        ['x 5', 5],
        ['max 5', 5],
        ['max. 5 Personen', 5],
        ['höchstens zehn Personen', 10],
        ['un máximo de 5', 5],
        ['una vez', 1],
        ['une fois', 1],
    ])('parses %s', (text, uses) => expect(parseUses(text)).toBe(uses));

    it.each(['', 'x', '10', 'x0', '0x', 'x-1', 'xx3', 'x1.5', 'x1234567890'])('rejects %j', (text) => expect(parseUses(text)).toBeUndefined());
});

/** A Wednesday, 21:00 in the caller's local time. */
const NOW = Date.UTC(2026, 10, 25, 21);

/** Returns the kind of the parsed command with its arguments. */
function parsed(words: readonly string[]): object {
    const { kind, args } = parse(words, NOW);
    return { kind, ...(args as object) };
}

describe('parse', () => {
    const token = 'ABCDEFGHJKLMNPQR';

    it.each([
        [[], { kind: 'help' }],
        [['help'], { kind: 'help' }],
        [['Create'], { kind: 'create' }],
        [['create', '7d', 'x3'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 3 }],
        [['create', 'x3', '7d'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 3 }],
        [['create', '7d', '8d'], { kind: 'unclear', word: '8d', understood: ['create', '7d'], suggestions: [] }],
        [['create', '7d', '10'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 10 }],
        [['create', '--uses', '5', '--days', '7'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 5 }],
        [['create', 'uses=5', 'days=7'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 5 }],
        [['create', '-d', '7', '-u', '5', '--once'], { kind: 'unclear', word: 'once', understood: ['create', '7', 'd', 'x5'], suggestions: [] }],
        [['create', '--label', 'fair', 'expires=2w'], { kind: 'create', label: 'fair', validity: { count: 2, unit: 'week' } }],
        [
            ['create', 'a', 'link', 'for', '3', 'days', 'for', '5', 'people,', 'please.'],
            { kind: 'create', validity: { count: 3, unit: 'day' }, maxUses: 5 },
        ],
        [['create', 'une', 'demi-heure'], { kind: 'create', validity: { count: 30, unit: 'minute' } }],
        [['create', 'until', '3', 'days'], { kind: 'create', validity: { count: 3, unit: 'day' } }],
        [['7d', 'to', '#room'], { kind: 'create', validity: { count: 7, unit: 'day' }, rooms: ['room'] }],
        [['edit', '2', 'until', 'tomorrow'], { kind: 'edit', target: '2', changes: { until: Date.UTC(2026, 10, 26, 23, 59) } }],
        [['create', '#one', '7d', '#two'], { kind: 'create', validity: { count: 7, unit: 'day' }, rooms: ['one', 'two'] }],
        [['create', '#general', 'once'], { kind: 'create', maxUses: 1, rooms: ['general'], isNew: true }],
        [['create', '2', 'weeks', '5', 'uses'], { kind: 'create', validity: { count: 2, unit: 'week' }, maxUses: 5 }],
        [['create', '7d,', 'x3'], { kind: 'create', validity: { count: 7, unit: 'day' }, maxUses: 3 }],
        [['create', '10', 'people'], { kind: 'create', maxUses: 10 }],
        [['create', 'einmal', '2', 'Wochen'], { kind: 'create', validity: { count: 2, unit: 'week' }, maxUses: 1, isNew: true }],
        [['create', '#', '7d'], { kind: 'unclear', word: '#', understood: ['create'], suggestions: [] }],
        [['create', '7d', 'Spring fair, 2027'], { kind: 'create', validity: { count: 7, unit: 'day' }, label: 'Spring fair, 2027' }],
        [['create', '„Sommerfest“', 'new'], { kind: 'create', label: 'Sommerfest', isNew: true }],
        [['create', '"Spring', 'fair'], { kind: 'unclear', word: '"Spring', understood: ['create'], suggestions: [] }],
        [['show', '2'], { kind: 'show', target: '2' }],
        [['edit', '2', '30', 'days', 'x9'], { kind: 'edit', target: '2', changes: { validity: { count: 30, unit: 'day' }, maxUses: 9 } }],
        [['edit', '2', 'new'], { kind: 'unclear', word: 'new', understood: ['edit', '2'], suggestions: [['edit 2 label new']] }],
        [['edit', '2'], { kind: 'missing', subcommand: 'edit' }],
        [['pause', token], { kind: 'pause', target: token }],
        [['resume', '2'], { kind: 'resume', target: '2' }],
        [['rename', '2', 'Spring', 'fair'], { kind: 'rename', target: '2', label: 'Spring fair' }],
        [['rename', '2', '-'], { kind: 'rename', target: '2', label: '' }],
        [['rename', '2'], { kind: 'missing', subcommand: 'rename' }],
        [['rotate', '2'], { kind: 'rotate', target: '2' }],
        [['who', '2', '3'], { kind: 'who', target: '2', page: 3 }],
        [['who', '2', 'x'], { kind: 'unclear', word: 'x', understood: ['who', '2'], suggestions: [] }],
        [['LIST'], { kind: 'list', where: 'here', ended: false, page: 1 }],
        [['list', 'ALL'], { kind: 'list', where: 'all', ended: false, page: 1 }],
        [['list', '3'], { kind: 'list', where: 'here', ended: false, page: 3 }],
        [['list', 'all', '2'], { kind: 'list', where: 'all', ended: false, page: 2 }],
        [['list', 'x'], { kind: 'unclear', word: 'x', understood: ['list'], suggestions: [['list #x']] }],
        [['list', '#Quiet', 'expired', '2'], { kind: 'list', where: 'here', room: 'Quiet', ended: true, page: 2 }],
        [['list', 'mine', 'all'], { kind: 'unclear', word: 'all', understood: ['list', 'mine'], suggestions: [] }],
        [['use', token], { kind: 'use', token }],
        [['use', `https://chat.example/api/apps/public/some-id/join#${token}`], { kind: 'use', token }],
        [['use'], { kind: 'missing', subcommand: 'use' }],
        [['show', 'for', 'please'], { kind: 'unclear', word: 'for', understood: ['show'], suggestions: [] }],
        [['use', token, 'now'], { kind: 'unclear', word: 'now', understood: ['use', token], suggestions: [] }],
        [['revoke', 'some-id'], { kind: 'revoke', target: 'some-id' }],
        [['revoke'], { kind: 'missing', subcommand: 'revoke' }],
        [['@bob'], { kind: 'add', names: ['bob'] }],
        [['@bob,', '@carol', '@bob'], { kind: 'add', names: ['bob', 'carol'] }],
        [['add', 'bob,', '@carol'], { kind: 'add', names: ['bob', 'carol'] }],
        [['@bob', 'dave'], { kind: 'unclear', word: 'dave', understood: ['@bob'], suggestions: [['@bob @dave']] }],
        [['@a.b@server.org:8448'], { kind: 'add', names: ['a.b@server.org:8448'] }],
        [['@'], { kind: 'help' }],
        [['bob'], { kind: 'unclear', word: 'bob', understood: [], suggestions: [['@bob']] }],
        [[token], { kind: 'open', token }],
        [[`<${token}>`, 'x'], { kind: 'unclear', word: 'x', understood: [`<${token}>`], suggestions: [] }],
        [['revok', 'x'], { kind: 'unclear', word: 'revok', understood: [], suggestions: [['revoke x']] }],
        [['hlep'], { kind: 'unclear', word: 'hlep', understood: [], suggestions: [['help']] }],
        [['???'], { kind: 'unclear', word: '???', understood: [], suggestions: [] }],
    ])('parses %j', (words, command) => expect(parsed(words)).toEqual(command));
});

describe('a moment', () => {
    const at = (month: number, day: number, hour = 23, minute = 59, year = 2026): number => Date.UTC(year, month - 1, day, hour, minute);

    it.each([
        ['today', at(11, 25)],
        ['tomorrow', at(11, 26)],
        ['until tomorrow 9:30', at(11, 26, 9, 30)],
        ['friday', at(11, 27)],
        ['until fri', at(11, 27)],
        ['until wednesday', at(11, 25)],
        ['until next wednesday', at(12, 2)],
        ['until 22:00', at(11, 25, 22, 0)],
        ['until 18:00', at(11, 26, 18, 0)],
        ['until 6pm', at(11, 26, 18, 0)],
        ['by 12am', at(11, 26, 0, 0)],
        ['2026-12-01', at(12, 1)],
        ['until 2026-12-01 18:00', at(12, 1, 18, 0)],
        ['until 2026-12-01T18:00', at(12, 1, 18, 0)],
        ['01.12.2026', at(12, 1)],
        ['bis zum 31.12.', at(12, 31)],
        ['bis 1.3', at(3, 1, 23, 59, 2027)],
        ['dec 24', at(12, 24)],
        ['until 24th december', at(12, 24)],
        ['bis 1. März 2028', at(3, 1, 23, 59, 2028)],
        ['bis morgen um 18:00', at(11, 26, 18, 0)],
        ['hasta el viernes', at(11, 27)],
        ["jusqu'à demain", at(11, 26)],
        ['jusqu’au lundi', at(11, 30)],
        ['até sexta', at(11, 27)],
        ['até sexta-feira', at(11, 27)],
    ])('"%s"', (text, until) => expect(parsed(['create', ...text.split(' ')])).toEqual({ kind: 'create', until }));

    it.each(['until', 'until 25:00', 'until 13pm', '2026-02-30', 'until 31.2.', '1.5', 'until 9', '18:00', '2026-12-01T99:00'])('not "%s"', (text) =>
        expect(parsed(['create', ...text.split(' ')])).not.toHaveProperty('until'),
    );
});
