import { expect, it } from '@jest/globals';

import { ServerRoles } from '../../src/rocketchat/server/workspaceRoles.ts';

const ROLES = [
    { id: 'a1', name: 'editors', scope: 'Users' },
    { id: 'owner', name: 'owner', scope: 'Subscriptions' },
];
const roles = new ServerRoles({
    getOneByIdOrName: async (idOrName: string) => ROLES.find(({ id, name }) => [id, name].includes(idOrName)) ?? null,
} as never);

it('finds roles of the workspace, not those in rooms', async () => {
    expect(await Promise.all(['editors', 'a1', 'owner', 'nothing'].map((name) => roles.idOf(name)))).toEqual(['a1', 'a1', undefined, undefined]);
});

it('names a role, and a deleted one by its id', async () => {
    expect(await roles.nameOf('a1')).toBe('editors');
    expect(await roles.nameOf('deleted')).toBe('deleted');
});
