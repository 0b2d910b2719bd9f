import { describe, expect, it } from '@jest/globals';

import type { Note } from '../../src/chat/modal/blocks.ts';
import { listView } from '../../src/chat/modal/listView.ts';
import { listPage } from '../../src/domain/useCases/listPage.ts';
import type { Room } from '../../src/domain/ports.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { World } from '../domain/world.mts';

const { modal } = ENGLISH;

/** Returns the rows of Anne's list, each with the label and the action of its button, and the refusals above it. */
async function shown(world: World, note?: Note): Promise<{ rows: unknown[]; refusals: string[] }> {
    const invitePage = await listPage(world, world.anne, { rid: 'room' }, 1);
    const context = { messages: ENGLISH, now: world.now, utcOffset: 0, commandName: 'invite' };
    const blocks = JSON.parse(JSON.stringify(listView({ invitePage, consoleUrl: 'https://chat.example' }, 'room', note, context, 'app').blocks));
    return {
        rows: blocks
            .filter(({ type, text }: any) => type === 'section' && /^\d+\./.test(text.text))
            .map(({ text, accessory }: any) => ({ text: text.text, button: [accessory.text.text, accessory.actionId] })),
        refusals: blocks.filter(({ type }: any) => type === 'callout').map(({ text }: any) => text.text),
    };
}

const ofBob = { userId: 'bob-id' };

describe('a row of the list of links', () => {
    it('offers to manage a link to the room', async () => {
        const world = new World();
        world.invite(ofBob);
        expect((await shown(world)).rows).toEqual([{ text: expect.any(String), button: [modal.manageNumber(1), 'form-show'] }]);
    });

    it('offers only to revoke a link that opens a room which the reader does not manage, and names its other rooms', async () => {
        const world = new World();
        const other: Room = { ...world.room, id: 'other', name: 'writing', type: 'c' };
        world.known.push(other);
        world.statuses.set('other:anne-id', 'member');
        const { mayCreate } = world.permissions;
        Object.assign(world.permissions, { mayCreate: async (person: never, rid: string) => rid === 'room' && mayCreate(person, rid) });
        world.invite({ ...ofBob, moreRooms: ['other'] });
        expect((await shown(world)).rows).toEqual([
            { text: expect.stringContaining('writing'), button: [ENGLISH.revokeNumber(1), 'form-ask-revoke'] },
        ]);
    });
});

it('a refusal of the previous step stands out', async () => {
    expect((await shown(new World(), { text: 'Not revoked', isRefusal: true })).refusals).toEqual(['Not revoked']);
    expect((await shown(new World(), { text: 'Revoked', isRefusal: false })).refusals).toEqual([]);
});
