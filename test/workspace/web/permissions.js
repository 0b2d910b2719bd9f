import { rest } from './server.js';

/** Returns a person's roles in the workspace and in the room, and the roles of each permission. */
export async function loadAccess(rid, me) {
    const [{ update }, { subscription }] = await Promise.all([
        rest('GET', 'permissions.listAll'),
        rest('GET', `subscriptions.getOne?roomId=${encodeURIComponent(rid)}`),
    ]);
    return {
        roles: me.roles,
        roomRoles: subscription?.roles ?? [],
        permissions: new Map(update.map(({ _id, roles }) => [_id, roles])),
    };
}

function holds(permission, roles, permissions) {
    return (permissions.get(permission) ?? []).some((role) => roles.includes(role));
}

/** Whether the person has one of the command's permissions, by a role in the workspace or in the room. */
export function mayType({ permission }, { roles, roomRoles, permissions }) {
    const wanted = [permission ?? []].flat();
    return wanted.length === 0 || wanted.some((id) => holds(id, [...roles, ...roomRoles], permissions));
}

const ROOM_TYPES = {
    public_channel: ({ t }) => t === 'c',
    private_channel: ({ t }) => t === 'p',
    public_team: ({ t, teamMain }) => t === 'c' && teamMain === true,
    private_team: ({ t, teamMain }) => t === 'p' && teamMain === true,
    public_discussion: ({ t, prid }) => t === 'c' && prid !== undefined,
    private_discussion: ({ t, prid }) => t === 'p' && prid !== undefined,
    direct: ({ t }) => t === 'd',
    direct_multiple: ({ t, uids = [] }) => t === 'd' && uids.length > 2,
    livechat: ({ t }) => t === 'l',
};

/** @typedef {Partial<Record<'roomTypes' | 'hasOnePermission' | 'hasAllPermissions' | 'hasOneRole' | 'hasAllRoles', string[]>>} Filter */

/**
 * Whether the client offers an app's action button to the person. As in the real client (`useApplyButtonFilters`),
 * roles count in the room, but permissions count in the workspace only. A room's owner is not offered a button for a
 * permission that comes from that role alone.
 *
 * @param {{ when?: Filter, category?: string }} button
 */
export function isOffered({ when = {}, category = 'default' }, room, { roles, roomRoles, permissions }) {
    const { roomTypes, hasOnePermission, hasAllPermissions, hasOneRole, hasAllRoles } = when;
    const permitted = (permission) => holds(permission, roles, permissions);
    const inRole = (role) => roles.includes(role) || roomRoles.includes(role);
    return (
        category === 'default' &&
        (!roomTypes || roomTypes.some((type) => ROOM_TYPES[type]?.(room))) &&
        (!hasOnePermission || hasOnePermission.some(permitted)) &&
        (!hasAllPermissions || hasAllPermissions.every(permitted)) &&
        (!hasOneRole || hasOneRole.some(inRole)) &&
        (!hasAllRoles || hasAllRoles.every(inRole))
    );
}
