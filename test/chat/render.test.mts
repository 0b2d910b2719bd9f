import { describe, expect, it } from '@jest/globals';

import type { InviteSummary, InvitePage, CommandResult } from '../../src/chat/runCommand.ts';
import { ENGLISH } from '../../src/chat/languages/en.ts';
import { nameOf, plainNameOf, render, renderRefusal, type RenderContext } from '../../src/chat/render.ts';
import { InviteError, type ErrorCode, type ErrorDetails } from '../../src/domain/model/errors.ts';
import type { Room } from '../../src/domain/ports.ts';
import { World } from '../domain/world.mts';

const world = new World();
const wording: RenderContext = { words: ENGLISH, now: world.now, utcOffset: 0, command: 'invite' };
const { room } = world;

const said = (outcome: CommandResult): string =>
    render(outcome, wording)
        .map(({ text }) => text)
        .join('\n');
const refused = (code: ErrorCode, details: ErrorDetails = {}, owners: string[] = []): string =>
    renderRefusal(new InviteError(code, details), wording, owners)
        .map(({ text }) => text)
        .join('\n');

describe('an outcome', () => {
    it('says of each person what came of adding them', () => {
        const people = (['added', 'unknown', 'already-here', 'not-added'] as const).map((outcome) => ({ username: `\`${outcome}\``, outcome }));
        expect(said({ kind: 'added', people }).split('\n')).toEqual([
            ENGLISH.added("'added'"),
            ENGLISH.unknownUser("'unknown'"),
            ENGLISH.alreadyHere("'already-here'"),
            ENGLISH.notAdded("'not-added'"),
        ]);
    });

    it('says what is missing', () => {
        expect(said({ kind: 'missing', of: 'use' })).toBe(ENGLISH.whichToUse('`/invite use <link>`'));
        expect(said({ kind: 'missing', of: 'revoke' })).toBe(ENGLISH.whichToRevoke('`/invite revoke <link>`'));
    });

    it('says what was understood of what is unclear, and where to look when nothing may have been meant', () => {
        expect(said({ kind: 'unclear', word: 'x`'.repeat(80), understood: ['create'], suggestions: [] }).split('\n')).toEqual([
            ENGLISH.unclear(`\`${"x'".repeat(40)}…\``),
            ENGLISH.understood('`/invite create`'),
            ENGLISH.seeHelp('`/invite help`'),
        ]);
    });

    it.each(['ABCDEFGHJKLMNPQR', 'abcdefghjklmnpqr', 'https://chat.example/join#ABCDEFGHJKLMNPQR', '(ABCDEFGHJKLMNPQR)'])(
        'repeats no token, which only its creator may show: %s',
        (typed) => {
            const unclear = { kind: 'unclear', word: typed, understood: ['use', typed] } as const;
            expect(said({ ...unclear, suggestions: [] }).split('\n')).toEqual([
                ENGLISH.unclear('`<link>`'),
                ENGLISH.understood('`/invite use <link>`'),
                ENGLISH.seeHelp('`/invite help`'),
            ]);
            expect(said({ ...unclear, suggestions: [`use ${typed}`] }).split('\n')).toEqual([
                ENGLISH.unclear('`<link>`'),
                ENGLISH.didYouMean('`/invite use <link>`'),
            ]);
        },
    );
});

