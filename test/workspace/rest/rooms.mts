import express, { type Router } from 'express';
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/index.js';

import { toAppRoom } from '../engine/converters.mts';
import type { Instance } from '../engine/instance.mts';
import { addUserAndNotifyApps } from '../engine/joins.mts';
import { banUser, unbanUser } from '../server/bans.mts';
import { ServerError } from '../server/errors.mts';
import { hasPermission, type Permission } from '../server/permissions.mts';
import { canAccessRoom, createRoom, deleteRoom, giveRoomRole, removeUserFromRoom } from '../server/rooms.mts';
import type { RoomDocument, RoomRole, UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { endpoint, required } from './responses.mts';

type Fields = Record<string, unknown>;

/** Channels and private groups, their members and their bans. */
export function rooms(database: Database, instance: Instance): Router {
    const routes = express.Router();

    for (const [path, kind, label] of [
        ['channels', 'c', 'channel'],
        ['groups', 'p', 'group'],
    ] as const) {
        routes.post(
            `/api/v1/${path}.create`,
            endpoint(
                database,
                async ({ body }, caller) => {
                    const room = await createRoom(database, kind, required(body as Fields, 'name'), caller);
                    const { members = [] } = body as { members?: string[] };
                    for (const username of members) {
                        await add(room._id, await userNamed(username), caller);
                    }
                    return { [label]: room };
                },
                `create-${kind}`,
            ),
        );

        routes.post(
            `/api/v1/${path}.invite`,
            endpoint(database, async ({ body }, caller) => {
                const room = await roomOf(body as Fields, caller);
                await require(caller, 'add-user-to-joined-room', room._id);
                await add(room._id, await userOf(body as Fields), caller);
                return { [label]: room };
            }),
        );

        routes.post(
            `/api/v1/${path}.kick`,
            endpoint(database, async ({ body }, caller) => {
                const room = await roomOf(body as Fields, caller);
                await require(caller, 'ban-user', room._id);
                await removeUserFromRoom(database, room._id, await userOf(body as Fields));
                return { [label]: room };
            }),
        );

        routes.post(
            `/api/v1/${path}.leave`,
            endpoint(database, async ({ body }, caller) => {
                const room = await roomOf(body as Fields, caller);
                await removeUserFromRoom(database, room._id, caller);
                return { [label]: room };
            }),
        );

        for (const role of ['Owner', 'Moderator', 'Leader'] as const) {
            routes.post(
                `/api/v1/${path}.add${role}`,
                endpoint(database, async ({ body }, caller) => {
                    const room = await roomOf(body as Fields, caller);
                    await require(caller, 'ban-user', room._id);
                    await giveRoomRole(database, room._id, (await userOf(body as Fields))._id, role.toLowerCase() as RoomRole);
                }),
            );
        }

        for (const [verb, archived] of [
            ['archive', true],
            ['unarchive', false],
        ] as const) {
            routes.post(
                `/api/v1/${path}.${verb}`,
                endpoint(database, async ({ body }, caller) => {
                    const room = await roomOf(body as Fields, caller);
                    await require(caller, 'archive-room', room._id);
                    await database.rooms.updateOne({ _id: room._id }, { $set: { archived } });
                }),
            );
        }

        routes.post(
            `/api/v1/${path}.delete`,
            endpoint(database, async ({ body }, caller) => {
                const room = await roomOf(body as Fields, caller);
                await require(caller, `delete-${kind}`, room._id);
                await erase(room);
            }),
        );
    }

    routes.post(
        '/api/v1/rooms.delete',
        endpoint(database, async ({ body }, caller) => {
            const room = await roomOf(body as Fields, caller);
            await require(caller, room.t === 'c' ? 'delete-c' : 'delete-p', room._id);
            await erase(room);
        }),
    );

    routes.post(
        '/api/v1/rooms.banUser',
        endpoint(database, async ({ body }, caller) => {
            await banUser(database, required(body as Fields, 'roomId'), await userOf(body as Fields), caller);
        }),
    );

    routes.post(
        '/api/v1/rooms.unbanUser',
        endpoint(database, async ({ body }, caller) => {
            await unbanUser(database, required(body as Fields, 'roomId'), await userOf(body as Fields), caller);
        }),
    );

    routes.get(
        '/api/v1/rooms.bannedUsers',
        endpoint(database, async ({ query }, caller) => {
            const rid = required(query, 'roomId');
            if (!(await canAccessRoom(database, rid, caller._id))) {
                throw new ServerError('error-not-allowed', 'Not allowed');
            }
            const ids = (await database.subscriptions.find({ rid, status: 'BANNED' })).map(({ u }) => u._id);
            const bannedUsers = (await database.users.find({ _id: { $in: ids } })).map(({ _id, username, name }) => ({ _id, username, name }));
            return { bannedUsers, count: bannedUsers.length, offset: 0, total: bannedUsers.length };
        }),
    );

    routes.get(
        '/api/v1/rooms.info',
        endpoint(database, async ({ query }, caller) => ({ room: await roomOf(query, caller) })),
    );

    /** Returns all of the caller's subscriptions, those with a ban included. */
    routes.get(
        '/api/v1/subscriptions.get',
        endpoint(database, async (_request, caller) => ({ update: await database.subscriptions.find({ 'u._id': caller._id }), remove: [] })),
    );

    /** Returns the caller's subscription with its `status`, or null. */
    routes.get(
        '/api/v1/subscriptions.getOne',
        endpoint(database, async ({ query }, caller) => ({
            subscription: (await database.subscriptions.findOne({ 'rid': required(query, 'roomId'), 'u._id': caller._id })) ?? null,
        })),
    );

    async function add(rid: string, user: UserDocument, inviter: UserDocument): Promise<void> {
        await addUserAndNotifyApps(database, () => instance.manager, rid, user, inviter);
    }

    /** Notifies apps after the deletion without waiting for them, as the server's `eraseRoom` does. */
    async function erase(room: RoomDocument): Promise<void> {
        const deleted = await toAppRoom(database, room);
        await deleteRoom(database, room._id);
        void instance.manager.getListenerManager().executeListener(AppInterface.IPostRoomDeleted, deleted);
    }

    async function roomOf(fields: Fields, caller: UserDocument): Promise<RoomDocument> {
        const { roomName } = fields;
        const room = await database.rooms.findOne(typeof roomName === 'string' ? { name: roomName } : { _id: required(fields, 'roomId') });
        if (!room || !(await canAccessRoom(database, room._id, caller._id))) {
            throw new ServerError('error-room-not-found', 'The required "roomId" or "roomName" param provided does not match any channel');
        }
        return room;
    }

    async function userOf(fields: Fields): Promise<UserDocument> {
        const user =
            typeof fields.userId === 'string' ? await database.users.findOne({ _id: fields.userId }) : await userNamed(required(fields, 'username'));
        if (!user) {
            throw new ServerError('error-invalid-user', 'The required "userId" or "username" param provided does not match any users');
        }
        return user;
    }

    async function userNamed(username: string): Promise<UserDocument> {
        const user = await database.users.findOne({ username });
        if (!user) {
            throw new ServerError('error-invalid-user', 'The required "userId" or "username" param provided does not match any users');
        }
        return user;
    }

    async function require(caller: UserDocument, permission: Permission, rid: string): Promise<void> {
        if (!(await hasPermission(database, caller._id, permission, rid))) {
            throw new ServerError('error-not-allowed', 'Not allowed');
        }
    }

    return routes;
}
