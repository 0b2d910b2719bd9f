import { IModify, IRoomRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Intruder, JoinResult, Memberships, Person, MembershipStatus } from '../../domain/ports';
import { PendingJoins } from './pendingJoins';
import { ROOM_ROLES, RoomRoles } from './roomRoles';
import { ServerRooms } from './rooms';
import { SubscriptionProbe } from './subscriptionProbe';
import { toPerson } from './users';

/** The server rejects the call for unread messages with this message if the user has no subscription. */
const NO_SUBSCRIPTION = 'User not subscribed to room';

/** Reads memberships from the server, and adds people to rooms. */
export class ServerMemberships implements Memberships {
    /** `probe` reads subscriptions with the caller's login. It is undefined if the request carried none. */
    constructor(
        private readonly reader: IRoomRead,
        private readonly modify: IModify,
        private readonly rooms: ServerRooms,
        private readonly users: IUserRead,
        private readonly roles: RoomRoles,
        private readonly pendingJoins: PendingJoins,
        private readonly probe?: SubscriptionProbe,
    ) {}

    /** A cached role proves a subscription without a call to the server. */
    async hasSubscription(rid: string, userId: string): Promise<boolean> {
        return (await this.roles.hasCachedRole(rid, userId)) || this.readSubscription(rid, userId);
    }

    /** The accessors can only read a count of unread messages, which the server refuses without a subscription. */
    private async readSubscription(rid: string, userId: string): Promise<boolean> {
        try {
            const unread: unknown = await this.reader.getUserUnreadMessageCount(rid, userId);
            if (typeof unread !== 'number') {
                throw new Error('The membership could not be read: does the app have the permission "room.read"?');
            }
            return true;
        } catch (error) {
            if (error instanceof Error && error.message.includes(NO_SUBSCRIPTION)) {
                return false;
            }
            throw error;
        }
    }

    async statusOf(rid: string, person: Person): Promise<MembershipStatus> {
        if (await this.roles.hasCachedRole(rid, person.id)) {
            return 'member';
        }
        if (!(await this.readSubscription(rid, person.id))) {
            return 'none';
        }
        if (await this.roles.hasAny(rid, person.id, ROOM_ROLES)) {
            return 'member';
        }
        // A login reads its owner's subscription only, so it says nothing about another person.
        return this.probe && this.probe.userId === person.id ? this.probe.statusOf(rid) : 'unverified';
    }

    /**
     * The server adds people by username and lifts their bans, so a stale username could let in another person.
     * The username is therefore read by id right before the join (docs/decisions/0012-who-really-came-in.md).
     */
    async join(rid: string, person: Person): Promise<JoinResult> {
        // Read first, so that no call but the two checks comes right before the join.
        const room = await this.rooms.engineRoom(rid);
        if (!room) {
            return { kind: 'not-added', cause: new Error(`There is no room ${rid}`) };
        }
        if (await this.hasSubscription(rid, person.id)) {
            return { kind: 'subscribed' };
        }
        // Not at once with the call before: that one may take longer, and the name would be old by then.
        const user = await this.readUser(person.id);
        if (!user || user.username !== person.username) {
            return { kind: 'renamed' };
        }
        const pending = this.pendingJoins.watch(rid, person.username, person.id);
        try {
            return await this.addAndVerify(room, person, () => pending.intruder());
        } finally {
            pending.end();
        }
    }

    private async addAndVerify(room: IRoom, person: Person, findIntruder: () => Promise<string | undefined>): Promise<JoinResult> {
        let cause: unknown;
        try {
            await this.add(room, person);
        } catch (error) {
            cause = error;
        }
        if (await this.hasSubscription(room.id, person.id)) {
            return { kind: 'joined' };
        }
        const intruder = await findIntruder();
        return intruder === undefined ? { kind: 'not-added', cause } : { kind: 'renamed', intruder: await this.removeIntruder(room.id, intruder) };
    }

    /** Removes a person who joined under another person's former username. */
    private async removeIntruder(rid: string, userId: string): Promise<Intruder> {
        const user = await this.readUser(userId);
        if (!user) {
            return { userId, isRemoved: true };
        }
        let cause: unknown;
        try {
            await this.modify.getDeleter().removeUsersFromRoom(rid, [user.username]);
        } catch (error) {
            cause = error;
        }
        return { userId, person: toPerson(user), isRemoved: !(await this.hasSubscription(rid, userId)), cause };
    }

    private async readUser(userId: string): Promise<IUser | undefined> {
        return (await this.users.getById(userId)) || undefined;
    }

    /**
     * The engine requires a creator and a display name, which some rooms lack.
     * The room updater sends only the new member, so these substitutes are never saved.
     */
    private async add(room: IRoom, person: Person): Promise<void> {
        const builder = this.modify.getCreator().startRoom({
            ...room,
            creator: room.creator || ({ id: person.id } as IUser),
            displayName: room.displayName || room.slugifiedName,
        });
        builder.getRoom().id = room.id;
        builder.addMemberToBeAddedByUsername(person.username);
        await this.modify.getUpdater().finish(builder);
    }
}
