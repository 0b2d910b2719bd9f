import { Query } from 'mingo';
import type { AnyObject } from 'mingo/types';
import { update as applyUpdate } from 'mingo/updater';

export interface Document {
    _id: string;
}

/** A query and an update in MongoDB's language; mingo reads both. */
export type Filter = Record<string, unknown>;
export type Update = Parameters<typeof applyUpdate>[1];

/** Where a collection's changes are kept beyond this process; see journal.mts. */
export interface Changes {
    put(collection: string, document: Document): Promise<void>;
    remove(collection: string, id: string): Promise<void>;
}

/**
 * A collection of documents, as a MongoDB collection behaves towards one client: every operation on one document is atomic, nothing else is,
 * documents are copied on their way in and out, and an answer comes only after the change is kept.
 */
export class Collection<T extends Document> {
    private readonly documents = new Map<string, T>();

    constructor(
        readonly name: string,
        private readonly changes: Changes,
        private readonly uniqueKey?: (document: T) => string,
    ) {}

    /** Puts back what an earlier run kept. */
    restore(document: T): void {
        this.documents.set(document._id, document);
    }

    /** Rejects when the id, or the collection's unique key, is taken: MongoDB's E11000. */
    async insertOne(document: T): Promise<void> {
        const clash =
            this.documents.has(document._id) || (this.uniqueKey && this.first({}, (other) => this.uniqueKey!(other) === this.uniqueKey!(document)));
        if (clash) {
            throw new Error(`E11000 duplicate key error collection: ${this.name}`);
        }
        await this.keep(structuredClone(document));
    }

    async find(filter: Filter = {}): Promise<T[]> {
        const query = new Query(filter);
        return [...this.documents.values()].filter((document) => query.test(document as AnyObject)).map((document) => structuredClone(document));
    }

    async findOne(filter: Filter): Promise<T | undefined> {
        const found = this.first(filter);
        return found && structuredClone(found);
    }

    async count(filter: Filter = {}): Promise<number> {
        return (await this.find(filter)).length;
    }

    /** Answers how many documents matched: 0 or 1. */
    async updateOne(filter: Filter, change: Update): Promise<number> {
        const found = this.first(filter);
        if (!found) {
            return 0;
        }
        const changed = structuredClone(found);
        applyUpdate(changed as AnyObject, change);
        await this.keep(changed);
        return 1;
    }

    async updateMany(filter: Filter, change: Update): Promise<number> {
        const matching = await this.find(filter);
        for (const { _id } of matching) {
            await this.updateOne({ _id }, change);
        }
        return matching.length;
    }

    /** Answers how many documents went: 0 or 1. */
    async deleteOne(filter: Filter): Promise<number> {
        const found = this.first(filter);
        if (!found) {
            return 0;
        }
        this.documents.delete(found._id);
        await this.changes.remove(this.name, found._id);
        return 1;
    }

    async deleteMany(filter: Filter): Promise<number> {
        const matching = await this.find(filter);
        for (const { _id } of matching) {
            await this.deleteOne({ _id });
        }
        return matching.length;
    }

    private first(filter: Filter, also: (document: T) => boolean = () => true): T | undefined {
        const query = new Query(filter);
        for (const document of this.documents.values()) {
            if (query.test(document as AnyObject) && also(document)) {
                return document;
            }
        }
        return undefined;
    }

    private async keep(document: T): Promise<void> {
        this.documents.set(document._id, document);
        await this.changes.put(this.name, document);
    }
}
