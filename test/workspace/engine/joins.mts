import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/index.js';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';

import { addUserToRoom } from '../server/rooms.mts';
import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { toAppRoom, toAppUser } from './converters.mts';

/** Adds a person to a room, then notifies this instance's apps without waiting for them, as the server does. */
export async function addUserAndNotifyApps(
    database: Database,
    manager: () => AppManager,
    rid: string,
    user: UserDocument,
    inviter?: UserDocument,
): Promise<void> {
    if (!(await addUserToRoom(database, rid, user, inviter))) {
        return;
    }
    setImmediate(() => void notifyApps(database, manager, rid, user, inviter).catch(() => undefined));
}

async function notifyApps(database: Database, manager: () => AppManager, rid: string, user: UserDocument, inviter?: UserDocument): Promise<void> {
    const room = await database.rooms.findOne({ _id: rid });
    if (room) {
        const joined = { room: await toAppRoom(database, room), joiningUser: toAppUser(user), inviter: inviter && toAppUser(inviter) };
        await manager().getListenerManager().executeListener(AppInterface.IPostRoomUserJoined, joined);
    }
}
