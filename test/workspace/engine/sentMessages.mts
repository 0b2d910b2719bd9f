import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/index.js';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';

import { saveMessage } from '../server/messages.mts';
import type { MessageDocument, UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { toAppMessage } from './converters.mts';

/** Saves a message, then notifies this instance's apps without waiting for them, as the server does. */
export async function sendMessage(
    database: Database,
    manager: () => AppManager,
    rid: string,
    author: UserDocument,
    text: string,
    extra: Pick<MessageDocument, 'tmid' | 'blocks'> = {},
): Promise<MessageDocument> {
    const saved = await saveMessage(database, rid, author, text, extra);
    setImmediate(() => void notifyApps(database, manager, saved).catch(() => undefined));
    return saved;
}

async function notifyApps(database: Database, manager: () => AppManager, message: MessageDocument): Promise<void> {
    await manager()
        .getListenerManager()
        .executeListener(AppInterface.IPostMessageSent, await toAppMessage(database, message));
}
