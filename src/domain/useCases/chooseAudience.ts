import { isDomain } from '../emailAddress';
import { InviteError } from '../model/errors';
import { Audience } from '../model/invite';
import { Users, WorkspaceRoles } from '../ports';

export interface AudienceDeps {
    readonly users: Users;
    readonly workspaceRoles: WorkspaceRoles;
}

/** The people for whom an invite is to be, as a caller names them. */
export interface RequestedAudience {
    readonly usernames?: readonly string[];
    readonly emailDomains?: readonly string[];
    readonly roles?: readonly string[];
}

/** The people for whom an invite is, by their present names. */
export interface ShownAudience extends RequestedAudience {
    readonly emails?: readonly string[];
}

/** The longest list of names. Each costs a call to the server. */
const MAX_NAMES = 50;

/**
 * Returns the audience as it is stored, by ids, because usernames change hands. No name at all = everybody: null.
 *
 * @throws invalid-params (`field` audience) if a name is unknown, no domain, or one too many
 */
export async function chooseAudience({ users, workspaceRoles }: AudienceDeps, requested: RequestedAudience | null): Promise<Audience | null> {
    const { usernames = [], emailDomains = [], roles = [] } = requested || {};
    if (Math.max(usernames.length, emailDomains.length, roles.length) > MAX_NAMES) {
        throw new InviteError('invalid-params', { field: 'audience', reason: 'too-many', ceiling: MAX_NAMES });
    }
    const domains = emailDomains.map((domain) => domain.toLowerCase());
    if (!domains.every(isDomain)) {
        throw new InviteError('invalid-params', { field: 'audience', reason: 'no-domain' });
    }
    const people = await Promise.all(usernames.map((name) => users.byUsername(name)));
    const userIds = people.map((person, at) => (person ? person.id : unknown('no-user', usernames[at])));
    const roleIds = (await Promise.all(roles.map((name) => workspaceRoles.idOf(name)))).map((id, at) => id || unknown('no-role', roles[at]));
    const parts = { ...listed('userIds', userIds), ...listed('emailDomains', domains), ...listed('roles', roleIds) };
    return Object.keys(parts).length === 0 ? null : parts;
}

/** Returns an audience with the present names of people and roles. Deleted accounts are left out. */
export async function describeAudience({ users, workspaceRoles }: AudienceDeps, { userIds, roles, ...rest }: Audience): Promise<ShownAudience> {
    const names = userIds && Array.from((await users.namesOf(userIds)).values());
    const roleNames = roles && (await Promise.all(roles.map((id) => workspaceRoles.nameOf(id))));
    return { ...(names && { usernames: names }), ...rest, ...(roleNames && { roles: roleNames }) };
}

function listed(name: keyof Audience, values: readonly string[]): Audience {
    return values.length === 0 ? {} : { [name]: Array.from(new Set(values)) };
}

function unknown(reason: 'no-user' | 'no-role', name: string | undefined): never {
    throw new InviteError('invalid-params', { field: 'audience', reason, name });
}
