import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Invite, MS_PER_DAY, MS_PER_HOUR } from '../../domain/model/invite';
import { InviteKey, InviteStore } from '../../domain/ports';
import { createSecretHash } from './secretHash';
import { Fields, isText, createLabel, Records, createRoomLabel } from './records';
import { latestRevisions, readInvite, sortedByRevision, StoredRevision, toInviteRecord } from './inviteRecord';

/**
 * Stores invites as records of the app. Each record carries a label for every kind of look-up, so none scans. An edited
 * invite may have records of several revisions for a while; docs/architecture.md, "Editing", says which one counts.
 */
export class StoredInvites implements InviteStore {
    constructor(private readonly records: Records) {}

    async insert(invite: Invite): Promise<void> {
        const revision = { invite, editId: '', formerToken: invite.token, isConfirmed: true };
        await this.records.insert(toInviteRecord(revision), labelsOf(revision));
    }

    async revise(next: Invite, former: Invite, editId: string): Promise<boolean> {
        const revision = { invite: next, editId, formerToken: former.token, isConfirmed: false };
        await this.records.insert(toInviteRecord(revision), labelsOf(revision));
        return this.finishEdits(next.id);
    }

    async unfinishedIds(): Promise<Set<string>> {
        const stored = await this.records.find(readInvite, [ALL_INVITES]);
        const latest = new Set(latestRevisions(stored));
        return new Set(stored.filter((revision) => !revision.isConfirmed || !latest.has(revision)).map(({ invite }) => invite.id));
    }

    /**
     * Each step leaves readers with the latest revision. A removal of the invite removes all revisions, so it either
     * takes the unconfirmed one along or leaves it without its predecessor, where it does not count.
     */
    async finishEdits(id: string): Promise<boolean> {
        const stored = await this.records.find(readInvite, [idLabel(id)]);
        const [latest] = latestRevisions(stored);
        if (!latest) {
            await this.records.remove(idLabel(id));
            return false;
        }
        if (!latest.isConfirmed) {
            await this.records.replace(toInviteRecord({ ...latest, isConfirmed: true }), labelsOf(latest));
        }
        // The oldest first, so that a former token never finds its own revision alone.
        for (const former of sortedByRevision(stored).filter((revision) => revision !== latest)) {
            await this.records.remove(...ownLabels(former));
        }
        return true;
    }

    async byToken(token: string): Promise<Invite | undefined> {
        return (await this.find(tokenLabel(token))).find((invite) => invite.token === token);
    }

    async hasToken(token: string): Promise<boolean> {
        return (await this.records.find(readInvite, [tokenLabel(token)])).length > 0;
    }

    async byId(id: string): Promise<Invite | undefined> {
        return (await this.find(idLabel(id)))[0];
    }

    byKey(key: InviteKey): Promise<Invite[]> {
        return this.find(keyLabel(key));
    }

    /** Release 0.1.0 marked the invites of a room with the engine's association for rooms. */
    async ofRoom(rid: string): Promise<Invite[]> {
        const [former, present] = await Promise.all([
            this.records.find(readInvite, [createRoomLabel(rid), ALL_INVITES]),
            this.records.find(readInvite, [roomLabel(rid)]),
        ]);
        return latestRevisions([...former, ...present]).map(({ invite }) => invite);
    }

    async createdSince(userId: string, since: number, now: number): Promise<Invite[]> {
        return (await this.find(creatorLabel(userId, now))).filter(({ createdAt }) => createdAt > since);
    }

    all(): Promise<Invite[]> {
        return this.find(ALL_INVITES);
    }

    async allIds(): Promise<Set<string>> {
        return new Set(await this.records.find(({ id }: Fields) => (isText(id) ? id : undefined), [ALL_INVITES]));
    }

    async remove(id: string): Promise<void> {
        await this.records.remove(idLabel(id));
    }

    private async find(...labels: RocketChatAssociationRecord[]): Promise<Invite[]> {
        return latestRevisions(await this.records.find(readInvite, labels)).map(({ invite }) => invite);
    }
}

const ALL_INVITES = createLabel('invites');

function idLabel(id: string): RocketChatAssociationRecord {
    return createLabel(`invite:${id}`);
}

function revisionLabel({ invite, editId }: Pick<StoredRevision, 'invite' | 'editId'>): RocketChatAssociationRecord {
    return createLabel(`invite-revision:${invite.id}:${invite.revision}:${editId}`);
}

/** Returns labels that only this record has. Of an invite's records, only that of release 0.1.0 has the room's association. */
function ownLabels(revision: StoredRevision): RocketChatAssociationRecord[] {
    const { invite, version } = revision;
    return version === 1 ? [idLabel(invite.id), createRoomLabel(invite.rid)] : [revisionLabel(revision)];
}

function tokenLabel(token: string): RocketChatAssociationRecord {
    return createLabel(`invite-token:${createSecretHash(token)}`);
}

function keyLabel({ userId, rid, validFor, maxUses }: InviteKey): RocketChatAssociationRecord {
    return createLabel(`invite-key:${userId}:${rid}:${validFor}:${maxUses}`);
}

function roomLabel(rid: string): RocketChatAssociationRecord {
    return createLabel(`invites-to:${rid}`);
}

/**
 * The creator with the day, and with the next day for invites created in the last hour of a day.
 * One look-up therefore finds all invites of the last hour.
 */
function recentLabels({ userId, createdAt }: Invite): RocketChatAssociationRecord[] {
    return unique([creatorLabel(userId, createdAt), creatorLabel(userId, createdAt + MS_PER_HOUR)]);
}

function creatorLabel(userId: string, at: number): RocketChatAssociationRecord {
    return createLabel(`invites-by:${userId}:${Math.floor(at / MS_PER_DAY)}`);
}

/**
 * The labels of one record, always in this order and the rarest first (docs/scale.md). A revision is found by the former
 * token too, so that the former link stops working at once.
 */
function labelsOf(revision: Pick<StoredRevision, 'invite' | 'editId' | 'formerToken'>): RocketChatAssociationRecord[] {
    const { invite, formerToken } = revision;
    const { id, rid, moreRooms, token, userId, terms } = invite;
    return unique([
        revisionLabel(revision),
        idLabel(id),
        tokenLabel(token),
        tokenLabel(formerToken),
        keyLabel({ userId, rid, ...terms }),
        ...[rid, ...moreRooms].map(roomLabel),
        ...recentLabels(invite),
        ALL_INVITES,
    ]);
}

function unique(labels: readonly RocketChatAssociationRecord[]): RocketChatAssociationRecord[] {
    return Array.from(new Map(labels.map((label) => [label.getID(), label] as [string, RocketChatAssociationRecord])).values());
}
