import { describe, expect, it } from '@jest/globals';

import { createView, readForm, type CreateViewModel } from '../../src/chat/modal/createView.ts';
import { ENGLISH } from '../../src/i18n/languages/en.ts';
import { World } from '../domain/world.mts';

const { room, ceilings } = new World();
const { modal } = ENGLISH;
const INVALID_DURATION = modal.invalidDuration('7 days');
const INVALID_USES = modal.invalidUses(10, 'unlimited');

/** Returns the view as JSON text. */
function textOf(overrides: Partial<CreateViewModel> = {}): string {
    const model: CreateViewModel = {
        rooms: [room],
        currentRoom: room,
        note: undefined,
        validity: { count: 7, unit: 'day' },
        maxUses: 0,
        limits: ceilings,
        ...overrides,
    };
    return JSON.stringify(createView(model, ENGLISH, 'app'));
}

describe('the view that creates a link', () => {
    it.each([
        ['90 minutes', { count: 90, unit: 'minute' }],
        ['12 hours', { count: 12, unit: 'hour' }],
        ['7 days', { count: 7, unit: 'day' }],
        ['2 weeks', { count: 2, unit: 'week' }],
        ['never', { count: 0, unit: 'day' }],
    ] as const)('starts with the default duration: %s', (text, validity) => expect(textOf({ validity })).toContain(`"initialValue":"${text}"`));

    it('starts with values below the ceilings, and hints at the ceilings', () => {
        const limits = { ...ceilings, maxDays: 3, maxUses: 5 };
        for (const text of [textOf({ limits }), textOf({ limits, validity: { count: 0, unit: 'day' }, maxUses: 9 })]) {
            expect(text).toContain('"initialValue":"3 days"');
            expect(text).toContain('"initialValue":"5"');
            expect(text).toContain(modal.maxDaysHint(3));
            expect(text).toContain(modal.maxUsesHint(5));
            expect(text).not.toMatch(/never|unlimited/);
        }
        expect(textOf()).toContain(modal.durationHint('90 minutes, 12 hours, 7 days, 2 weeks or never'));
        expect(textOf()).toContain(modal.usesHint(10, 'unlimited'));
        expect(textOf({ limits, validity: { count: 2, unit: 'day' }, maxUses: 4 })).toMatch(/"2 days".*"4"/);
        const neverExpiring = false;
        const never = { validity: { count: 0, unit: 'day' }, limits: { ...ceilings, neverExpiring } } as const;
        expect(textOf(never)).toContain('"initialValue":"7 days"');
        expect(textOf(never)).not.toContain('never');
    });

    it('shows a message if the person may not invite to any room, and offers the list of the current room', () => {
        expect(textOf({ rooms: [], currentRoom: undefined, note: 'A note' })).toMatch(new RegExp(`A note.*${modal.noRooms}`));
        expect(textOf()).toContain('form-list');
        expect(textOf({ currentRoom: undefined })).not.toContain('form-list');
    });
});

describe('the submitted form', () => {
    const payload = (duration: string, uses: string): unknown => ({ state: { room: { room: 'room' }, duration: { duration }, uses: { uses } } });

    it.each([
        ['7 days', '3', { count: 7, unit: 'day' }, 3],
        [' 90 Minuten. ', 'x3', { count: 90, unit: 'minute' }, 3],
        ['２週', '', undefined, undefined],
        ['２ weeks', '１０', { count: 2, unit: 'week' }, 10],
        ['never', 'Unlimited', { count: 0, unit: 'day' }, 0],
        ['7', 'once', undefined, undefined],
        ['', '0', undefined, undefined],
    ])('reads the duration %j and the uses %j', (duration, uses, validity, maxUses) => {
        const expected = validity ? { rid: 'room', validity, maxUses } : { duration: INVALID_DURATION, uses: INVALID_USES };
        expect(readForm(payload(duration, uses), ENGLISH)).toEqual(expected);
    });

    it('reads the initial value of an untouched field from its block', () => {
        const blocks = [null, { blockId: 'duration', element: { initialValue: ' 7 days ' } }, { blockId: 'uses', element: null }];
        expect(readForm({ blocks, state: { room: { room: ' room ' }, uses: { uses: '3' } } }, ENGLISH)).toEqual({
            rid: 'room',
            validity: { count: 7, unit: 'day' },
            maxUses: 3,
        });
    });

    it('does not fall back to the initial value of a field that the user emptied', () => {
        const blocks = ['room', 'duration', 'uses'].map((blockId) => ({ blockId, element: { initialValue: '7 days' } }));
        const state = { room: { room: '' }, duration: { duration: '' }, uses: { uses: 7 } };
        expect(readForm({ blocks, state }, ENGLISH)).toEqual({ room: modal.missingRoom, duration: INVALID_DURATION, uses: INVALID_USES });
    });

    it.each([
        undefined,
        null,
        'text',
        {},
        { state: null, blocks: 'text' },
        { state: 'text' },
        { state: { room: null }, blocks: [{ blockId: 'room' }] },
    ])('reports every field as missing for the payload %j', (view) =>
        expect(readForm(view, ENGLISH)).toEqual({ room: modal.missingRoom, duration: INVALID_DURATION, uses: INVALID_USES }),
    );
});
