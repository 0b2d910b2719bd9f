import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { saveSystemMessage } from './messages.mts';
import { hasPermission } from './permissions.mts';

/**
 * Bans a person: the subscription stays with a status, without its roles. As on the server, errors here have no code.
 */
export async function banUser(database: Database, rid: string, user: UserDocument, by: UserDocument): Promise<void> {
    const room = await database.rooms.findOne({ _id: rid });
    if (!room || room.t === 'd' || !(await hasPermission(database, by._id, 'ban-user', rid))) {
        throw new Error('Not allowed');
    }
    const subscription = await database.subscriptions.findOne({ rid, 'u._id': user._id });
    if (!subscription) {
        throw new Error('User is not in this room');
    }
    if (subscription.status === 'BANNED') {
        throw new Error('User is already banned from this room');
    }
    if (subscription.roles?.includes('owner') && (await database.subscriptions.count({ rid, roles: 'owner' })) === 1) {
        throw new Error('You are the last owner. Please set new owner before banning the user.');
    }
    await database.subscriptions.updateOne({ _id: subscription._id }, { $set: { status: 'BANNED' }, $unset: { roles: '' } });
    await database.rooms.updateOne({ _id: rid }, { $inc: { usersCount: -1 } });
    await saveSystemMessage(database, 'user-banned', rid, user, by);
}

/** Lifts a ban by deleting the subscription. The person is not in the room, and can join again. */
export async function unbanUser(database: Database, rid: string, user: UserDocument, by: UserDocument): Promise<void> {
    if (!(await hasPermission(database, by._id, 'ban-user', rid))) {
        throw new Error('Not allowed');
    }
    if (!(await database.subscriptions.deleteOne({ rid, 'u._id': user._id, 'status': 'BANNED' }))) {
        throw new Error('error-user-not-banned');
    }
    await saveSystemMessage(database, 'user-unbanned', rid, user, by);
}
