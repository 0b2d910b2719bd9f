import type { RoomDocument, SubscriptionDocument } from '../workspace/index.mts';
import type { World } from './world.mts';

interface Invite {
    id: string;
    rooms: string[];
    userId: string;
}

/** The app's records and everything of the server that it could change, by key. */
interface State {
    invites: Map<string, { text: string; invite: Invite }>;
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
        // Every caller's wrong tokens may be counted.
        counts: JSON.stringify(records.filter((record) => !isInvite(record) && kindOf(record) !== 'wrong-tokens')),
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
    owns: (rid: string) => boolean;
}

/** Returns the changes that this caller may not make. */
export function unauthorised(before: State, after: State, caller: Pick<Rights, 'userId' | 'isAdmin'>): string[] {
    const { userId, isAdmin, leads, owns } = rightsOf(before, caller);
    const changes: string[] = [];
    for (const [id, { text, invite }] of after.invites) {
        const was = before.invites.get(id);
        if (was ? was.text !== text : invite.userId !== userId || !leads(invite.rooms[0]!)) {
            changes.push(`${was ? 'changed' : 'made'} invite ${text}`);
        }
    }
    for (const [id, { text, invite }] of before.invites) {
        if (!after.invites.has(id) && !isAdmin && invite.userId !== userId && !owns(invite.rooms[0]!)) {
            changes.push(`removed invite ${text}`);
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

function rightsOf({ subscriptions }: State, { userId, isAdmin }: Pick<Rights, 'userId' | 'isAdmin'>): Rights {
    const own = [...subscriptions.values()].map(({ subscription }) => subscription).filter(({ u, status }) => u._id === userId && !status);
    const has = (rid: string, ...roles: string[]): boolean =>
        own.some((subscription) => subscription.rid === rid && subscription.roles?.some((role) => roles.includes(role)));
    return {
        userId,
        isAdmin,
        leads: (rid) => has(rid, 'owner', 'moderator') || (isAdmin && own.some((subscription) => subscription.rid === rid)),
        owns: (rid) => has(rid, 'owner'),
    };
}
