import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { Database } from '../store/database.mts';

let folder: string;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('stores inserts, updates and deletions over a restart, with dates as dates', async () => {
    const first = await Database.open(folder);
    await first.settings.insertOne({ _id: 'kept', value: { at: new Date(7) } });
    await first.settings.insertOne({ _id: 'changed', value: 1 });
    await first.settings.insertOne({ _id: 'removed', value: 1 });
    await first.settings.updateOne({ _id: 'changed' }, { $set: { value: 2 } });
    await first.settings.deleteOne({ _id: 'removed' });
    await first.close();

    const second = await Database.open(folder);
    expect(await second.settings.find()).toEqual([
        { _id: 'changed', value: 2 },
        { _id: 'kept', value: { at: new Date(7) } },
    ]);
    await second.close();
});

it('loses no confirmed write if the process is killed at any moment', async () => {
    for (let round = 0; round < 5; round++) {
        const writer = fork(fileURLToPath(new URL('./writer.mts', import.meta.url)), [folder, String(round)], { execArgv: ['--import', 'tsx'] });
        const confirmed: string[] = [];
        await new Promise<void>((resolve) => {
            writer.on('message', (id: string) => {
                confirmed.push(id);
                if (confirmed.length === 20 + round * 7) {
                    writer.kill('SIGKILL');
                }
            });
            writer.on('exit', () => resolve());
        });
        const database = await Database.open(folder);
        const kept = new Set((await database.settings.find()).map(({ _id }) => _id));
        await database.close();
        expect(confirmed.length).toBeGreaterThanOrEqual(20);
        expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
    }
});
