import type { IUser, IUserCreationOptions, UserType } from '@rocket.chat/apps-engine/definition/users/index.js';
import { UserBridge } from '@rocket.chat/apps-engine/server/bridges/UserBridge.js';

import { randomId } from '../../server/ids.mts';
import { deleteUser, setActive } from '../../server/users.mts';
import type { UserDocument } from '../../store/documents.mts';
import type { Database } from '../../store/database.mts';
import { fromAppUser, toAppUser } from '../converters.mts';

export class Users extends UserBridge {
    constructor(private readonly database: Database) {
        super();
    }

    async getById(id: string): Promise<IUser> {
        return converted(await this.database.users.findOne({ _id: id })) as IUser;
    }

    async getByUsername(username: string): Promise<IUser> {
        return converted(await this.database.users.findOne({ username })) as IUser;
    }

    async getAppUser(appId?: string): Promise<IUser | undefined> {
        return appId === undefined ? undefined : converted(await this.database.users.findOne({ appId }));
    }

    async create(data: Partial<IUser>, _appId: string, _options?: IUserCreationOptions): Promise<string> {
        const user = fromAppUser(data, randomId());
        if (await this.database.users.findOne({ username: user.username })) {
            throw new Error(`The username "${user.username}" is already being used. Rename or remove the user using it to install this App`);
        }
        await this.database.users.insertOne(user);
        return user._id;
    }

    async remove(user: IUser): Promise<boolean> {
        if (user) {
            await deleteUser(this.database, user.id);
        }
        return true;
    }

    async getActiveUserCount(): Promise<number> {
        return this.database.users.count({ active: true, type: 'user' });
    }

    protected async update(user: IUser, updates: Partial<IUser>): Promise<boolean> {
        await this.database.users.updateOne({ _id: user.id }, { $set: updates });
        return true;
    }

    protected async getUserUnreadMessageCount(uid: string): Promise<number> {
        return (await this.database.subscriptions.find({ 'u._id': uid })).reduce((sum, { unread }) => sum + unread, 0);
    }

    /** Includes the rooms that banned the user. */
    protected async getUserRoomIds(userId: string): Promise<string[]> {
        return (await this.database.subscriptions.find({ 'u._id': userId })).map(({ rid }) => rid);
    }

    protected async deleteUsersCreatedByApp(appId: string, type: UserType.APP | UserType.BOT): Promise<boolean> {
        return (await this.database.users.deleteMany({ appId, type })) > 0;
    }

    protected async deactivate(userId: string): Promise<boolean> {
        await setActive(this.database, userId, false);
        return true;
    }
}

function converted(user: UserDocument | undefined): IUser | undefined {
    return user && toAppUser(user);
}
