import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Claim, ClaimState } from '../../domain/model/claim';
import { ClaimStore } from '../../domain/stores';
import { isCount } from '../../domain/numbers';
import { isText, isTextList } from '../../domain/text';
import { Fields, createLabel, Records, StoredRecord } from './records';

const KIND = 'claim';
const VERSION = 1;

type ClaimRecord = StoredRecord & Claim;

/** Stores claims as records of the app. */
export class StoredClaims implements ClaimStore {
    constructor(private readonly records: Records) {}

    async insert(claim: Claim): Promise<void> {
        await this.records.insert(toRecord(claim), labelsOf(claim));
    }

    /** An unreadable claim counts as a finished join, because one seat too few is better than one too many. */
    async of(subject: string): Promise<Claim[]> {
        return (await this.records.find(toClaim, [subjectLabel(subject)], UNREADABLE)).map((claim) =>
            claim === UNREADABLE ? { ...claim, subject } : claim,
        );
    }

    /** Leaves out unreadable claims. */
    all(): Promise<Claim[]> {
        return this.records.find(toClaim, [ALL_CLAIMS]);
    }

    async setState(claim: Claim, state: ClaimState): Promise<void> {
        await this.records.replace(toRecord({ ...claim, state }), labelsOf(claim));
    }

    async remove(claim: Claim): Promise<void> {
        await this.records.remove(idLabel(claim.id));
    }

    async removeAllOf(subject: string): Promise<void> {
        await this.records.remove(subjectLabel(subject));
    }
}

const UNREADABLE: Claim = { id: '', subject: '', holder: '', state: 'joined', at: 0 };

const ALL_CLAIMS = createLabel('claims');

function subjectLabel(subject: string): RocketChatAssociationRecord {
    return createLabel(`claims-to:${subject}`);
}

function idLabel(id: string): RocketChatAssociationRecord {
    return createLabel(`claim:${id}`);
}

/** Always in this order, because `replace` matches the whole array. The rarest label comes first (docs/scale.md). */
function labelsOf(claim: Claim): RocketChatAssociationRecord[] {
    return [idLabel(claim.id), subjectLabel(claim.subject), ALL_CLAIMS];
}

function toRecord(claim: Claim): ClaimRecord {
    return { kind: KIND, version: VERSION, ...claim };
}

function toClaim({ kind, version, id, subject, holder, state, at, rids }: Fields): Claim | undefined {
    const isClaim = kind === KIND && version === VERSION && isText(id) && isText(subject) && isText(holder) && isState(state) && isCount(at);
    return isClaim ? { id, subject, holder, state, at, ...(isTextList(rids) && { rids }) } : undefined;
}

function isState(value: unknown): value is ClaimState {
    return value === 'pending' || value === 'taken' || value === 'joined';
}
