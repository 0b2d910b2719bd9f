import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { interact } from '../workspace/index.mts';
import { Scene, type Person } from './scene.mts';

/** All people's requests run in one sandbox: what one of them sends must not cost more than its length. How long it takes is the benchmark's. */

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person();
    rid = await scene.room(owner);
});
afterAll(() => scene.close());

describe('what is typed', () => {
    it.each([
        ['commas and a letter', `${','.repeat(60_000)}a`],
        ['brackets and a letter', `${')'.repeat(60_000)}a`],
        ['a thousand and one characters', 'a'.repeat(1001 - 'create '.length)],
        ['very many words', 'a '.repeat(30_000)],
    ])('as %s is refused before it is read, and changes nothing', async (_what, text) => {
        const before = await scene.stored();
        expect(await owner.types(`/invite create ${text}`, rid)).toBe('That is too long, so I did nothing. A command takes at most 1000 characters.');
        expect(await scene.stored()).toBe(before);
    });

    it('is read up to a thousand characters', async () => {
        const text = await owner.types(`/invite ${Array.from({ length: 50 }, (_, index) => `@nobody-${index}`).join(' ')}`, rid);
        expect(text.split('\n')).toHaveLength(50);
    });
});

it.each(['duration', 'uses'])('a field of the dialogue that holds 90,000 accents to put together (%s) is refused as no %s', async (field) => {
    const before = await scene.stored();
    const text = `7${'\u0300\u0323'.repeat(20_000)}`;
    const state = { room: { room: rid }, duration: { duration: '7d' }, uses: { uses: '3' }, [field]: { [field]: text } };
    const { body } = await interact(owner, { type: 'viewSubmit', viewId: 'v', payload: { view: { id: 'v', state } as never } });
    expect(Object.keys(body.errors ?? {})).toEqual([field]);
    expect(await scene.stored()).toBe(before);
});
