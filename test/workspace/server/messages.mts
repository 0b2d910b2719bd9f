import type { MessageDocument, UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { randomId } from './ids.mts';

export async function saveMessage(
    database: Database,
    rid: string,
    author: UserDocument,
    text: string,
    { tmid, blocks }: Pick<MessageDocument, 'tmid' | 'blocks'> = {},
): Promise<MessageDocument> {
    return insert(database, { rid, msg: text, u: nameOf(author), ...(tmid && { tmid }), ...(blocks && { blocks }) });
}

/** Saves a system message. `msg` names the person it is about, `u` the person who acted. */
export async function saveSystemMessage(
    database: Database,
    type: string,
    rid: string,
    about: UserDocument,
    by: UserDocument = about,
): Promise<MessageDocument> {
    return insert(database, { rid, t: type, msg: about.username ?? '', u: nameOf(by) });
}

async function insert(database: Database, message: Pick<MessageDocument, 'rid' | 'msg' | 'u'> & Partial<MessageDocument>): Promise<MessageDocument> {
    const now = new Date();
    const document: MessageDocument = { _id: randomId(), ts: now, _updatedAt: now, ...message };
    await database.messages.insertOne(document);
    await database.rooms.updateOne({ _id: document.rid }, { $inc: { msgs: 1 }, $set: { lm: now } });
    return document;
}

function nameOf({ _id, username, name }: UserDocument): MessageDocument['u'] {
    return { _id, username, name };
}
