import { deserialize, serialize } from 'node:v8';

import { ClassicLevel } from 'classic-level';

import type { Changes, Document } from './collection.mts';
import { copy } from './copy.mts';

/** Stores nothing. The state lives as long as the process. */
export const inMemory: Changes = {
    async put() {},
    async remove() {},
};

/**
 * Stores every change in a LevelDB folder. LevelDB logs each change before it confirms it and drops a half-written tail
 * on open, so a kill at any moment loses no confirmed change.
 */
export class LevelStorage implements Changes {
    private constructor(private readonly level: ClassicLevel<string, Document>) {}

    static async open(folder: string): Promise<LevelStorage> {
        // v8's serialization keeps dates as dates.
        const level = new ClassicLevel<string, Document>(folder, {
            valueEncoding: { name: 'v8', format: 'buffer', encode: serialize, decode: (bytes) => copy(deserialize(bytes)) },
        });
        await level.open();
        return new LevelStorage(level);
    }

    async put(collection: string, document: Document): Promise<void> {
        await this.level.put(key(collection, document._id), document);
    }

    async remove(collection: string, id: string): Promise<void> {
        await this.level.del(key(collection, id));
    }

    /** Yields all stored documents. */
    async *all(): AsyncGenerator<{ collection: string; document: Document }> {
        for await (const [path, document] of this.level.iterator()) {
            yield { collection: path.slice(0, path.indexOf('!')), document };
        }
    }

    async close(): Promise<void> {
        await this.level.close();
    }
}

function key(collection: string, id: string): string {
    return `${collection}!${id}`;
}
