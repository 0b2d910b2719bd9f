import { Context } from 'mingo/core';
import * as queryOperators from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { AnyObject } from 'mingo/types';
import { update as applyUpdate } from 'mingo/updater';

import { copy } from './copy.mts';

/** All that a filter may contain. The rest of mingo, such as aggregations, takes long to load. */
const OPERATORS = Context.init({ query: queryOperators });

export interface Document {
    _id: string;
}

/** A query and an update in MongoDB's language, which mingo evaluates. */
export type Filter = Record<string, unknown>;
export type Update = Parameters<typeof applyUpdate>[1];

/** Stores a collection's changes outside this process (levelStorage.mts). */
export interface Changes {
    put(collection: string, document: Document): Promise<void>;
    remove(collection: string, id: string): Promise<void>;
}

/** An index with several keys a document. `keyOf` returns the key to look up for a filter. */
export interface Index<T> {
    keysOf: (document: T) => string[];
    keyOf: (filter: Filter) => string | undefined;
}

/**
 * A collection that behaves like MongoDB's towards one client. Operations on one document are atomic, and no others.
 * Documents are copied in and out, and writes resolve after the change is stored.
 */
export class Collection<T extends Document> {
    private readonly documents = new Map<string, T>();
    private readonly indexed = new Map<string, Set<string>>();

    constructor(
        readonly name: string,
        private readonly changes: Changes,
        private readonly uniqueKey?: (document: T) => string,
        private readonly index?: Index<T>,
    ) {}

    /** Restores a document that an earlier run stored. */
    restore(document: T): void {
        this.set(document);
    }

    /** Rejects with MongoDB's E11000 if the id or the unique key is taken. */
    async insertOne(document: T): Promise<void> {
        const clash =
            this.documents.has(document._id) || (this.uniqueKey && this.first({}, (other) => this.uniqueKey!(other) === this.uniqueKey!(document)));
        if (clash) {
            throw new Error(`E11000 duplicate key error collection: ${this.name}`);
        }
        await this.keep(copy(document));
    }

    async find(filter: Filter = {}): Promise<T[]> {
        return this.candidates(filter)
            .filter(matcher(filter))
            .map((document) => copy(document));
    }

    async findOne(filter: Filter): Promise<T | undefined> {
        const found = this.first(filter);
        return found && copy(found);
    }

    async count(filter: Filter = {}): Promise<number> {
        return (await this.find(filter)).length;
    }

    /** Returns the number of matching documents: 0 or 1. */
    async updateOne(filter: Filter, change: Update): Promise<number> {
        const found = this.first(filter);
        if (!found) {
            return 0;
        }
        const changed = copy(found);
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

    /** Returns the number of deleted documents: 0 or 1. */
    async deleteOne(filter: Filter): Promise<number> {
        const found = this.first(filter);
        if (!found) {
            return 0;
        }
        this.documents.delete(found._id);
        this.keysOf(found).forEach((key) => this.indexed.get(key)?.delete(found._id));
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
        const matches = matcher(filter);
        return this.candidates(filter).find((document) => matches(document) && also(document));
    }

    /** Returns the documents that can match, by id or index if possible. */
    private candidates(filter: Filter): T[] {
        if (typeof filter._id === 'string') {
            const document = this.documents.get(filter._id);
            return document ? [document] : [];
        }
        const key = this.index?.keyOf(filter);
        if (key === undefined) {
            return [...this.documents.values()];
        }
        return [...(this.indexed.get(key) ?? [])].map((id) => this.documents.get(id)!);
    }

    private set(document: T): void {
        const before = this.documents.get(document._id);
        for (const key of before ? this.keysOf(before) : []) {
            this.indexed.get(key)?.delete(document._id);
        }
        this.documents.set(document._id, document);
        for (const key of this.keysOf(document)) {
            this.indexed.set(key, (this.indexed.get(key) ?? new Set()).add(document._id));
        }
    }

    private keysOf(document: T): string[] {
        return this.index?.keysOf(document) ?? [];
    }

    private async keep(document: T): Promise<void> {
        this.set(document);
        await this.changes.put(this.name, document);
    }
}

/**
 * Returns whether a document matches. mingo reads and tests a filter slowly, so texts of the document itself are compared
 * here, and mingo gets the rest of the filter.
 */
function matcher(filter: Filter): (document: Document) => boolean {
    const entries = Object.entries(filter);
    const texts = entries.filter(([key, value]) => typeof value === 'string' && /^\w+$/.test(key));
    const rest = entries.filter((entry) => !texts.includes(entry));
    const query = rest.length > 0 ? new Query(Object.fromEntries(rest), { context: OPERATORS }) : undefined;
    return (document) =>
        texts.every(([key, text]) => isOrHas((document as unknown as Record<string, unknown>)[key], text)) &&
        (query === undefined || query.test(document as unknown as AnyObject));
}

/** Compares as MongoDB does: a list matches each of its elements. */
function isOrHas(value: unknown, text: unknown): boolean {
    return value === text || (Array.isArray(value) && value.includes(text));
}
