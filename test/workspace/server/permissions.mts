import type { PermissionDocument, SubscriptionDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';

/** The server's default permissions, as far as the workspace checks them. */
const DEFAULTS = {
    'add-user-to-joined-room': ['admin', 'owner', 'moderator'],
    'add-user-to-any-c-room': ['admin'],
    'add-user-to-any-p-room': [],
    'access-permissions': ['admin'],
    'archive-room': ['admin', 'owner'],
    'ban-user': ['admin', 'owner', 'moderator'],
    'create-c': ['admin', 'user', 'bot', 'app'],
    'create-d': ['admin', 'user', 'bot', 'app'],
    'create-p': ['admin', 'user', 'bot', 'app'],
    'create-invite-links': ['admin', 'owner', 'moderator'],
    'create-user': ['admin', 'bot'],
    'delete-c': ['admin', 'owner'],
    'delete-p': ['admin', 'owner'],
    'delete-user': ['admin'],
    'manage-apps': ['admin'],
    'post-readonly': ['admin', 'owner', 'moderator'],
} as const satisfies Record<string, readonly string[]>;

export type Permission = keyof typeof DEFAULTS;

/** Permissions that nobody changed have the date of no change. */
const UNCHANGED = new Date(0);

/** Workspace roles count everywhere. The roles of a subscription count in its room only. */
export async function hasPermission(database: Database, userId: string, permission: Permission, rid?: string): Promise<boolean> {
    const user = await database.users.findOne({ _id: userId });
    const subscription: SubscriptionDocument | undefined =
        rid === undefined ? undefined : await database.subscriptions.findOne({ rid, 'u._id': userId });
    const roles: string[] = [...(user?.roles ?? []), ...(subscription?.roles ?? [])];
    const { roles: holders } = (await database.permissions.findOne({ _id: permission })) ?? { roles: DEFAULTS[permission] };
    return holders.some((role) => roles.includes(role));
}

/** Returns the whole permission table. */
export async function listPermissions(database: Database): Promise<PermissionDocument[]> {
    const changed = await database.permissions.find();
    const defaults = Object.entries(DEFAULTS)
        .filter(([id]) => !changed.some(({ _id }) => _id === id))
        .map(([_id, roles]) => ({ _id, roles: [...roles], _updatedAt: UNCHANGED }));
    return [...defaults, ...changed];
}

/** Sets the roles of a permission, or adds a permission that this version of the server does not have. */
export async function setPermission(database: Database, _id: string, roles: string[]): Promise<void> {
    const changes = { roles, _updatedAt: new Date() };
    if (!(await database.permissions.updateOne({ _id }, { $set: changes }))) {
        await database.permissions.insertOne({ _id, ...changes });
    }
}
