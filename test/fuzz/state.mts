import type { RoomDocument, SubscriptionDocument } from '../workspace/index.mts';
import type { World } from './world.mts';

/** One stored revision of an invite (src/rocketchat/storage/inviteRecord.ts). */
interface Invite {
    id: string;
    rooms: string[];
    userId: string;
    createdAt: number;
    token: string;
}

/** Records that each caller may add about themselves: their refused attempts, and their last list. */
const OWN_KINDS = ['join', 'shown-list'];

/** The app's records and everything of the server that it could change, by key. */
interface State {
    invites: Map<string, { text: string; invite: Invite }>;
    /** The app's records about people, with the id of the person. */
    own: Map<string, string>;
    /** The app's other records. */
    counts: string;
    subscriptions: Map<string, { text: string; subscription: SubscriptionDocument }>;
    rooms: string;
}

export async function stateOf({ scene }: World): Promise<State> {
    const { appPersistence, subscriptions, rooms } = scene.workspace.database;
    const records = await appPersistence.find();
    const kindOf = ({ data }: { data: unknown }): string => (data as { kind: string }).kind;
    const isInvite = (record: { data: unknown }): boolean => kindOf(record) === 'invite';
    return {
        invites: new Map(
            records.filter(isInvite).map((record) => {
                const invite = record.data as Invite;
                return [invite.id, { text: JSON.stringify(record), invite }];
            }),
        ),
        own: new Map(
            records
                .filter((record) => OWN_KINDS.includes(kindOf(record)))
                .map((record) => {
                    const { personId, userId } = record.data as { personId?: string; userId?: string };
                    return [JSON.stringify(record), (personId ?? userId)!];
                }),
        ),
        // Every caller's wrong tokens may be counted, and every login may read the permissions.
        counts: JSON.stringify(
            records.filter((record) => !isInvite(record) && ![...OWN_KINDS, 'wrong-tokens', 'permissions'].includes(kindOf(record))),
        ),
        subscriptions: new Map(
            (await subscriptions.find()).map((subscription) => [subscription._id, { text: JSON.stringify(subscription), subscription }]),
        ),
        rooms: JSON.stringify((await rooms.find()).map(lasting)),
    };
}

/** Omits the fields that change with the members. */
function lasting(room: RoomDocument): Partial<RoomDocument> {
    const { usersCount: _count, msgs: _messages, lm: _last, _updatedAt, ...rest } = room;
    return rest;
}

/** What a caller may change, by their roles on the server. */
interface Rights {
    userId: string | undefined;
    isAdmin: boolean;
    /** Whether the caller may create invites to a room and add people to it. */
    leads: (rid: string) => boolean;
}

/** Returns the changes that this caller may not make. */
export function unauthorised(before: State, after: State, caller: Pick<Rights, 'userId' | 'isAdmin'>): string[] {
    const { userId, isAdmin, leads } = rightsOf(before, caller);
    const changes: string[] = [];
    const leadsAll = ({ rooms }: Invite): boolean => rooms.every(leads);
    const manages = (invite: Invite): boolean => isAdmin || leadsAll(invite);
    // A manager of one room may revoke an invite that opens others too.
    const mayRevoke = ({ userId: creator, rooms }: Invite): boolean => isAdmin || creator === userId || rooms.some(leads);
    for (const [id, { text, invite }] of after.invites) {
        const was = before.invites.get(id);
        if (was ? was.text !== text && !mayChange(was.invite, invite, userId, manages) : invite.userId !== userId || !leadsAll(invite)) {
            changes.push(`${was ? `changed invite ${was.text} to` : 'made invite'} ${text}`);
        }
    }
    for (const [id, { text, invite }] of before.invites) {
        if (!after.invites.has(id) && !mayRevoke(invite)) {
            changes.push(`removed invite ${text}`);
        }
    }
    for (const [text, about] of after.own) {
        if (!before.own.has(text) && about !== userId) {
            changes.push(`wrote ${text}`);
        }
    }
    for (const [text, about] of before.own) {
        // The last list takes the place of the one before. Nothing else is removed.
        if (!after.own.has(text) && (about !== userId || !text.includes('shown-list'))) {
            changes.push(`removed ${text}`);
        }
    }
    for (const [id, { text, subscription }] of after.subscriptions) {
        const was = before.subscriptions.get(id);
        if (was ? was.text !== text : !leads(subscription.rid)) {
            changes.push(`${was ? 'changed' : 'made'} subscription ${text}`);
        }
    }
    // The app removes nobody from a room. A lifted ban would show as a new subscription.
    for (const [id, { text }] of before.subscriptions) {
        if (!after.subscriptions.has(id)) {
            changes.push(`removed subscription ${text}`);
        }
    }
    if (before.rooms !== after.rooms) {
        changes.push(`changed rooms ${before.rooms} to ${after.rooms}`);
    }
    // No caller has a foreign token, so nobody can join by an invite.
    if (before.counts !== after.counts) {
        changes.push(`changed counts ${before.counts} to ${after.counts}`);
    }
    return changes;
}

/** Whether a caller may edit an invite like that: its managers anything but room and creator, its creator the token too. */
function mayChange(was: Invite, is: Invite, userId: string | undefined, manages: (invite: Invite) => boolean): boolean {
    const fixed = ({ id, rooms, userId: creator, createdAt }: Invite): string => JSON.stringify([id, rooms, creator, createdAt]);
    return manages(was) && fixed(was) === fixed(is) && (was.token === is.token || was.userId === userId);
}

function rightsOf({ subscriptions }: State, { userId, isAdmin }: Pick<Rights, 'userId' | 'isAdmin'>): Rights {
    const own = [...subscriptions.values()].map(({ subscription }) => subscription).filter(({ u, status }) => u._id === userId && !status);
    const has = (rid: string, ...roles: string[]): boolean =>
        own.some((subscription) => subscription.rid === rid && subscription.roles?.some((role) => roles.includes(role)));
    return {
        userId,
        isAdmin,
        leads: (rid) => has(rid, 'owner', 'moderator') || (isAdmin && own.some((subscription) => subscription.rid === rid)),
    };
}
