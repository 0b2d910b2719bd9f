import { RoomType, type IRoom } from '@rocket.chat/apps-engine/definition/rooms/index.js';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/index.js';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';
import { RoomBridge } from '@rocket.chat/apps-engine/server/bridges/RoomBridge.js';

import { hasPermission } from '../../server/permissions.mts';
import { createDirectRoom, deleteRoom, removeUserFromRoom } from '../../server/rooms.mts';
import type { RoomDocument, RoomRole } from '../../store/documents.mts';
import type { Database } from '../../store/database.mts';
import { fromAppRoomChanges, toAppRoom, toAppUser } from '../converters.mts';
import { addUserAndNotifyApps } from '../joins.mts';

/** The rooms, as apps reach them. No method here separates a banned person's subscription from a member's. */
export class Rooms extends RoomBridge {
    constructor(
        private readonly database: Database,
        private readonly manager: () => AppManager,
    ) {
        super();
    }

    protected async getById(roomId: string, appId: string): Promise<IRoom> {
        return this.converted(this.visible(await this.database.rooms.findOne({ _id: roomId }), appId));
    }

    protected async getByName(roomName: string, appId: string): Promise<IRoom> {
        return this.converted(this.visible(await this.database.rooms.findOne({ name: roomName }), appId));
    }

    protected async getCreatorById(roomId: string, appId: string): Promise<IUser | undefined> {
        return (await this.getById(roomId, appId))?.creator;
    }

    protected async getCreatorByName(roomName: string, appId: string): Promise<IUser | undefined> {
        return (await this.getByName(roomName, appId))?.creator;
    }

    /** Returns everyone with a subscription, banned people included. */
    protected async getMembers(roomId: string): Promise<IUser[]> {
        return this.usersOf({ rid: roomId });
    }

    protected async getOwners(roomId: string): Promise<IUser[]> {
        return this.inRole(roomId, 'owner');
    }

    protected async getModerators(roomId: string): Promise<IUser[]> {
        return this.inRole(roomId, 'moderator');
    }

    protected async getLeaders(roomId: string): Promise<IUser[]> {
        return this.inRole(roomId, 'leader');
    }

    protected async getUserUnreadMessageCount(roomId: string, uid: string): Promise<number> {
        const subscription = await this.database.subscriptions.findOne({ 'rid': roomId, 'u._id': uid });
        if (!subscription) {
            throw new Error('User not subscribed to room');
        }
        return subscription.ls ? this.database.messages.count({ rid: roomId, ts: { $gt: subscription.ls } }) : 0;
    }

    /** Ignores unknown usernames, and people whom `addUserToRoom` does not add. */
    protected async update(room: IRoom, members: string[] = []): Promise<void> {
        if (!(await this.database.rooms.updateOne({ _id: room.id }, { $set: { ...fromAppRoomChanges(room), _updatedAt: new Date() } }))) {
            throw new Error('Room id not found');
        }
        for (const username of members) {
            const member = await this.database.users.findOne({ username });
            if (member) {
                await addUserAndNotifyApps(this.database, this.manager, room.id, member);
            }
        }
    }

    protected async delete(roomId: string): Promise<void> {
        await deleteRoom(this.database, roomId);
    }

    protected async removeUsers(roomId: string, usernames: string[]): Promise<void> {
        if (usernames.length > 50) {
            throw new Error('A maximum of 50 members can be removed in a single call');
        }
        for (const user of await this.database.users.find({ username: { $in: usernames } })) {
            await removeUserFromRoom(this.database, roomId, user);
        }
    }

    /** Starts a direct message if the creator may. This workspace has no app that creates other rooms. */
    protected async create(room: IRoom, usernames: string[]): Promise<string> {
        if (room.type !== RoomType.DIRECT_MESSAGE) {
            throw notHere('create');
        }
        if (!(await hasPermission(this.database, room.creator.id, 'create-d'))) {
            throw new Error('error-not-allowed');
        }
        const existing = await this.directRoomOf(usernames);
        return (existing ?? (await createDirectRoom(this.database, await this.database.users.find({ username: { $in: usernames } }))))._id;
    }

    protected async createDiscussion(): Promise<string> {
        throw notHere('createDiscussion');
    }

    protected async getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
        return this.converted(await this.directRoomOf(usernames));
    }

    protected async getAllRooms(): Promise<never[]> {
        throw notHere('getAllRooms');
    }

    protected async getMessages(): Promise<never[]> {
        throw notHere('getMessages');
    }

    protected async getUnreadByUser(): Promise<never[]> {
        throw notHere('getUnreadByUser');
    }

    private async directRoomOf(usernames: string[]): Promise<RoomDocument | undefined> {
        const ids = (await this.database.users.find({ username: { $in: usernames } })).map(({ _id }) => _id);
        const rooms = await this.database.rooms.find({ t: 'd' });
        return rooms.find(({ uids = [] }) => uids.length === ids.length && ids.every((id) => uids.includes(id)));
    }

    /** Since 8.5, the server passes a room's attributes only to apps with the permission `abac.read`. */
    private visible(room: RoomDocument | undefined, appId: string): RoomDocument | undefined {
        const permissions: { name: string }[] = this.manager().getPermissionsById(appId);
        return room && (permissions.some(({ name }) => name === 'abac.read') ? room : { ...room, abacAttributes: undefined });
    }

    private async converted(room: RoomDocument | undefined): Promise<IRoom> {
        return (room && (await toAppRoom(this.database, room))) as IRoom;
    }

    private inRole(rid: string, role: RoomRole): Promise<IUser[]> {
        return this.usersOf({ rid, roles: role });
    }

    private async usersOf(filter: Record<string, unknown>): Promise<IUser[]> {
        const ids = (await this.database.subscriptions.find(filter)).map(({ u }) => u._id);
        return (await this.database.users.find({ _id: { $in: ids } })).map(toAppUser);
    }
}

function notHere(method: string): Error {
    return new Error(`This workspace has no RoomBridge.${method}`);
}
