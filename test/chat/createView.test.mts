import { describe, expect, it } from '@jest/globals';

import { createView, readForm, type CreateViewModel } from '../../src/chat/modal/createView.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { World } from '../domain/world.mts';

const { room, ceilings } = new World();
const { modal } = ENGLISH;
const FORM = '0123456789abcdef01234567';
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
        canEmail: false,
        formId: FORM,
        ...overrides,
    };
    return JSON.stringify(createView(model, ENGLISH, 'app'));
}

describe('the view that creates a link', () => {
    it.each([
        ['90m', '90 minutes', { count: 90, unit: 'minute' }],
        ['12h', '12 hours', { count: 12, unit: 'hour' }],
        ['7d', '7 days', { count: 7, unit: 'day' }],
        ['7d', '7 days', { count: 1, unit: 'week' }],
        ['2w', '2 weeks', { count: 2, unit: 'week' }],
        ['never', 'never', { count: 0, unit: 'day' }],
    ] as const)('starts with the default duration: %s', (value, label, validity) => {
        expect(textOf({ validity })).toContain(`"initialValue":"${value}"`);
        expect(textOf({ validity }).split(`{"value":"${value}","text":{"type":"plain_text","text":"${label}"}}`)).toHaveLength(2);
    });

    it('starts with values below the ceilings, offers no others, and hints at the ceilings', () => {
        const limits = { ...ceilings, maxDays: 3, maxUses: 7 };
        for (const text of [textOf({ limits }), textOf({ limits, validity: { count: 0, unit: 'day' }, maxUses: 9 })]) {
            expect(text).toContain('"initialValue":"3d"');
            expect(text).toContain('"initialValue":"7"');
            expect(text).toContain(modal.maxDaysHint(3));
            expect(text).toContain(modal.maxUsesHint(7));
            expect(text).not.toMatch(/never|unlimited|30 days|"25"/);
        }
        expect(textOf()).toContain(modal.durationHint('90 minutes, 12 hours, 7 days or 2 weeks'));
        expect(textOf({ limits, validity: { count: 2, unit: 'day' }, maxUses: 4 })).toMatch(/"2d".*"4"/);
        const neverExpiring = false;
        const never = { validity: { count: 0, unit: 'day' }, limits: { ...ceilings, neverExpiring } } as const;
        expect(textOf(never)).toContain('"initialValue":"7d"');
        expect(textOf(never)).not.toContain('never');
    });

    it('shows a message if the person may not invite to any room, and offers the list of the current room', () => {
        expect(textOf({ rooms: [], currentRoom: undefined, note: 'A note' })).toMatch(new RegExp(`A note.*${modal.noRooms}`));
        expect(textOf()).toContain('form-list');
        expect(textOf({ currentRoom: undefined })).not.toContain('form-list');
    });
});

describe('the submitted form', () => {
    const id = (field: string): string => `${field}-${FORM}`;
    const [ROOM, DURATION, OTHER_DURATION, USES, OTHER_USES] = ['room', 'duration', 'other-duration', 'uses', 'other-uses'].map(id) as [
        string,
        string,
        string,
        string,
        string,
    ];
    /** Returns a payload with the form's blocks and the values by field. */
    const payload = (values: Record<string, unknown>, blocks: unknown[] = [{ blockId: ROOM }]): unknown => ({
        blocks,
        state: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { [field]: value }])),
    });

    it.each([
        ['7 days', '3', { count: 7, unit: 'day' }, 3],
        [' 90 Minuten. ', 'x3', { count: 90, unit: 'minute' }, 3],
        ['２週', '', undefined, undefined],
        ['２ weeks', '１０', { count: 2, unit: 'week' }, 10],
        ['never', 'Unlimited', { count: 0, unit: 'day' }, 0],
        ['7', 'once', undefined, undefined],
        ['', '0', undefined, undefined],
    ])('reads the typed duration %j and the typed uses %j', (duration, uses, validity, maxUses) => {
        const values = { [ROOM]: 'room', [DURATION]: 'other', [OTHER_DURATION]: duration, [USES]: 'other', [OTHER_USES]: uses };
        const errors = { [OTHER_DURATION]: INVALID_DURATION, [OTHER_USES]: INVALID_USES };
        expect(readForm(payload(values), ENGLISH)).toEqual(
            validity ? { rid: 'room', validity, maxUses, approval: false, audience: null } : { errors },
        );
    });

    it.each([
        ['1h', '1', { count: 1, unit: 'hour' }, 1],
        ['30d', '25', { count: 30, unit: 'day' }, 25],
        ['never', 'unlimited', { count: 0, unit: 'day' }, 0],
    ])('reads the chosen duration %j and the chosen uses %j', (duration, uses, validity, maxUses) => {
        expect(readForm(payload({ [ROOM]: 'room', [DURATION]: duration, [USES]: uses }), ENGLISH)).toEqual({
            rid: 'room',
            validity,
            maxUses,
            approval: false,
            audience: null,
        });
    });

    it('takes no text beside another choice, because either may be meant', () => {
        const values = { [ROOM]: 'room', [DURATION]: '7d', [OTHER_DURATION]: '3 days', [USES]: '5', [OTHER_USES]: '6' };
        const ambiguous = modal.chooseOther(modal.other);
        expect(readForm(payload(values), ENGLISH)).toEqual({ errors: { [OTHER_DURATION]: ambiguous, [OTHER_USES]: ambiguous } });
    });

    it('reads the initial value of an untouched field from its block', () => {
        const blocks = [null, { blockId: ROOM }, { blockId: DURATION, element: { initialValue: ' 7d ' } }, { blockId: USES, element: null }];
        expect(readForm(payload({ [ROOM]: ' room ', [USES]: '5' }, blocks), ENGLISH)).toEqual({
            rid: 'room',
            validity: { count: 7, unit: 'day' },
            maxUses: 5,
            approval: false,
            audience: null,
        });
    });

    it('does not fall back to the initial value of a field that the user emptied', () => {
        const blocks = [ROOM, DURATION, USES].map((blockId) => ({ blockId, element: { initialValue: '7d' } }));
        expect(readForm(payload({ [ROOM]: '', [DURATION]: '', [USES]: 7 }, blocks), ENGLISH)).toEqual({
            errors: { [ROOM]: modal.missingRoom, [DURATION]: INVALID_DURATION, [USES]: INVALID_USES },
        });
    });

    it.each([
        undefined,
        null,
        'text',
        {},
        { state: null, blocks: 'text' },
        { state: 'text' },
        { state: { room: null }, blocks: [{ blockId: 'room' }] },
        { state: {}, blocks: [{ blockId: 7 }, { blockId: 'room-' }] },
    ])('reports every field as missing for the payload %j', (view) =>
        expect(readForm(view, ENGLISH)).toEqual({
            errors: { 'room-': modal.missingRoom, 'duration-': INVALID_DURATION, 'uses-': INVALID_USES },
        }),
    );
});
