import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { createHash } from 'crypto';

import { Invite, MS_PER_DAY, MS_PER_HOUR } from '../../domain/model/invite';
import { InviteKey, InviteStore } from '../../domain/ports';
import { Fields, isCount, isText, label, Records, roomLabel, StoredRecord } from './records';

const KIND = 'invite';
const VERSION = 1;

type InviteRecord = StoredRecord & Invite;

/** The invites as records of the app. Every way to look one up is a label that the record carries, so that none of them scans. */
export class StoredInvites implements InviteStore {
    constructor(private readonly records: Records) {}

    async insert(invite: Invite): Promise<void> {
        const record: InviteRecord = { kind: KIND, version: VERSION, ...invite };
        await this.records.insert(record, [
            EVERY_INVITE,
            withId(invite.id),
            withToken(invite.token),
            withKey(invite),
            roomLabel(invite.rid),
            ...recentLabels(invite),
        ]);
    }

    async byToken(token: string): Promise<Invite | undefined> {
        return (await this.find(withToken(token)))[0];
    }

    async byId(id: string): Promise<Invite | undefined> {
        return (await this.find(withId(id)))[0];
    }

    byKey(key: InviteKey): Promise<Invite[]> {
        return this.find(withKey(key));
    }

    ofRoom(rid: string): Promise<Invite[]> {
        return this.find(roomLabel(rid), EVERY_INVITE);
    }

    async createdSince(userId: string, since: number, now: number): Promise<Invite[]> {
        return (await this.find(withCreator(userId, now))).filter(({ createdAt }) => createdAt > since);
    }

    all(): Promise<Invite[]> {
        return this.find(EVERY_INVITE);
    }

    async allIds(): Promise<Set<string>> {
        return new Set(await this.records.find(({ id }) => (isText(id) ? id : undefined), [EVERY_INVITE]));
    }

    async remove(id: string): Promise<void> {
        await this.records.remove(withId(id));
    }

    private find(...associations: RocketChatAssociationRecord[]): Promise<Invite[]> {
        return this.records.find(toInvite, associations);
    }
}

const EVERY_INVITE = label('invites');

function withId(id: string): RocketChatAssociationRecord {
    return label(`invite:${id}`);
}

/** By the token's hash: servers log what is looked up, and a token belongs in no log. */
function withToken(token: string): RocketChatAssociationRecord {
    return label(`invite-token:${createHash('sha256').update(token).digest('base64')}`);
}

function withKey({ userId, rid, validFor, maxUses }: InviteKey): RocketChatAssociationRecord {
    return label(`invite-key:${userId}:${rid}:${validFor}:${maxUses}`);
}

/** The creator with the day, and with the next day for what is made in a day's last hour: so one look-up finds the last hour at any time. */
function recentLabels({ userId, createdAt }: Invite): RocketChatAssociationRecord[] {
    const today = withCreator(userId, createdAt);
    const soon = withCreator(userId, createdAt + MS_PER_HOUR);
    return soon.getID() === today.getID() ? [today] : [today, soon];
}

function withCreator(userId: string, moment: number): RocketChatAssociationRecord {
    return label(`invites-by:${userId}:${Math.floor(moment / MS_PER_DAY)}`);
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
