import { Audience, endOf, Invite, NOTIFY, Notify } from '../../domain/model/invite';
import { isCount } from '../../domain/numbers';
import { isText, isTextList } from '../../domain/text';
import { Fields, StoredRecord } from './records';

const KIND = 'invite';
const VERSION = 2;

/** One stored revision of an invite. */
export interface StoredRevision {
    readonly invite: Invite;
    /** Tells apart two revisions with the same number; empty for the first one. */
    readonly editId: string;
    /** The token of its predecessor; its own for the first revision. */
    readonly formerToken: string;
    /** False while the edit has not finished. The revision counts only beside its predecessor then. */
    readonly isConfirmed: boolean;
    /** The version of the record's format. */
    readonly version: number;
}

/** Returns the record of a revision. */
export function toInviteRecord({ invite, editId, formerToken, isConfirmed }: Omit<StoredRevision, 'version'>): StoredRecord {
    const { rid, moreRooms, ...fields } = invite;
    return { kind: KIND, version: VERSION, ...fields, rooms: [rid, ...moreRooms], editId, formerToken, isConfirmed } as StoredRecord;
}

/** Returns the revision in a record of this release or of 0.1.0; undefined if it is invalid. */
export function readInvite(record: Fields): StoredRevision | undefined {
    if (record.kind !== KIND) {
        return undefined;
    }
    return record.version === 1 ? readFirstFormat(record) : record.version === VERSION ? readPresentFormat(record) : undefined;
}

function readFirstFormat({ id, token, rid, userId, validFor, maxUses, createdAt }: Fields): StoredRevision | undefined {
    if (!isText(id) || !isText(token) || !isText(rid) || !isText(userId) || !isCount(validFor) || !isCount(maxUses) || !isCount(createdAt)) {
        return undefined;
    }
    const terms = { validFor, maxUses };
    const invite: Invite = {
        ...{ id, token, rid, userId, createdAt, terms, maxUses, expires: endOf(terms, createdAt) },
        ...{ moreRooms: [], label: null, pausedAt: null, notify: 'milestones', approval: false, audience: null, revision: 0 },
    };
    return { invite, editId: '', formerToken: token, isConfirmed: true, version: 1 };
}

function readPresentFormat(fields: Fields): StoredRevision | undefined {
    const { id, token, rooms, userId, terms, createdAt, expires, maxUses, label, pausedAt, notify, approval, audience, revision } = fields;
    const { editId, formerToken, isConfirmed } = fields;
    const isInvite =
        [id, token, userId].every(isText) &&
        isTextList(rooms) &&
        isTerms(terms) &&
        [createdAt, maxUses, revision].every(isCount) &&
        [expires, pausedAt].every((moment) => moment === null || isCount(moment)) &&
        (label === null || isText(label)) &&
        NOTIFY.includes(notify as Notify) &&
        typeof approval === 'boolean' &&
        isAudience(audience) &&
        typeof editId === 'string' &&
        isText(formerToken) &&
        typeof isConfirmed === 'boolean';
    if (!isInvite) {
        return undefined;
    }
    const [rid = '', ...moreRooms] = rooms;
    const invite = {
        ...{ id, token, rid, moreRooms, userId, terms, createdAt, expires, maxUses, label, pausedAt, notify, approval, audience, revision },
    } as Invite;
    return { invite, editId, formerToken, isConfirmed, version: VERSION };
}

function isTerms(value: unknown): value is Invite['terms'] {
    const { validFor, maxUses } = (value || {}) as Fields;
    return isCount(validFor) && isCount(maxUses);
}

function isAudience(value: unknown): value is Audience | null {
    if (value === null) {
        return true;
    }
    const { userIds, emailDomains, emails, roles } = (value || {}) as Fields;
    return typeof value === 'object' && [userIds, emailDomains, emails, roles].every((part) => part === undefined || isTextList(part));
}

/**
 * Returns the revision that counts of each invite among the records: the highest one that is confirmed, or whose
 * predecessor is there and counts. Without it, an unconfirmed revision belongs to an invite that was removed, or to an
 * edit that another one overtook.
 */
export function latestRevisions(revisions: readonly StoredRevision[]): StoredRevision[] {
    const latest = new Map<string, StoredRevision>();
    const counting = new Set<string>();
    for (const revision of sortedByRevision(revisions)) {
        const { id, revision: number } = revision.invite;
        if (revision.isConfirmed || counting.has(`${id}:${number - 1}`)) {
            counting.add(`${id}:${number}`);
            latest.set(id, revision);
        }
    }
    return Array.from(latest.values());
}

/** Returns the revisions in the order of their edits. */
export function sortedByRevision(revisions: readonly StoredRevision[]): StoredRevision[] {
    return [...revisions].sort((a, b) => (isBelow(a, b) ? -1 : 1));
}

/** Whether the edit of `a` comes before that of `b`. */
export function isBelow(a: StoredRevision, b: StoredRevision): boolean {
    return a.invite.revision === b.invite.revision ? a.editId < b.editId : a.invite.revision < b.invite.revision;
}
