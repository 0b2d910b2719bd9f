import type { SubscriptionDocument } from '../store/documents.mts';
import type { Database } from '../store/database.mts';

/** The server's default permissions, as far as the workspace checks them. */
export const PERMISSIONS = {
    'add-user-to-joined-room': ['admin', 'owner', 'moderator'],
    'add-user-to-any-c-room': ['admin'],
    'add-user-to-any-p-room': [],
    'archive-room': ['admin', 'owner'],
    'ban-user': ['admin', 'owner', 'moderator'],
    'create-c': ['admin', 'user', 'bot', 'app'],
    'create-p': ['admin', 'user', 'bot', 'app'],
    'create-invite-links': ['admin', 'owner', 'moderator'],
    'create-user': ['admin', 'bot'],
    'delete-c': ['admin', 'owner'],
    'delete-p': ['admin', 'owner'],
    'delete-user': ['admin'],
    'manage-apps': ['admin'],
    'post-readonly': ['admin', 'owner', 'moderator'],
} as const satisfies Record<string, readonly string[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Workspace roles count everywhere. The roles of a subscription count in its room only. */
export async function hasPermission(database: Database, userId: string, permission: Permission, rid?: string): Promise<boolean> {
    const user = await database.users.findOne({ _id: userId });
    const subscription: SubscriptionDocument | undefined =
        rid === undefined ? undefined : await database.subscriptions.findOne({ rid, 'u._id': userId });
    const roles: string[] = [...(user?.roles ?? []), ...(subscription?.roles ?? [])];
    return PERMISSIONS[permission].some((role) => roles.includes(role));
}
