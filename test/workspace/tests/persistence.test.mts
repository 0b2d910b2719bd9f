import { beforeEach, expect, it } from '@jest/globals';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata/index.js';

import { Persistence } from '../engine/bridges/persistence.mts';
import { Database } from '../store/database.mts';

/** The bridge's methods are protected: the engine reaches them through its permission checks. */
type Open = Record<
    'createWithAssociations' | 'readByAssociations' | 'updateByAssociations' | 'removeByAssociations' | 'update',
    (...args: any[]) => Promise<any>
>;

const APP = 'an-app';
const label = (id: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id);
let bridge: Open;

beforeEach(async () => {
    bridge = new Persistence(await Database.open()) as unknown as Open;
});

it('reads the app’s records that have all the given associations, in any order', async () => {
    await bridge.createWithAssociations({ n: 1 }, [label('a'), label('b')], APP);
    await bridge.createWithAssociations({ n: 2 }, [label('a')], APP);
    await bridge.createWithAssociations({ n: 3 }, [label('a'), label('b')], 'another-app');
    expect(await bridge.readByAssociations([label('b'), label('a')], APP)).toEqual([{ n: 1 }]);
    expect(await bridge.readByAssociations([label('c')], APP)).toEqual([]);
});

it('updates only records with exactly these associations in this order, and replaces their data', async () => {
    await bridge.createWithAssociations({ n: 1, kept: true }, [label('a'), label('b')], APP);
    await bridge.updateByAssociations([label('b'), label('a')], { n: 2 }, false, APP);
    await bridge.updateByAssociations([label('a')], { n: 3 }, false, APP);
    expect(await bridge.readByAssociations([label('a')], APP)).toEqual([{ n: 1, kept: true }]);
    await bridge.updateByAssociations([label('a'), label('b')], { n: 4 }, false, APP);
    expect(await bridge.readByAssociations([label('a')], APP)).toEqual([{ n: 4 }]);
});

it('inserts on an upsert that matches nothing', async () => {
    await bridge.updateByAssociations([label('a')], { n: 1 }, true, APP);
    expect(await bridge.readByAssociations([label('a')], APP)).toEqual([{ n: 1 }]);
});

it('returns the removed data, to two simultaneous calls alike, and undefined if nothing matches', async () => {
    await bridge.createWithAssociations({ n: 1 }, [label('a')], APP);
    expect(await Promise.all([bridge.removeByAssociations([label('a')], APP), bridge.removeByAssociations([label('a')], APP)])).toEqual([
        [{ n: 1 }],
        [{ n: 1 }],
    ]);
    expect(await bridge.removeByAssociations([label('a')], APP)).toBeUndefined();
});

it('has no update by id', async () => {
    await expect(bridge.update('id', {}, false, APP)).rejects.toThrow('Not implemented.');
});
