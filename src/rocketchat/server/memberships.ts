import { IModify, IRoomRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { IUser } from '@rocket.chat/apps-engine/definition/users';

import { Intruder, JoinResult, Memberships, Person, MembershipStatus } from '../../domain/ports';
import { PendingJoins } from './pendingJoins';
import { ROOM_ROLES, RoomRoles } from './roomRoles';
import { ServerRooms } from './rooms';
import { SubscriptionProbe } from './subscriptionProbe';
import { toPerson } from './users';

/** What the server's probe rejects with for a user without a subscription (engine-facts.md, 2). */
const NO_SUBSCRIPTION = 'User not subscribed to room';

/** Who is in which room, and the way in. */
export class ServerMemberships implements Memberships {
    /** `probe`: for the caller of this request, when the request carried a login. */
    constructor(
        private readonly reader: IRoomRead,
        private readonly modify: IModify,
        private readonly rooms: ServerRooms,
        private readonly users: IUserRead,
        private readonly roles: RoomRoles,
        private readonly pendingJoins: PendingJoins,
        private readonly probe?: SubscriptionProbe,
    ) {}

    /** A role in the room that was seen in this request says so as well, and costs no call. */
    async hasSubscription(rid: string, userId: string): Promise<boolean> {
        if (await this.roles.hasCachedRole(rid, userId)) {
            return true;
        }
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
        if (!(await this.hasSubscription(rid, person.id))) {
            return 'none';
        }
        if (await this.roles.hasAny(rid, person.id, ROOM_ROLES)) {
            return 'member';
        }
        return this.probe ? this.probe.statusOf(rid) : 'unverified';
    }

    /**
     * The server adds people by username, so whoever bears that username at that moment comes in, and a ban of theirs is lifted. The username is read
     * anew by id in the call right before: of what may change meanwhile, it is what people can change themselves.
     */
    async join(rid: string, person: Person): Promise<JoinResult> {
        // Read first, so that no call stands between the two that check and the join.
        const room = await this.rooms.engineRoom(rid);
        if (!room) {
            return { kind: 'not-added', cause: new Error(`There is no room ${rid}`) };
        }
        if (await this.hasSubscription(rid, person.id)) {
            return { kind: 'subscribed' };
        }
        const user = await this.readUser(person.id);
        if (!user || user.username !== person.username) {
            return { kind: 'renamed' };
        }
        const watched = this.pendingJoins.watch(rid, person.username, person.id);
        try {
            return await this.addWatched(room, person, () => watched.intruder());
        } finally {
            watched.end();
        }
    }

    private async addWatched(room: IRoom, person: Person, findIntruder: () => Promise<string | undefined>): Promise<JoinResult> {
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
        return intruder === undefined ? { kind: 'not-added', cause } : { kind: 'renamed', intruder: await this.takeOut(room.id, intruder) };
    }

    /** Takes somebody out of the room who came in by another person's username. */
    private async takeOut(rid: string, userId: string): Promise<Intruder> {
        const user = await this.readUser(userId);
        if (!user) {
            return { userId, isOut: true };
        }
        let cause: unknown;
        try {
            await this.modify.getDeleter().removeUsersFromRoom(rid, [user.username]);
        } catch (error) {
            cause = error;
        }
        return { userId, person: toPerson(user), isOut: !(await this.hasSubscription(rid, userId)), cause };
    }

    private async readUser(userId: string): Promise<IUser | undefined> {
        return (await this.users.getById(userId)) || undefined;
    }

    /**
     * By the room updater, with a room that changes nothing but its members. The engine insists on a creator and a display name, which rooms may lack
     * (a deleted creator, rooms from before display names); what is put in for its sake is not among the changes that it sends.
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
