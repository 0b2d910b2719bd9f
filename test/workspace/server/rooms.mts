import type { TeamDocument, RoomDocument, RoomKind, RoomRole, SubscriptionDocument, UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { ServerError } from './errors.mts';
import { randomId } from './ids.mts';
import { saveSystemMessage } from './messages.mts';

type Extra = Partial<Pick<RoomDocument, 'name' | 'fname' | 'topic' | 'prid' | 'teamId' | 'teamMain' | 'teamDefault' | 'archived'>>;

export async function createRoom(database: Database, kind: RoomKind, name: string, creator: UserDocument, extra: Extra = {}): Promise<RoomDocument> {
    if (await database.rooms.findOne({ name })) {
        throw new ServerError('error-duplicate-channel-name', `A channel with name '${name}' exists`);
    }
    const now = new Date();
    const room: RoomDocument = {
        _id: randomId(),
        t: kind,
        name,
        fname: name,
        u: { _id: creator._id, username: creator.username },
        msgs: 0,
        usersCount: 1,
        ts: now,
        _updatedAt: now,
        ...extra,
    };
    await database.rooms.insertOne(room);
    await database.subscriptions.insertOne(newSubscription(room, creator, ['owner']));
    return room;
}

export async function createDirectRoom(database: Database, users: UserDocument[]): Promise<RoomDocument> {
    const now = new Date();
    const room: RoomDocument = {
        _id: randomId(34),
        t: 'd',
        uids: users.map(({ _id }) => _id),
        msgs: 0,
        usersCount: users.length,
        ts: now,
        _updatedAt: now,
    };
    await database.rooms.insertOne(room);
    for (const user of users) {
        await database.subscriptions.insertOne(newSubscription(room, user));
    }
    return room;
}

/**
 * Imitates the server's `addUserToRoom` (8.4 and later). Whoever joins the main room of a team becomes a member of it. It silently lifts a ban, and ignores members, direct
 * messages and federated rooms. In a room managed by attributes it throws, because no user here has any.
 */
export async function addUserToRoom(database: Database, rid: string, user: UserDocument, inviter?: UserDocument): Promise<boolean | undefined> {
    const room = await database.rooms.findOne({ _id: rid });
    if (!room) {
        throw new ServerError('error-invalid-room', 'Invalid room');
    }
    if (room.t === 'd' || room.federated) {
        return undefined;
    }
    if (room.abacAttributes?.length) {
        throw new ServerError('error-usernames-not-matching-abac-attributes');
    }
    const subscription = await database.subscriptions.findOne({ rid, 'u._id': user._id });
    if (subscription?.status === 'BANNED') {
        await database.subscriptions.deleteOne({ _id: subscription._id });
        await saveSystemMessage(database, 'user-unbanned', rid, user, inviter);
    } else if (subscription) {
        return undefined;
    }
    await database.subscriptions.insertOne(newSubscription(room, user));
    await database.rooms.updateOne({ _id: rid }, { $inc: { usersCount: 1 } });
    if (!user.username) {
        throw new ServerError('error-invalid-user', 'Cannot add an user to a room without a username');
    }
    await saveSystemMessage(database, inviter ? 'au' : 'uj', rid, user, inviter);
    if (room.teamMain && room.teamId) {
        await addTeamMember(database, room.teamId, user, inviter);
    }
    return true;
}

/** Creates a team with its main room, as the server's team service does. */
export async function createTeam(database: Database, kind: RoomKind, name: string, creator: UserDocument): Promise<TeamDocument> {
    const teamId = randomId();
    const { _id: roomId } = await createRoom(database, kind, name, creator, { teamId, teamMain: true });
    const team: TeamDocument = { _id: teamId, name, roomId };
    await database.teams.insertOne(team);
    await database.teamMembers.insertOne({ _id: randomId(), teamId, userId: creator._id });
    return team;
}

/** Imitates the server's team service: a new member of a team is added to its default rooms. Members are ignored. */
async function addTeamMember(database: Database, teamId: string, user: UserDocument, inviter?: UserDocument): Promise<void> {
    if (await database.teamMembers.findOne({ teamId, userId: user._id })) {
        return;
    }
    await database.teamMembers.insertOne({ _id: randomId(), teamId, userId: user._id });
    for (const { _id } of await database.rooms.find({ teamId, teamDefault: true })) {
        await addUserToRoom(database, _id, user, inviter);
    }
}

export async function removeUserFromRoom(database: Database, rid: string, user: UserDocument): Promise<void> {
    if (await database.subscriptions.deleteOne({ rid, 'u._id': user._id })) {
        await database.rooms.updateOne({ _id: rid }, { $inc: { usersCount: -1 } });
        await saveSystemMessage(database, 'ul', rid, user);
    }
}

export async function giveRoomRole(database: Database, rid: string, userId: string, role: RoomRole): Promise<void> {
    await database.subscriptions.updateOne({ rid, 'u._id': userId }, { $addToSet: { roles: role } });
}

export async function deleteRoom(database: Database, rid: string): Promise<void> {
    await database.messages.deleteMany({ rid });
    await database.subscriptions.deleteMany({ rid });
    await database.rooms.deleteOne({ _id: rid });
}

/** Everyone except banned people can access a public room. Any other room is open to its members only. */
export async function canAccessRoom(database: Database, rid: string, userId: string): Promise<boolean> {
    const room = await database.rooms.findOne({ _id: rid });
    const subscription = await database.subscriptions.findOne({ rid, 'u._id': userId });
    if (!room || subscription?.status === 'BANNED') {
        return false;
    }
    return room.t === 'c' || subscription !== undefined;
}

function newSubscription(room: RoomDocument, user: UserDocument, roles?: RoomRole[]): SubscriptionDocument {
    return {
        _id: randomId(),
        rid: room._id,
        t: room.t,
        name: room.name,
        fname: room.fname,
        u: { _id: user._id, username: user.username, name: user.name },
        roles,
        ts: new Date(),
        open: true,
        alert: true,
        unread: 1,
    };
}
