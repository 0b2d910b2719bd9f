import { randomBytes, randomUUID } from 'node:crypto';

import express, { type RequestHandler } from 'express';

import { addUserToRoom, Collection, endpoint, hasPermission, inMemory, required, type Database, type RoomDocument } from '../workspace/index.mts';

/** An invite as the server stores it. */
interface ServersInvite {
    _id: string;
    inviteToken: string;
    rid: string;
    userId: string;
    days: number;
    maxUses: number;
    uses: number;
    createdAt: Date;
    expires: Date | null;
    url: string;
    _updatedAt: Date;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The sequences of database operations that the server's own invites consist of, behind the same HTTP server. It is a
 * yardstick for the app's times only: read in the server's source and written anew, without its other checks.
 */
export class ServersOwn {
    /** Indexed by token only, as on the server. */
    readonly invites = new Collection<ServersInvite>('rocketchat_invites', inMemory, undefined, {
        keysOf: ({ inviteToken }) => [inviteToken],
        keyOf: ({ inviteToken }) => inviteToken as string | undefined,
    });

    /** Stores an invite, and returns it. */
    async store(rid: string, userId: string, days: number, maxUses: number, uses = 0): Promise<ServersInvite> {
        const now = new Date();
        const expires = days > 0 ? new Date(now.getTime() + days * DAY) : null;
        const ids = { _id: randomBytes(8).toString('hex'), inviteToken: randomUUID() };
        const invite = { ...ids, rid, userId, days, maxUses, uses, createdAt: now, expires, url: '', _updatedAt: now };
        await this.invites.insertOne(invite);
        return invite;
    }

    routes(database: Database): RequestHandler[] {
        const routes = express.Router();
        routes.get(
            '/api/v1/empty',
            endpoint(database, async () => undefined),
        );
        routes.post('/api/v1/validateInviteToken', async (request, response) => {
            const { token } = request.body as { token: string };
            const valid = await this.validate(database, token).then(
                () => true,
                () => false,
            );
            response.json({ valid, success: true });
        });
        routes.post(
            '/api/v1/findOrCreateInvite',
            endpoint(database, async ({ body }, { _id }) => ({ ...(await this.findOrCreate(database, _id, body as ServersInvite)) })),
        );
        routes.post(
            '/api/v1/useInviteToken',
            endpoint(database, async ({ body }, { _id }) => this.use(database, _id, required(body as Record<string, unknown>, 'token'))),
        );
        routes.get(
            '/api/v1/listInvites',
            endpoint(database, async (_request, { _id }) => {
                await expectHolder(database, _id);
                return { invites: await this.invites.find() };
            }),
        );
        return [routes];
    }

    private async validate(database: Database, inviteToken: string): Promise<{ invite: ServersInvite; room: RoomDocument }> {
        const invite = await this.invites.findOne({ inviteToken });
        const room = invite && (await database.rooms.findOne({ _id: invite.rid }));
        if (!room || (invite.expires && invite.expires.getTime() <= Date.now()) || (invite.maxUses > 0 && invite.uses >= invite.maxUses)) {
            throw new Error('The invite token is invalid.');
        }
        return { invite, room };
    }

    private async findOrCreate(database: Database, userId: string, { rid, days, maxUses }: ServersInvite): Promise<ServersInvite> {
        await expectHolder(database, userId, rid);
        const subscription = await database.subscriptions.findOne({ rid, 'u._id': userId });
        if (!subscription || !(await database.rooms.findOne({ _id: rid }))) {
            throw new Error('The rid field is invalid');
        }
        const existing = await this.invites.findOne({
            ...{ rid, userId, days, maxUses },
            ...(days > 0 && { expires: { $gt: new Date() } }),
            ...(maxUses > 0 && { uses: { $lt: maxUses } }),
        });
        return existing ?? this.store(rid, userId, days, maxUses);
    }

    private async use(database: Database, userId: string, token: string): Promise<{ room: object }> {
        const { invite, room } = await this.validate(database, token);
        const user = (await database.users.findOne({ _id: userId }))!;
        await database.users.updateOne({ _id: userId }, { $set: { inviteToken: token } });
        if (!(await database.subscriptions.findOne({ 'rid': room._id, 'u._id': userId }))) {
            await this.invites.updateOne({ _id: invite._id }, { $inc: { uses: 1 } });
        }
        await addUserToRoom(database, room._id, user);
        return { room: { rid: room._id, prid: room.prid, fname: room.fname, name: room.name, t: room.t } };
    }
}

async function expectHolder(database: Database, userId: string, rid?: string): Promise<void> {
    if (!(await hasPermission(database, userId, 'create-invite-links', rid))) {
        throw new Error('not_authorized');
    }
}
