import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { dayOf, HistoryEntry, monthOf, Outcome, OUTCOMES } from '../../domain/model/history';
import { isCount } from '../../domain/numbers';
import { HistoryStore } from '../../domain/stores';
import { isText, isTextListOrEmpty } from '../../domain/text';
import { createLabel, Fields, Records } from './records';

const KIND = 'join';
const VERSION = 1;

/** Entries of an invite with ranks of the same hundred share a label, so that one page never reads a long history. */
const RANKS_PER_LABEL = 100;

/** Stores who came by which invite, and who was refused. */
export class StoredHistory implements HistoryStore {
    readonly ranksPerChunk = RANKS_PER_LABEL;

    constructor(private readonly records: Records) {}

    async add(entry: HistoryEntry): Promise<void> {
        await this.records.put({ kind: KIND, version: VERSION, ...entry }, labelsOf(entry));
    }

    ofInvite(inviteId: string, chunk: number): Promise<HistoryEntry[]> {
        return this.find(inviteLabel(inviteId, chunk));
    }

    ofPerson(personId: string): Promise<HistoryEntry[]> {
        return this.find(personLabel(personId));
    }

    ofRoom(rid: string, month: string): Promise<HistoryEntry[]> {
        return this.find(roomLabel(rid, month));
    }

    ofDay(day: string): Promise<HistoryEntry[]> {
        return this.find(dayLabel(day));
    }

    async removeDay(day: string): Promise<void> {
        await this.records.remove(dayLabel(day));
    }

    async removePerson(personId: string): Promise<void> {
        await this.records.remove(personLabel(personId));
    }

    async sweptUntil(): Promise<string | undefined> {
        const days = await this.records.find(({ day }: Fields) => (isText(day) ? day : undefined), [SWEPT_LABEL]);
        return days.sort()[0];
    }

    async noteSwept(day: string): Promise<void> {
        await this.records.put({ kind: 'history-swept', version: VERSION, day } as { kind: string; version: number }, [SWEPT_LABEL]);
    }

    private find(label: RocketChatAssociationRecord): Promise<HistoryEntry[]> {
        return this.records.find(toEntry, [label]);
    }
}

const SWEPT_LABEL = createLabel('history-swept');

function inviteLabel(inviteId: string, chunk: number): RocketChatAssociationRecord {
    return createLabel(`joins-of:${inviteId}:${chunk}`);
}

function personLabel(personId: string): RocketChatAssociationRecord {
    return createLabel(`joins-by:${personId}`);
}

function roomLabel(rid: string, month: string): RocketChatAssociationRecord {
    return createLabel(`joins-in:${rid}:${month}`);
}

function dayLabel(day: string): RocketChatAssociationRecord {
    return createLabel(`joins-on:${day}`);
}

/** Always in this order, because `put` matches the whole array. The rarest label comes first (docs/scale.md). */
function labelsOf({ id, inviteId, personId, rids, at, rank }: HistoryEntry): RocketChatAssociationRecord[] {
    return [
        createLabel(`join:${id}`),
        inviteLabel(inviteId, Math.floor(rank / RANKS_PER_LABEL)),
        personLabel(personId),
        ...rids.map((rid) => roomLabel(rid, monthOf(at))),
        dayLabel(dayOf(at)),
    ];
}

function toEntry(fields: Fields): HistoryEntry | undefined {
    const { kind, version, id, inviteId, label, rids, personId, invitedBy, at, outcome, rank } = fields;
    const isEntry =
        kind === KIND &&
        version === VERSION &&
        [id, inviteId, personId, invitedBy].every(isText) &&
        (label === null || isText(label)) &&
        isTextListOrEmpty(rids) &&
        isCount(at) &&
        isCount(rank) &&
        OUTCOMES.includes(outcome as Outcome);
    return isEntry ? ({ id, inviteId, label, rids, personId, invitedBy, at, outcome, rank } as HistoryEntry) : undefined;
}
