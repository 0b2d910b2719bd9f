/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';

import type { Invite } from '../../src/web/console/entities.mts';
import { changedBetween, changesTo, fieldsOf, formOf, problemWith, rebased } from '../../src/web/console/inviteForm.mts';
import { addressOfRoute, addressWithParams, offsetOf, parseRoute } from '../../src/web/console/route.mts';
import { INVITE as UNUSED } from './invite.mts';

const INVITE: Invite = { ...UNUSED, maxUses: 5, uses: 2, expires: '2026-06-08T12:00:00.000Z', rooms: [] };

describe('an address behind #', () => {
    it.each([
        ['', { name: 'links', id: '', params: {} }],
        ['#links?state=active&text=a%26b', { name: 'links', id: '', params: { state: 'active', text: 'a&b' } }],
        ['#link/i1?offset=25', { name: 'link', id: 'i1', params: { offset: '25' } }],
        ['#link/%', { name: 'link', id: '%', params: {} }],
        ['#?text=a?b', { name: 'links', id: '', params: { text: 'a?b' } }],
    ])('%j names a view', (hash, route) => {
        expect(parseRoute(hash)).toEqual(route);
    });

    it('is made again from what it names', () => {
        for (const hash of ['#links', '#links?text=a%26b', '#link/a%2Fb?offset=25&outcome=joined']) {
            expect(addressOfRoute(parseRoute(hash))).toBe(hash);
        }
    });

    it('begins at the first page after another choice, and leaves out what is empty', () => {
        const route = parseRoute('#links?offset=50&state=active');
        expect(addressWithParams(route, { state: '' })).toBe('#links');
        expect(addressWithParams(route, { offset: '75' })).toBe('#links?offset=75&state=active');
        expect(['25', '', 'x', '-1', '1e3'].map((offset) => offsetOf({ ...route, params: { offset } }))).toEqual([25, 0, 0, 0, 0]);
    });
});

describe('the form of an invite', () => {
    it('changes nothing as long as nobody typed', () => {
        expect(changesTo(INVITE, formOf(INVITE))).toEqual({});
        expect(changesTo({ ...INVITE, maxUses: 0, label: null }, formOf({ ...INVITE, maxUses: 0, label: null }))).toEqual({});
    });

    it('sends only what was changed; an empty field clears', () => {
        const form = formOf(INVITE);
        expect(changesTo(INVITE, { ...form, label: ' ' })).toEqual({ label: null });
        expect(changesTo(INVITE, { ...form, maxUses: { choice: 'any', count: '5' } })).toEqual({ maxUses: null });
        expect(changesTo(INVITE, { ...form, expiry: { choice: 'never', date: '' } })).toEqual({ expires: null });
        expect(changesTo(INVITE, { ...form, expiry: { choice: '7d', date: '' }, approval: true })).toEqual({ expires: '7d', approval: true });
    });

    it('reads a date in the visitor’s own time', () => {
        const date = '2026-12-01T18:00';
        expect(fieldsOf({ ...formOf(INVITE), expiry: { choice: 'date', date } }).expires).toBe(new Date(2026, 11, 1, 18).toISOString());
    });

    it.each(['', '0', '-1', '1.5', 'many', '1e3', '12345678901'])('does not accept %s as a number of uses', (maxUses) => {
        expect(problemWith({ ...formOf(INVITE), maxUses: { choice: 'number', count: maxUses } })).toEqual({ code: 'invalid-number-of-uses' });
    });

    it('accepts a number of uses, and none', () => {
        const problems = [' 12 ', '7'].map((count) => problemWith({ ...formOf(INVITE), maxUses: { choice: 'number', count } }));
        expect([...problems, problemWith({ ...formOf(INVITE), maxUses: { choice: 'any', count: 'x' } })]).toEqual([undefined, undefined, undefined]);
        expect(problemWith({ ...formOf(INVITE), expiry: { choice: 'date', date: '' } })).toEqual({ code: 'missing-date' });
    });

    it('leaves an audience alone that contains nobody any more, and does not accept a new one of this kind', () => {
        const deserted: Invite = { ...INVITE, audience: { usernames: [] } };
        const form = { ...formOf(deserted), label: 'New' };
        expect(problemWith(form, formOf(deserted))).toBeUndefined();
        expect(changesTo(deserted, form)).toEqual({ label: 'New' });
        expect(problemWith(form)).toEqual({ code: 'missing-audience' });
        expect(problemWith(form, formOf(INVITE))).toEqual({ code: 'missing-audience' });
    });

    it('keeps what was typed and takes the rest from an invite that another person changed', () => {
        const present: Invite = { ...INVITE, label: 'Theirs', maxUses: 9, uses: 3 };
        expect(changedBetween(INVITE, present)).toEqual(['label', 'maxUses']);
        expect(changedBetween(INVITE, { ...INVITE, uses: 4 })).toEqual([]);
        const form = rebased({ ...formOf(INVITE), label: 'Mine' }, INVITE, present);
        expect(form).toEqual({ ...formOf(present), label: 'Mine' });
        expect(changesTo(present, form)).toEqual({ label: 'Mine' });
    });
});
