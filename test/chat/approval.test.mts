import { expect, it } from '@jest/globals';

import { APPROVE, DENY, REQUESTS, renderAsked, renderDecided } from '../../src/chat/commands/requests.ts';
import { LANGUAGES } from '../../src/i18n/findLanguage.ts';
import { World } from '../domain/world.mts';

/** Replies about requests to join, in each language. */

const world = new World();
const request = { id: 'r', inviteId: 'i', rid: 'room', moreRooms: [], personId: 'bob-id', at: 0, until: 1, state: 'pending' as const };

it.each(LANGUAGES.map((messages) => [messages.tag, messages] as const))('in %s name the link only if it has a label', (_tag, messages) => {
    const context = { messages, now: 0, utcOffset: 0, commandName: 'invite' };
    const shown = { request, invite: world.invite(), person: world.bob, rooms: [world.room] };
    const text = (label: string | null): string => renderAsked({ ...shown, invite: world.invite({ label }) }, context)[0]!.text;
    expect(text('Fair')).toContain('Fair');
    expect(text(null).length).toBeLessThan(text('Fair').length);
    const decided = (state: 'approved' | 'denied'): string => renderDecided({ ...shown, request: { ...request, state } }, context)[0]!.text;
    expect(decided('approved')).not.toBe(decided('denied'));
    expect(messages.approval.waiting(1, 'x')).not.toBe(messages.approval.waiting(2, 'x').replace('2', '1'));
    const page = (total: number, count: number, number: number): string[] =>
        REQUESTS.render({ page: number, found: { items: Array.from({ length: count }, () => shown), total } }, context).map((block) => block.text);
    expect(page(0, 0, 1)).toEqual([messages.approval.emptyList]);
    expect(page(30, 0, 9)).not.toEqual([messages.approval.emptyList]);
    expect(page(30, 2, 1).join()).toContain('requests 2');
    for (const subcommand of [APPROVE, DENY]) {
        expect(subcommand.renderMissing!(context)[0]!.text).toContain(`${subcommand.name} <id>`);
    }
    expect(REQUESTS.parse(['requests', 'x'], 0).kind).toBe('parse-error');
    expect(REQUESTS.parse(['requests', '1', '2'], 0).kind).toBe('parse-error');
    expect(REQUESTS.parse(['requests'], 0)).toEqual({ kind: 'parsed', args: { page: 1 } });
});
