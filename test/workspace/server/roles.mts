/** The roles that every server has. The id of each is its name. */
export const BUILT_IN_ROLES = ['admin', 'moderator', 'leader', 'owner', 'user', 'bot', 'app', 'guest', 'anonymous'];
