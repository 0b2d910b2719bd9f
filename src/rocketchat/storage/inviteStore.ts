import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { Invite, MS_PER_DAY, MS_PER_HOUR } from '../../domain/model/invite';
import { InviteKey, InviteStore, Revised } from '../../domain/stores';
import { isText } from '../../domain/text';
import { createSecretHash } from './secretHash';
import { Fields, createLabel, Records, createRoomLabel } from './records';
import { isBelow, latestRevisions, readInvite, sortedByRevision, StoredRevision, toInviteRecord } from './inviteRecord';

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

    async revise(next: Invite, former: Invite, editId: string): Promise<Revised> {
        const revision = { invite: next, editId, formerToken: former.token, isConfirmed: false };
        await this.records.insert(toInviteRecord(revision), labelsOf(revision));
        const latest = await this.finish(next.id);
        if (!latest) {
            return 'removed';
        }
        // An edit that was frozen for minutes may have read the predecessor, and store its revision only now. Once the
        // predecessor is gone, such a revision does not count any more.
        const rivals = (await this.records.find(readInvite, [idLabel(next.id)])).filter(({ invite }) => invite.revision >= next.revision);
        return [latest, ...rivals].every((rival) => rival.editId === editId) ? 'revised' : 'overtaken';
    }

    async unfinishedIds(): Promise<Set<string>> {
        const stored = await this.records.find(readInvite, [ALL_INVITES]);
        const latest = new Set(latestRevisions(stored));
        return new Set(stored.filter((revision) => !revision.isConfirmed || !latest.has(revision)).map(({ invite }) => invite.id));
    }

    async finishEdits(id: string): Promise<void> {
        await this.finish(id);
    }

    async byToken(token: string): Promise<Invite | undefined> {
        const stored = await this.records.find(readInvite, [tokenLabel(token)]);
        const [own] = stored.filter(({ invite }) => invite.token === token);
        // An interrupted rotation leaves a revision without the label of its predecessor, which says whether it counts.
        const isAlone = own !== undefined && stored.every(({ isConfirmed }) => !isConfirmed);
        const invite = isAlone ? await this.byId(own.invite.id) : latestOf(stored)[0];
        return invite && invite.token === token ? invite : undefined;
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
        return latestOf([...former, ...present]);
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

    /**
     * Finishes the edits of an invite, and returns the revision that counts. Each step leaves readers with that one. A
     * removal of the invite removes all revisions, so it either takes the unconfirmed one along or leaves it without its
     * predecessor, where it does not count.
     */
    private async finish(id: string): Promise<StoredRevision | undefined> {
        const stored = await this.records.find(readInvite, [idLabel(id)]);
        const [latest] = latestRevisions(stored);
        if (!latest) {
            await this.records.remove(idLabel(id));
            return undefined;
        }
        if (!latest.isConfirmed) {
            await this.records.replace(toInviteRecord({ ...latest, isConfirmed: true }), labelsOf(latest));
        }
        // The oldest first, so that a former token never finds its own revision alone. Higher ones stay, because another
        // instance may have read them beside their predecessor.
        for (const former of sortedByRevision(stored).filter((revision) => isBelow(revision, latest))) {
            await this.records.remove(...ownLabels(former));
        }
        return latest;
    }

    private async find(...labels: RocketChatAssociationRecord[]): Promise<Invite[]> {
        return latestOf(await this.records.find(readInvite, labels));
    }
}

function latestOf(stored: readonly StoredRevision[]): Invite[] {
    return latestRevisions(stored).map(({ invite }) => invite);
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