describe('a list', () => {
    const listed = (differently: Partial<InviteSummary> = {}): InviteSummary => ({
        invite: world.invite({ id: 'id' }),
        usage: { uses: 0 },
        room,
        creator: 'anne',
        mayRevoke: false,
        suspension: undefined,
        ...differently,
    });
    const listing = (differently: Partial<InvitePage>): string =>
        said({ kind: 'listed', room, page: [], number: 1, isComplete: true, live: 0, ended: 0, ...differently });

    it('that is empty says so', () => {
        expect(listing({})).toBe(ENGLISH.noneOfRoom('reading', '`/invite create 7 days`'));
        expect(listing({ isComplete: false })).toBe(ENGLISH.noneOfOwn);
        expect(listing({ room: undefined, ended: 2 })).toBe(`${ENGLISH.noneOfAll}\n${ENGLISH.ended(2)}`);
    });

    it('says how to see more, for as long as there is more', () => {
        const page = Array.from({ length: 20 }, () => listed());
        expect(listing({ page, number: 2, live: 41 })).toContain(ENGLISH.seeMore('21–40', 41, '`/invite list 3`'));
        expect(listing({ room: undefined, page, live: 21 })).toContain(ENGLISH.seeMore('1–20', 21, '`/invite list all 2`'));
        expect(listing({ page, live: 20 })).not.toContain('`/invite list');
    });

    it('says until when, how many, whose, where to, and why not', () => {
        const gone = listed({ invite: world.invite({ validFor: 0, maxUses: 3 }), creator: undefined, suspension: 'creator-gone', room: undefined });
        const text = listing({ room: undefined, page: [gone], live: 1 });
        for (const part of [ENGLISH.endsNever, '0/3', ENGLISH.by(ENGLISH.somebodyGone), ENGLISH.to('?'), ENGLISH.suspended['creator-gone']]) {
            expect(text).toContain(part);
        }
        expect(listing({ page: [listed()], live: 1 })).toContain('used 0 times, no limit');
    });
});

describe('a refusal', () => {
    it.each<[string, ErrorCode, ErrorDetails]>([
        [ENGLISH.neverNotAllowed('`/invite create 7 days`'), 'invalid-number-of-days', { reason: 'never-not-allowed' }],
        [ENGLISH.mostDays(9, '`/invite create 9 days`'), 'invalid-number-of-days', { reason: 'over-ceiling', ceiling: 9 }],
        [ENGLISH.badDays, 'invalid-number-of-days', {}],
        [ENGLISH.mostUses(9, '`/invite create 9 people`'), 'invalid-number-of-uses', { reason: 'over-ceiling', ceiling: 9 }],
        [ENGLISH.badUses, 'invalid-number-of-uses', {}],
        [ENGLISH.refused['error-user-is-banned']({}), 'error-user-is-banned', {}],
    ])('says: %s', (text, code, details) => expect(refused(code, details)).toBe(text));

    it('keeps what else was typed in what it says to type', () => {
        const typed = { kind: 'create', validity: { count: 30, unit: 'week' }, maxUses: 5, room: 'reading' } as const;
        const say = (code: ErrorCode, details: ErrorDetails): unknown => renderRefusal(new InviteError(code, details), wording, [], typed)[0]?.text;
        expect(say('invalid-number-of-days', { reason: 'over-ceiling', ceiling: 9 })).toBe(
            ENGLISH.mostDays(9, '`/invite create 9 days 5 people #reading`'),
        );
        expect(say('invalid-number-of-uses', { reason: 'over-ceiling', ceiling: 3 })).toBe(
            ENGLISH.mostUses(3, '`/invite create 30 weeks 3 people #reading`'),
        );
        expect(refused('not_authorized', { reason: 'all-rooms' })).toBe(ENGLISH.onlyAdministrators('`/invite list`'));
    });

    it('says whom to ask', () => {
        expect(refused('not_authorized', {}, ['anne', 'bob'])).toContain(ENGLISH.askOwners('@anne, @bob'));
        expect(refused('error-membership-unverified')).toContain(ENGLISH.askAnOwner);
    });
});

describe('a room’s name', () => {
    it.each<[Partial<Room> | undefined, string, string]>([
        [{ fname: 'Reading circle', name: 'reading' }, 'Reading circle', 'Reading circle'],
        [{ name: 'reading' }, 'reading', 'reading'],
        [{ name: '*a* [b](https://c)' }, 'a   b  https c', '*a* [b](https://c)'],
        [{ name: 'a\u202eb\n c' }, 'ab c', 'ab c'],
        [{ name: '***' }, '?', '***'],
        [{ name: undefined }, '?', '?'],
    ])('%j is told as %j, and as %j where no markup is read', (differently, name, plain) => {
        const named = { ...room, ...differently };
        expect(nameOf(named)).toBe(name);
        expect(plainNameOf(named)).toBe(plain);
    });

    it('of no room is a question mark', () => expect(nameOf(undefined)).toBe('?'));
});
