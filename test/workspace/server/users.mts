import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

import type { UserDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';
import { ServerError } from './errors.mts';
import { randomId } from './ids.mts';

export interface NewUser {
    username?: string;
    name?: string;
    password: string;
    roles?: string[];
    language?: string | undefined;
    email?: string;
    /** Whether the person has proved that the address is theirs. True by default. */
    isVerified?: boolean;
    /** Whether the account may be used. True by default. */
    active?: boolean;
}

export async function createUser(database: Database, user: NewUser): Promise<UserDocument> {
    if (user.username !== undefined && (await database.users.findOne({ username: user.username }))) {
        throw new ServerError('error-field-unavailable', `${user.username} is already in use :(`);
    }
    const now = new Date();
    const document: UserDocument = {
        _id: randomId(),
        username: user.username,
        name: user.name ?? user.username,
        type: 'user',
        active: user.active ?? true,
        roles: user.roles ?? ['user'],
        createdAt: now,
        _updatedAt: now,
        emails: user.email ? [{ address: user.email, verified: user.isVerified ?? true }] : undefined,
        settings: { preferences: user.language ? { language: user.language } : {} },
        services: { password: hashPassword(user.password), resume: { loginTokens: [] } },
    };
    await database.users.insertOne(document);
    return document;
}

/** Returns the user with that username or address and password, active or not, or undefined. */
export async function findByPassword(database: Database, login: string, password: string): Promise<UserDocument | undefined> {
    const user = await database.users.findOne({ $or: [{ username: login }, { 'emails.address': login }] });
    if (!user?.services.password) {
        return undefined;
    }
    const { salt, hash } = user.services.password;
    return timingSafeEqual(Buffer.from(hash, 'hex'), hashed(password, salt)) ? user : undefined;
}

/** Returns a new login token. Only its hash is stored. */
export async function issueLoginToken(database: Database, userId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await database.users.updateOne(
        { _id: userId },
        { $push: { 'services.resume.loginTokens': { hashedToken: hashLoginToken(token), when: new Date() } } },
    );
    return token;
}

/** Revokes a login token. */
export async function dropLoginToken(database: Database, userId: string, token: string): Promise<void> {
    await database.users.updateOne({ _id: userId }, { $pull: { 'services.resume.loginTokens': { hashedToken: hashLoginToken(token) } } });
}

export async function findByLoginToken(database: Database, token: string): Promise<UserDocument | undefined> {
    return database.users.findOne({ 'services.resume.loginTokens.hashedToken': hashLoginToken(token) });
}

export async function findByIdAndLoginToken(database: Database, userId: string, token: string): Promise<UserDocument | undefined> {
    const user = await findByLoginToken(database, token);
    return user?._id === userId ? user : undefined;
}

/** Renames a user, in their subscriptions too. The old username becomes free. */
export async function renameUser(database: Database, userId: string, username: string): Promise<void> {
    const holder = await database.users.findOne({ username });
    if (holder && holder._id !== userId) {
        throw new ServerError('error-field-unavailable', `${username} is already in use :(`);
    }
    await database.users.updateOne({ _id: userId }, { $set: { username, _updatedAt: new Date() } });
    await database.subscriptions.updateMany({ 'u._id': userId }, { $set: { 'u.username': username } });
}

/** Deletes a user and their subscriptions. */
export async function deleteUser(database: Database, userId: string): Promise<void> {
    for (const { rid, status } of await database.subscriptions.find({ 'u._id': userId })) {
        if (status !== 'BANNED') {
            await database.rooms.updateOne({ _id: rid }, { $inc: { usersCount: -1 } });
        }
    }
    await database.subscriptions.deleteMany({ 'u._id': userId });
    await database.users.deleteOne({ _id: userId });
}

/** Activates or deactivates a user. Deactivation ends the user's logins and keeps everything else. */
export async function setActive(database: Database, userId: string, active: boolean): Promise<void> {
    await database.users.updateOne(
        { _id: userId },
        { $set: { active, _updatedAt: new Date(), ...(active ? {} : { 'services.resume.loginTokens': [] }) } },
    );
}

/** Cheap on purpose: tests create hundreds of users, and no attacker reaches this workspace. */
function hashed(password: string, salt: string): Buffer {
    return scryptSync(password, salt, 32, { N: 2 });
}

function hashPassword(password: string): { salt: string; hash: string } {
    const salt = randomBytes(16).toString('hex');
    return { salt, hash: hashed(password, salt).toString('hex') };
}

function hashLoginToken(token: string): string {
    return createHash('sha256').update(token).digest('base64');
}
