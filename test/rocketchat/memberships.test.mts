import { expect, it } from '@jest/globals';

import type { Person } from '../../src/domain/ports.ts';
import { PendingJoins } from '../../src/rocketchat/server/pendingJoins.ts';
import { RoomRoles } from '../../src/rocketchat/server/roomRoles.ts';
import { ServerMemberships } from '../../src/rocketchat/server/memberships.ts';
import { SubscriptionProbe } from '../../src/rocketchat/server/subscriptionProbe.ts';
import { WorkspaceApi } from '../../src/rocketchat/server/workspaceApi.ts';

const RID = 'room';

function personCalled(id: string): Person {
    return { id, username: id, active: true, roles: [], verifiedEmails: [] };
}

/** Memberships in a request of `callerId`, whose own subscription is a plain membership. */
function membershipsWithLoginOf(callerId: string, unread: unknown = 0): ServerMemberships {
    const reader = {
        getUserUnreadMessageCount: async () => unread,
        getOwners: async () => [],
        getModerators: async () => [],
        getLeaders: async () => [],
    };
    const settings = { mayUseLogins: async () => true, siteUrl: async () => 'https://chat.example.com' };
    const subscription = { rid: RID, u: { _id: callerId } };
    const http = { get: async () => ({ statusCode: 200, data: { subscription } }) };
    const api = new WorkspaceApi(http as never, settings as never, { userId: callerId, authToken: 'a login' });
    return new ServerMemberships(
        reader as never,
        {} as never,
        {} as never,
        {} as never,
        new RoomRoles(reader as never),
        new PendingJoins(async () => undefined),
        new SubscriptionProbe(api, { now: () => 0 }),
    );
}

it('the login of a request answers for its owner', async () => {
    expect(await membershipsWithLoginOf('manager').statusOf(RID, personCalled('manager'))).toBe('member');
});

it('the login of a request does not answer for another person, who may be banned', async () => {
    expect(await membershipsWithLoginOf('manager').statusOf(RID, personCalled('banned'))).toBe('unverified');
});

it('a count that the server does not hand out is never taken for a membership', async () => {
    await expect(membershipsWithLoginOf('manager', null).hasSubscription(RID, 'manager')).rejects.toThrow('The membership could not be read');
});
