import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { createHash } from 'crypto';

import { Invite, MS_PER_DAY, MS_PER_HOUR } from '../../domain/model/invite';
import { InviteKey, InviteStore } from '../../domain/ports';
import { isCount } from '../../domain/numbers';
import { Fields, isText, createLabel, Records, createRoomLabel, StoredRecord } from './records';

const KIND = 'invite';
const VERSION = 1;

type InviteRecord = StoredRecord & Invite;

/** Stores invites as records of the app. Each record carries a label for every kind of look-up, so none scans. */
export class StoredInvites implements InviteStore {
    constructor(private readonly records: Records) {}

    async insert(invite: Invite): Promise<void> {
        const record: InviteRecord = { kind: KIND, version: VERSION, ...invite };
        await this.records.insert(record, [
            ALL_INVITES,
            idLabel(invite.id),
            tokenLabel(invite.token),
            keyLabel(invite),
            createRoomLabel(invite.rid),
            ...recentLabels(invite),
        ]);
    }

    async byToken(token: string): Promise<Invite | undefined> {
        return (await this.find(tokenLabel(token)))[0];
    }

    async byId(id: string): Promise<Invite | undefined> {
        return (await this.find(idLabel(id)))[0];
    }

    byKey(key: InviteKey): Promise<Invite[]> {
        return this.find(keyLabel(key));
    }

    ofRoom(rid: string): Promise<Invite[]> {
        return this.find(createRoomLabel(rid), ALL_INVITES);
    }

    async createdSince(userId: string, since: number, now: number): Promise<Invite[]> {
        return (await this.find(creatorLabel(userId, now))).filter(({ createdAt }) => createdAt > since);
    }

    all(): Promise<Invite[]> {
        return this.find(ALL_INVITES);
    }

    async allIds(): Promise<Set<string>> {
        return new Set(await this.records.find(({ id }) => (isText(id) ? id : undefined), [ALL_INVITES]));
    }

    async remove(id: string): Promise<void> {
        await this.records.remove(idLabel(id));
    }

    private find(...associations: RocketChatAssociationRecord[]): Promise<Invite[]> {
        return this.records.find(toInvite, associations);
    }
}

const ALL_INVITES = createLabel('invites');

function idLabel(id: string): RocketChatAssociationRecord {
    return createLabel(`invite:${id}`);
}

/** Holds the token's hash, because servers may log look-ups and a token must not appear in logs. */
function tokenLabel(token: string): RocketChatAssociationRecord {
    return createLabel(`invite-token:${createHash('sha256').update(token).digest('base64')}`);
}

function keyLabel({ userId, rid, validFor, maxUses }: InviteKey): RocketChatAssociationRecord {
    return createLabel(`invite-key:${userId}:${rid}:${validFor}:${maxUses}`);
}

/**
 * The creator with the day, and with the next day for invites created in the last hour of a day.
 * One look-up therefore finds all invites of the last hour.
 */
function recentLabels({ userId, createdAt }: Invite): RocketChatAssociationRecord[] {
    const today = creatorLabel(userId, createdAt);
    const inAnHour = creatorLabel(userId, createdAt + MS_PER_HOUR);
    return inAnHour.getID() === today.getID() ? [today] : [today, inAnHour];
}

function creatorLabel(userId: string, at: number): RocketChatAssociationRecord {
    return createLabel(`invites-by:${userId}:${Math.floor(at / MS_PER_DAY)}`);
}

function toInvite({ kind, version, id, token, rid, userId, validFor, maxUses, createdAt }: Fields): Invite | undefined {
    const isInvite =
        kind === KIND &&
        version === VERSION &&
        isText(id) &&
        isText(token) &&
        isText(rid) &&
        isText(userId) &&
        isCount(validFor) &&
        isCount(maxUses) &&
        isCount(createdAt);
    return isInvite ? { id, token, rid, userId, validFor, maxUses, createdAt } : undefined;
}
