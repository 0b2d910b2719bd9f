import { describe, expect, it } from '@jest/globals';

import { createView, readForm, type CreateViewModel } from '../../src/chat/modal/createView.ts';
import { ENGLISH } from '../../src/chat/languages/en.ts';
import { World } from '../domain/world.mts';

const { room, ceilings } = new World();
const { form } = ENGLISH;
const NO_DURATION = form.noDuration('7 days');
const NO_USES = form.noUses(10, 'unlimited');

/** The dialogue as text, of which each test looks at what it is about. */
function shown(differently: Partial<CreateViewModel> = {}): string {
    const interaction: CreateViewModel = {
        rooms: [room],
        here: room,
        note: undefined,
        validity: { count: 7, unit: 'day' },
        maxUses: 0,
        limits: ceilings,
        ...differently,
    };
    return JSON.stringify(createView(interaction, ENGLISH, 'app'));
}

describe('the dialogue', () => {
    it.each([
        ['90 minutes', { count: 90, unit: 'minute' }],
        ['12 hours', { count: 12, unit: 'hour' }],
        ['7 days', { count: 7, unit: 'day' }],
        ['2 weeks', { count: 2, unit: 'week' }],
        ['never', { count: 0, unit: 'day' }],
    ] as const)('begins with the default: %s', (text, validity) => expect(shown({ validity })).toContain(`"initialValue":"${text}"`));

    it('begins with nothing that it would refuse', () => {
        const limits = { ...ceilings, maxDays: 3, maxUses: 5 };
        for (const text of [shown({ limits }), shown({ limits, validity: { count: 0, unit: 'day' }, maxUses: 9 })]) {
            expect(text).toContain('"initialValue":"3 days"');
            expect(text).toContain('"initialValue":"5"');
            expect(text).toContain(form.mostDays(3));
            expect(text).toContain(form.mostUses(5));
            expect(text).not.toMatch(/never|unlimited/);
        }
        expect(shown()).toContain(form.durationHint('90 minutes, 12 hours, 7 days, 2 weeks or never'));
        expect(shown()).toContain(form.usesHint(10, 'unlimited'));
        expect(shown({ limits, validity: { count: 2, unit: 'day' }, maxUses: 4 })).toMatch(/"2 days".*"4"/);
        const neverExpiring = false;
        const forEver = { validity: { count: 0, unit: 'day' }, limits: { ...ceilings, neverExpiring } } as const;
        expect(shown(forEver)).toContain('"initialValue":"7 days"');
        expect(shown(forEver)).not.toContain('never');
    });

    it('says so where there is no room to invite to, and offers the list of the room where one is', () => {
        expect(shown({ rooms: [], here: undefined, note: 'A note' })).toMatch(new RegExp(`A note.*${form.noRoom}`));
        expect(shown()).toContain('form-list');
        expect(shown({ here: undefined })).not.toContain('form-list');
    });
});

describe('what was filled in', () => {
    const filled = (duration: string, uses: string): unknown => ({ state: { room: { room: 'room' }, duration: { duration }, uses: { uses } } });

    it.each([
        ['7 days', '3', { count: 7, unit: 'day' }, 3],
        [' 90 Minuten. ', 'x3', { count: 90, unit: 'minute' }, 3],
        ['２週', '', undefined, undefined],
        ['２ weeks', '１０', { count: 2, unit: 'week' }, 10],
        ['never', 'Unlimited', { count: 0, unit: 'day' }, 0],
        ['7', 'once', undefined, undefined],
        ['', '0', undefined, undefined],
    ])('%j and %j', (duration, uses, validity, maxUses) => {
        const expected = validity ? { rid: 'room', validity, maxUses } : { duration: NO_DURATION, uses: NO_USES };
        expect(readForm(filled(duration, uses), ENGLISH)).toEqual(expected);
    });

    it('may be in the blocks alone, where nobody touched what was there', () => {
        const blocks = [null, { blockId: 'duration', element: { initialValue: ' 7 days ' } }, { blockId: 'uses', element: null }];
        expect(readForm({ blocks, state: { room: { room: ' room ' }, uses: { uses: '3' } } }, ENGLISH)).toEqual({
            rid: 'room',
            validity: { count: 7, unit: 'day' },
            maxUses: 3,
        });
    });

    it('is not what was there, once somebody emptied it', () => {
        const blocks = ['room', 'duration', 'uses'].map((blockId) => ({ blockId, element: { initialValue: '7 days' } }));
        const state = { room: { room: '' }, duration: { duration: '' }, uses: { uses: 7 } };
        expect(readForm({ blocks, state }, ENGLISH)).toEqual({ room: form.whichRoom, duration: NO_DURATION, uses: NO_USES });
    });

    it.each([
        undefined,
        null,
        'text',
        {},
        { state: null, blocks: 'text' },
        { state: 'text' },
        { state: { room: null }, blocks: [{ blockId: 'room' }] },
    ])('is nothing, where a client sends %j', (view) =>
        expect(readForm(view, ENGLISH)).toEqual({ room: form.whichRoom, duration: NO_DURATION, uses: NO_USES }),
    );
});
