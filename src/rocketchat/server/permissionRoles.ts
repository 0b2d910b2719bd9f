/** The permissions of the server that the app follows. */
export type FollowedPermission = 'create-invite-links' | 'manage-invite-links' | 'add-user-to-joined-room';

/** The ids of the roles that hold each permission. Older servers have no `manage-invite-links`. */
export type PermissionRoles = Readonly<Partial<Record<FollowedPermission, readonly string[]>>>;

/** The server's own defaults. They count as long as the table has not been read, or lacks a permission. */
export const DEFAULT_ROLES: Readonly<Record<FollowedPermission, readonly string[]>> = {
    'create-invite-links': ['admin', 'owner', 'moderator'],
    'manage-invite-links': ['admin'],
    'add-user-to-joined-room': ['admin', 'owner', 'moderator'],
};

/** All of them. */
export const FOLLOWED_PERMISSIONS = Object.keys(DEFAULT_ROLES) as readonly FollowedPermission[];

/** Every server has these. */
const REQUIRED: readonly FollowedPermission[] = ['create-invite-links', 'add-user-to-joined-room'];

const MAX_ROLES = 1000;
const MAX_ROLE_LENGTH = 200;

/**
 * Returns the followed permissions in the response of `permissions.listAll`. Returns undefined for any other response
 * and for a part of the table, so that neither can change who holds a permission.
 */
export function parsePermissions(body: unknown): PermissionRoles | undefined {
    const { update, remove, success } = (body || {}) as { update?: unknown; remove?: unknown; success?: unknown };
    if (success !== true || !Array.isArray(update) || !Array.isArray(remove)) {
        return undefined;
    }
    const roles: Partial<Record<FollowedPermission, unknown>> = {};
    for (const entry of update as unknown[]) {
        const { _id: id, roles: ids } = (entry || {}) as { _id?: unknown; roles?: unknown };
        if (isFollowed(id)) {
            if (roles[id] !== undefined) {
                return undefined;
            }
            roles[id] = ids;
        }
    }
    return isPermissionRoles(roles) ? roles : undefined;
}

/** Whether the value names the roles of each permission that every server has. */
export function isPermissionRoles(value: unknown): value is PermissionRoles {
    const roles = (value || {}) as Partial<Record<FollowedPermission, unknown>>;
    const manage = roles['manage-invite-links'];
    return REQUIRED.every((permission) => isRoleIds(roles[permission])) && (manage === undefined || isRoleIds(manage));
}

function isFollowed(id: unknown): id is FollowedPermission {
    return typeof id === 'string' && Object.prototype.hasOwnProperty.call(DEFAULT_ROLES, id);
}

/** An empty list is valid: nobody holds the permission. */
function isRoleIds(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.length <= MAX_ROLES && value.every((id) => typeof id === 'string' && id.length <= MAX_ROLE_LENGTH);
}
