import { expect, it } from '@jest/globals';

import { isDataNewer, noteDataVersion } from '../../src/rocketchat/storage/dataVersion.ts';
import { Records } from '../../src/rocketchat/storage/records.ts';

/** Returns a reader that finds these records. */
const finding = (found: unknown): never => ({ readByAssociations: async () => found }) as never;

it.each([
    [[], false],
    [[{ version: 2 }], false],
    [[{ version: 2 }, { version: 3 }], true],
    [[null, {}, { version: '9' }], false],
])('the data with the marks %j is newer: %j', async (found, isNewer) => {
    expect(await isDataNewer(finding(found))).toBe(isNewer);
});

it('without the permission, the data version counts as unread', async () => {
    await expect(isDataNewer(finding(undefined))).rejects.toThrow('The records could not be read');
});

it.each([
    [[], 1],
    [[{ version: 1 }], 1],
    [[{ version: 'unreadable' }], 1],
    [[{ version: 2 }], 0],
    [[{ version: 3 }], 0],
])('beside the marks %j, writes %j', async (found, count) => {
    const written: unknown[] = [];
    const writer = { updateByAssociations: async (_labels: unknown, data: unknown) => void written.push(data) };
    await noteDataVersion(new Records(finding(found), writer as never, () => undefined));
    expect(written).toEqual(Array.from({ length: count }, () => ({ kind: 'data-version', version: 2 })));
});
