import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { roomIdsOf } from '../../domain/model/invite';
import { JoinRequest, RequestState } from '../../domain/model/joinRequest';
import { isCount } from '../../domain/numbers';
import { RequestStore } from '../../domain/stores';
import { isText, isTextListOrEmpty } from '../../domain/text';
import { createLabel, Fields, Records, StoredRecord } from './records';

const KIND = 'request';
const VERSION = 1;

/** Stores requests to join as records of the app. */
export class StoredRequests implements RequestStore {
    constructor(private readonly records: Records) {}

    async insert(request: JoinRequest): Promise<void> {
        await this.records.insert(toRecord(request), labelsOf(request));
    }

    async replace(request: JoinRequest): Promise<void> {
        await this.records.replace(toRecord(request), labelsOf(request));
    }

    async byId(id: string): Promise<JoinRequest | undefined> {
        return (await this.records.find(toRequest, [idLabel(id)]))[0];
    }

    ofPerson(inviteId: string, personId: string): Promise<JoinRequest[]> {
        return this.records.find(toRequest, [personLabel(inviteId, personId)]);
    }

    ofInvite(inviteId: string): Promise<JoinRequest[]> {
        return this.records.find(toRequest, [createLabel(`requests-to:${inviteId}`)]);
    }

    ofRoom(rid: string): Promise<JoinRequest[]> {
        return this.records.find(toRequest, [createLabel(`requests-in:${rid}`)]);
    }

    all(): Promise<JoinRequest[]> {
        return this.records.find(toRequest, [ALL_REQUESTS]);
    }

    async remove(id: string): Promise<void> {
        await this.records.remove(idLabel(id));
    }
}

const ALL_REQUESTS = createLabel('requests');

function idLabel(id: string): RocketChatAssociationRecord {
    return createLabel(`request:${id}`);
}

function personLabel(inviteId: string, personId: string): RocketChatAssociationRecord {
    return createLabel(`request-of:${inviteId}:${personId}`);
}

/** Always in this order, because `replace` matches the whole array. The rarest label comes first (docs/scale.md). */
function labelsOf(request: JoinRequest): RocketChatAssociationRecord[] {
    const { id, inviteId, personId } = request;
    const inRooms = roomIdsOf(request).map((rid) => createLabel(`requests-in:${rid}`));
    return [idLabel(id), personLabel(inviteId, personId), createLabel(`requests-to:${inviteId}`), ...inRooms, ALL_REQUESTS];
}

function toRecord(request: JoinRequest): StoredRecord & JoinRequest {
    return { kind: KIND, version: VERSION, ...request };
}

function toRequest(fields: Fields): JoinRequest | undefined {
    const { kind, version, id, inviteId, rid, moreRooms, personId, at, until, state, decidedBy, decidedAt } = fields;
    const isRequest =
        kind === KIND &&
        version === VERSION &&
        [id, inviteId, rid, personId].every(isText) &&
        isTextListOrEmpty(moreRooms) &&
        [at, until].every(isCount) &&
        isState(state);
    const decision = { ...(isText(decidedBy) && { decidedBy }), ...(isCount(decidedAt) && { decidedAt }) };
    return isRequest ? ({ id, inviteId, rid, moreRooms, personId, at, until, state, ...decision } as JoinRequest) : undefined;
}

function isState(value: unknown): value is RequestState {
    return value === 'pending' || value === 'approved' || value === 'denied';
}
