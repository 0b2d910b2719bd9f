import { describe, expect, it } from '@jest/globals';

import type { InvitePage } from '../../src/domain/useCases/listPage.ts';
import type { InviteSummary } from '../../src/domain/useCases/summarize.ts';
import type { RefusalFacts } from '../../src/i18n/refusalMessages.ts';
import { formatShortMoment } from '../../src/i18n/dates.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { ADD } from '../../src/chat/commands/add.ts';
import { CREATE } from '../../src/chat/commands/create.ts';
import { LIST, type ListResult } from '../../src/chat/commands/list.ts';
import { REVOKE } from '../../src/chat/commands/revoke.ts';
import { USE } from '../../src/chat/commands/use.ts';
import { nameOf, plainNameOf } from '../../src/chat/names.ts';
import { renderRefusal } from '../../src/chat/renderRefusal.ts';
import { toPlainText, type RenderContext } from '../../src/chat/reply.ts';
import { renderUnclear, type Unclear } from '../../src/chat/unclear.ts';
import { InviteError, type ErrorCode, type ErrorDetails } from '../../src/domain/model/errors.ts';
import type { Room } from '../../src/domain/ports.ts';
import { World } from '../domain/world.mts';

const world = new World();
const context: RenderContext = { messages: ENGLISH, now: world.now, utcOffset: 0, commandName: 'invite' };
const { room } = world;

const facts = (some: Partial<RefusalFacts> = {}): RefusalFacts => ({ ceiling: 0, uses: 0, minutes: 1, name: '', example: '', ...some });

const refusalText = (code: ErrorCode, details: ErrorDetails = {}, owners: string[] = []): string =>
    toPlainText(renderRefusal(new InviteError(code, details), context, owners));

describe('a result', () => {
    const linesOf = (unclear: Unclear): string[] => toPlainText(renderUnclear(unclear, unclear.suggestions[0] ?? [], context)).split('\n');

    it('lists each added person with the result', () => {
        const people = (['added', 'unknown', 'already-here', 'not-added'] as const).map((outcome) => ({ username: `\`${outcome}\``, outcome }));
        expect(toPlainText(ADD.render(people, context)).split('\n')).toEqual([
            ENGLISH.added("'added'"),
            ENGLISH.unknownUser("'unknown'"),
            ENGLISH.alreadyHere("'already-here'"),
            ENGLISH.notAdded("'not-added'"),
        ]);
    });

    it('asks for a missing link', () => {
        expect(toPlainText(USE.renderMissing!(context))).toBe(ENGLISH.missingLinkToUse('`/invite use <link>`'));
        expect(toPlainText(REVOKE.renderMissing!(context))).toBe(ENGLISH.missingLink('`/invite revoke <link>`'));
    });

    it('names the unclear word and the understood words, and refers to the help without suggestions', () => {
        expect(linesOf({ word: 'x`'.repeat(80), understood: ['create', '7d'], suggestions: [] })).toEqual([
            ENGLISH.unclear(`\`${"x'".repeat(40)}…\``),
            ENGLISH.understood('`/invite create 7d`'),
            ENGLISH.seeHelp('`/invite help create`'),
        ]);
    });

    it.each(['ABCDEFGHJKLMNPQR', 'abcdefghjklmnpqr', 'https://chat.example/join#ABCDEFGHJKLMNPQR', '(ABCDEFGHJKLMNPQR)'])(
        'never repeats a token: %s',
        (typed) => {
            const unclear = { word: typed, understood: ['use', typed] };
            expect(linesOf({ ...unclear, suggestions: [] })).toEqual([
                ENGLISH.unclear('`<link>`'),
                ENGLISH.understood('`/invite use <link>`'),
                ENGLISH.seeHelp('`/invite help use`'),
            ]);
            expect(linesOf({ ...unclear, suggestions: [[`use ${typed}`]] })).toEqual([
                ENGLISH.unclear('`<link>`'),
                ENGLISH.didYouMean('`/invite use <link>`'),
            ]);
        },
    );
});

