import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Claim, ClaimState } from '../../domain/model/claim';
import { ClaimStore } from '../../domain/ports';
import { Fields, isCount, isText, label, Records, StoredRecord } from './records';

const KIND = 'claim';
const VERSION = 1;

type ClaimRecord = StoredRecord & Claim;

/** The claims to places as records of the app. */
export class StoredClaims implements ClaimStore {
    constructor(private readonly records: Records) {}

    async insert(claim: Claim): Promise<void> {
        await this.records.insert(toRecord(claim), labelsOf(claim));
    }

    /** One that cannot be read counts as one that let somebody in: better a place too few than one too many. */
    async of(subject: string): Promise<Claim[]> {
        return (await this.records.find(toClaim, [withSubject(subject)], UNREADABLE)).map((claim) =>
            claim === UNREADABLE ? { ...claim, subject } : claim,
        );
    }

    /** Without those that cannot be read. */
    all(): Promise<Claim[]> {
        return this.records.find(toClaim, [EVERY_CLAIM]);
    }

    async setState(claim: Claim, state: ClaimState): Promise<void> {
        await this.records.replace(toRecord({ ...claim, state }), labelsOf(claim));
    }

    async remove(claim: Claim): Promise<void> {
        await this.records.remove(withId(claim.id));
    }

    async removeAllOf(subject: string): Promise<void> {
        await this.records.remove(withSubject(subject));
    }
}

const UNREADABLE: Claim = { id: '', subject: '', holder: '', state: 'joined', at: 0 };

const EVERY_CLAIM = label('claims');

function withSubject(subject: string): RocketChatAssociationRecord {
    return label(`claims-to:${subject}`);
}

function withId(id: string): RocketChatAssociationRecord {
    return label(`claim:${id}`);
}

/** In one order always: replacing names the whole array. The rarest label first: the database looks the array up by that one (docs/scale.md). */
function labelsOf(claim: Claim): RocketChatAssociationRecord[] {
    return [withId(claim.id), withSubject(claim.subject), EVERY_CLAIM];
}

function toRecord(claim: Claim): ClaimRecord {
    return { kind: KIND, version: VERSION, ...claim };
}

function toClaim({ kind, version, id, subject, holder, state, at }: Fields): Claim | undefined {
    const isClaim = kind === KIND && version === VERSION && isText(id) && isText(subject) && isText(holder) && isState(state) && isCount(at);
    return isClaim ? { id, subject, holder, state, at } : undefined;
}

function isState(value: unknown): value is ClaimState {
    return value === 'pending' || value === 'taken' || value === 'joined';
}
