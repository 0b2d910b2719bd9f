import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/index.js';
import { RoomType, type IRoom } from '@rocket.chat/apps-engine/definition/rooms/index.js';
import { UserStatusConnection, UserType, type IUser } from '@rocket.chat/apps-engine/definition/users/index.js';

import type { MessageDocument, RoomDocument, UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';

const ROOM_TYPES: Record<RoomDocument['t'], RoomType> = {
    c: RoomType.CHANNEL,
    p: RoomType.PRIVATE_GROUP,
    d: RoomType.DIRECT_MESSAGE,
    l: RoomType.LIVE_CHAT,
};
const USER_TYPES: Record<UserDocument['type'], UserType> = { user: UserType.USER, bot: UserType.BOT, app: UserType.APP };

/** Converts a user for apps. */
export function toAppUser(user: UserDocument): IUser {
    return {
        id: user._id,
        username: user.username as string,
        emails: user.emails ?? [],
        type: USER_TYPES[user.type],
        isEnabled: user.active,
        name: user.name as string,
        roles: user.roles,
        status: 'offline',
        statusConnection: UserStatusConnection.UNDEFINED,
        utcOffset: user.utcOffset ?? 0,
        createdAt: user.createdAt,
        updatedAt: user._updatedAt,
        lastLoginAt: user.createdAt,
        appId: user.appId,
        settings: { preferences: { ...user.settings?.preferences } },
    };
}

/** Converts a user that the engine creates for an app. */
export function fromAppUser(user: Partial<IUser>, id: string): UserDocument {
    const now = new Date();
    return {
        _id: id,
        username: user.username,
        name: user.name,
        type: user.type === UserType.BOT ? 'bot' : 'app',
        active: user.isEnabled ?? true,
        roles: user.roles ?? [],
        createdAt: now,
        _updatedAt: now,
        appId: user.appId,
        services: { resume: { loginTokens: [] } },
    };
}

/**
 * Converts a room for apps. Fields that the engine does not have (topic, archived, …) are passed as
 * `_unmappedProperties_`.
 */
export async function toAppRoom(database: Database, room: RoomDocument): Promise<IRoom> {
    const {
        _id,
        t,
        name,
        fname,
        u,
        uids,
        prid,
        default: isDefault,
        ro,
        sysMes,
        customFields,
        msgs,
        ts,
        _updatedAt,
        lm,
        description,
        ...unmapped
    } = room;
    const creator = u && (await database.users.findOne({ _id: u._id }));
    const parent = prid === undefined ? undefined : await database.rooms.findOne({ _id: prid });
    return {
        id: _id,
        displayName: fname,
        slugifiedName: name as string,
        type: ROOM_TYPES[t],
        creator: (creator && toAppUser(creator)) as IUser,
        usernames: [],
        userIds: uids,
        isDefault: Boolean(isDefault),
        isReadOnly: Boolean(ro),
        displaySystemMessages: (sysMes ?? true) as boolean,
        messageCount: msgs,
        createdAt: ts,
        updatedAt: _updatedAt,
        lastModifiedAt: lm,
        description,
        customFields: customFields,
        ...(parent && { parentRoom: await toAppRoom(database, parent) }),
        ...({ _unmappedProperties_: unmapped } as object),
    };
}

/** Converts a message for apps. */
export async function toAppMessage(database: Database, message: MessageDocument): Promise<IMessage> {
    const { _id, rid, u, msg, tmid, ts, _updatedAt } = message;
    const room = await database.rooms.findOne({ _id: rid });
    const sender = await database.users.findOne({ _id: u._id });
    return {
        id: _id,
        room: (room && (await toAppRoom(database, room))) as IRoom,
        sender: (sender && toAppUser(sender)) as IUser,
        text: msg,
        createdAt: ts,
        updatedAt: _updatedAt,
        ...(tmid && { threadId: tmid }),
    };
}

/** Converts an app's changes to a room into the server's field names. */
export function fromAppRoomChanges(changes: Partial<IRoom>): Partial<RoomDocument> {
    const { displayName, slugifiedName, isReadOnly, isDefault, displaySystemMessages, customFields } = changes;
    const document: Partial<RoomDocument> = {
        fname: displayName,
        name: slugifiedName,
        ro: isReadOnly,
        default: isDefault,
        sysMes: displaySystemMessages,
        customFields,
    };
    return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined));
}