describe('a list', () => {
    const summary = (overrides: Partial<InviteSummary> = {}): InviteSummary => ({
        invite: world.invite({ id: 'id' }),
        usage: { uses: 0 },
        rooms: [room],
        creator: world.anne,
        state: 'active',
        mayEdit: false,
        requests: 0,
        audience: null,
        isOwn: false,
        mayRevoke: false,
        suspension: undefined,
        ...overrides,
    });
    const listText = (overrides: Partial<InvitePage>, args: Partial<ListResult> = {}): string => {
        const invitePage = { room, summaries: [], number: 1, isComplete: true, total: 0, others: 0, ...overrides };
        return toPlainText(LIST.render({ where: 'here', ended: false, ...args, invitePage }, context));
    };

    it('has a message if it is empty', () => {
        expect(listText({})).toBe(ENGLISH.emptyRoomList('reading', '`/invite create 7 days`'));
        expect(listText({ isComplete: false })).toBe(ENGLISH.emptyOwnList);
        expect(listText({ others: 2 }, { where: 'all' })).toBe(`${ENGLISH.emptyWorkspaceList}\n${ENGLISH.ended(2, '`/invite list all expired`')}`);
        expect(listText({}, { where: 'mine' })).toBe(ENGLISH.emptyMineList);
        expect(listText({ others: 2 }, { ended: true })).toBe(ENGLISH.emptyEndedList);
    });

    it('shows the command for the next page, if there is one', () => {
        const summaries = Array.from({ length: 20 }, () => summary());
        expect(listText({ summaries, number: 2, total: 41 })).toContain(ENGLISH.seeMore('21–40', 41, '`/invite list 3`'));
        expect(listText({ summaries, total: 21 }, { where: 'all' })).toContain(ENGLISH.seeMore('1–20', 21, '`/invite list all 2`'));
        expect(listText({ summaries, total: 21 }, { room: 'reading', ended: true })).toContain(
            ENGLISH.seeMore('1–20', 21, '`/invite list #reading expired 2`'),
        );
        expect(listText({ summaries, total: 20 })).not.toContain('`/invite list');
    });

    it('shows the expiry, uses, creator, room and suspension of an invite', () => {
        const orphan = summary({
            invite: world.invite({ validFor: 0, maxUses: 3 }),
            creator: undefined,
            suspension: 'creator-gone',
            state: 'suspended',
            rooms: [],
        });
        const text = listText({ summaries: [orphan], total: 1 }, { where: 'all' });
        for (const part of [
            ENGLISH.listNeverExpires,
            '0/3',
            ENGLISH.createdBy(ENGLISH.deletedUser),
            ENGLISH.forRoom('?'),
            ENGLISH.suspended['creator-gone'],
        ]) {
            expect(text).toContain(part);
        }
        expect(listText({ summaries: [summary()], total: 1 })).toContain('used 0 times, no limit');
        const invite = { ...world.invite({ validFor: 1000 }), label: '@all *Spring*' };
        const paused = listText({ summaries: [summary({ invite, state: 'paused' })], total: 1 });
        expect(paused).toContain('1. *all  Spring*, expires in');
        expect(paused).toContain(`, ${ENGLISH.listPaused}`);
        const moment = formatShortMoment(invite.expires!, context);
        expect(listText({ summaries: [summary({ invite, state: 'expired' })], total: 1 })).toContain(ENGLISH.listExpired(moment));
    });
});

describe('a refusal', () => {
    it.each<[string, ErrorCode, ErrorDetails]>([
        [
            ENGLISH.refusals['never-not-allowed'](facts({ example: '`/invite create 7 days`' })),
            'invalid-number-of-days',
            { reason: 'never-not-allowed' },
        ],
        [
            ENGLISH.refusals['validity-too-long'](facts({ ceiling: 9, example: '`/invite create 9 days`' })),
            'invalid-number-of-days',
            { reason: 'over-ceiling', ceiling: 9 },
        ],
        [ENGLISH.refusals['invalid-end'](facts()), 'invalid-number-of-days', {}],
        [
            ENGLISH.refusals['too-many-uses'](facts({ ceiling: 9, example: '`/invite create 9 people`' })),
            'invalid-number-of-uses',
            { reason: 'over-ceiling', ceiling: 9 },
        ],
        [ENGLISH.refusals['invalid-uses'](facts()), 'invalid-number-of-uses', {}],
        [ENGLISH.refusals.banned(facts()), 'error-user-is-banned', {}],
    ])('reads: %s', (text, code, details) => expect(refusalText(code, details)).toBe(text));

    it('keeps the other options of the command in its example', () => {
        const options = { validity: { count: 30, unit: 'week' }, maxUses: 5, rooms: ['reading'] } as const;
        const withTerms = CREATE.withTerms!(options);
        const firstParagraph = (code: ErrorCode, details: ErrorDetails): unknown =>
            renderRefusal(new InviteError(code, details), context, [], { withTerms })[0]?.text;
        expect(firstParagraph('invalid-number-of-days', { reason: 'over-ceiling', ceiling: 9 })).toBe(
            ENGLISH.refusals['validity-too-long'](facts({ ceiling: 9, example: '`/invite create 9 days 5 people #reading`' })),
        );
        expect(firstParagraph('invalid-number-of-uses', { reason: 'over-ceiling', ceiling: 3 })).toBe(
            ENGLISH.refusals['too-many-uses'](facts({ ceiling: 3, example: '`/invite create 30 weeks 3 people #reading`' })),
        );
        expect(refusalText('not_authorized', { reason: 'all-rooms' })).toBe(
            ENGLISH.refusals['may-not-list-all'](facts({ example: '`/invite list`' })),
        );
    });

    it('names the owners to ask', () => {
        expect(refusalText('not_authorized', {}, ['anne', 'bob'])).toContain(ENGLISH.askOwners('@anne, @bob'));
        expect(refusalText('error-membership-unverified')).toContain(ENGLISH.askAnOwner);
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
    ])('of %j is shown as %j, and as %j without markup', (overrides, name, plain) => {
        const namedRoom = { ...room, ...overrides };
        expect(nameOf(namedRoom)).toBe(name);
        expect(plainNameOf(namedRoom)).toBe(plain);
    });

    it('of an unknown room is a question mark', () => expect(nameOf(undefined)).toBe('?'));
});
