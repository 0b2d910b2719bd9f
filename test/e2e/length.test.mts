import { describe, expect, it } from '@jest/globals';

import { sendInteraction } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

/** All requests share one sandbox, so no text may cost more than its length. The benchmark measures the time. */

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

describe('what is typed', () => {
    it.each([
        ['commas and a letter', `${','.repeat(60_000)}a`],
        ['brackets and a letter', `${')'.repeat(60_000)}a`],
        ['a thousand and one characters', 'a'.repeat(1001 - 'create '.length)],
        ['very many words', 'a '.repeat(30_000)],
    ])('as %s is refused before it is read, and changes nothing', async (_what, text) => {
        const before = await scene.storeSnapshot();
        expect(await owner.types(`/invite create ${text}`, rid)).toBe('That is too long, so I did nothing. A command takes at most 1000 characters.');
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('is accepted up to a thousand characters', async () => {
        const text = await owner.types(`/invite ${Array.from({ length: 50 }, (_, index) => `@nobody-${index}`).join(' ')}`, rid);
        expect(text.split('\n')).toHaveLength(50);
    });
});

it.each(['duration', 'uses'])('a field of the modal that holds 90,000 accents to put together (%s) is refused as no %s', async (field) => {
    const before = await scene.storeSnapshot();
    const text = `7${'\u0300\u0323'.repeat(20_000)}`;
    const id = (name: string): string => `${name}-${'a'.repeat(24)}`;
    const values = { [id('room')]: rid, [id('duration')]: '7d', [id('uses')]: '3', [id(field)]: 'other', [id(`other-${field}`)]: text };
    const state = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: value }]));
    const { body } = await sendInteraction(owner, {
        type: 'viewSubmit',
        viewId: 'v',
        payload: { view: { id: 'v', state, blocks: Object.keys(values).map((blockId) => ({ blockId })) } as never },
    });
    expect(Object.keys(body.errors ?? {})).toEqual([id(`other-${field}`)]);
    expect(await scene.storeSnapshot()).toBe(before);
});
