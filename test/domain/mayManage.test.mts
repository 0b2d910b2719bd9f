import { beforeEach, describe, expect, it } from '@jest/globals';

import type { Invite } from '../../src/domain/model/invite.ts';
import { mayManageInvite, mayRemove, mayRevoke, mayView } from '../../src/domain/policies/mayManage.ts';
import { canAccessRoom, seeRoom } from '../../src/domain/policies/maySee.ts';
import type { Person } from '../../src/domain/ports.ts';
import { refusal, World } from './world.mts';

let world: World;
let invite: Invite;
const other: Person = { id: 'other-id', username: 'other', active: true, roles: [], verifiedEmails: [] };

beforeEach(() => {
    world = new World();
    world.known.push({ ...world.room, id: 'second', name: 'second' });
    invite = world.invite({ moreRooms: ['second'] });
});

/** What a person may do with the invite: see, change, remove and revoke it. */
async function rightsOf(person: Person): Promise<Record<string, boolean>> {
    return {
        view: await mayView(world, person, invite),
        manage: await mayManageInvite(world, person, invite),
        remove: await mayRemove(world, person, invite),
        revoke: await mayRevoke(world, person, invite),
    };
}

describe('an invite to several rooms', () => {
    it('is seen, removed and revoked by its creator, who manages it only as a manager of all its rooms', async () => {
        expect(await rightsOf(world.anne)).toEqual({ view: true, manage: false, remove: true, revoke: true });
        world.statuses.set('second:anne-id', 'member');
        expect(await rightsOf(world.anne)).toEqual({ view: true, manage: true, remove: true, revoke: true });
    });

    it('is seen and revoked by managers of one of its rooms, and removed by owners of one', async () => {
        expect(await rightsOf(other)).toEqual({ view: false, manage: false, remove: false, revoke: false });
        world.creators.add('other-id');
        world.statuses.set('second:other-id', 'member');
        expect(await rightsOf(other)).toEqual({ view: true, manage: false, remove: false, revoke: true });
        world.owners.add('second:other-id');
        expect(await rightsOf(other)).toEqual({ view: true, manage: false, remove: true, revoke: true });
    });

    it('is managed by who manages all invites', async () => {
        world.managers.add('other-id');
        expect(await rightsOf(other)).toEqual({ view: true, manage: true, remove: true, revoke: true });
    });
});

describe('a room', () => {
    it('is open to who manages all invites, and to members', async () => {
        expect(await seeRoom(world, world.anne, 'room')).toEqual({ room: world.room, isOpen: true });
        expect(await refusal(seeRoom(world, other, 'room'))).toEqual(await refusal(seeRoom(world, other, 'nowhere')));
        world.managers.add('other-id');
        expect(await seeRoom(world, other, 'room')).toEqual({ room: world.room, isOpen: true });
        expect(await refusal(seeRoom(world, other, 'nowhere'))).toMatchObject({ code: 'error-invalid-room' });
    });

    it('is shown without its name to a person who may be banned, and not at all to one who is', async () => {
        world.statuses.set('room:other-id', 'unverified');
        expect(await seeRoom(world, other, 'room')).toEqual({ room: world.room, isOpen: false });
        world.statuses.set('room:other-id', 'banned');
        expect(await refusal(seeRoom(world, other, 'room'))).toEqual({ code: 'error-user-is-banned' });
    });

    it('that is a discussion is accessible from its parent, if that is public or has the person', async () => {
        const discussion = { ...world.room, id: 'discussion', parentId: 'second' };
        expect(await canAccessRoom(world, other, { ...discussion, parentId: undefined })).toBe(false);
        expect(await canAccessRoom(world, other, discussion)).toBe(false);
        world.statuses.set('second:other-id', 'member');
        expect(await canAccessRoom(world, other, discussion)).toBe(true);
        world.known[1] = { ...world.known[1]!, type: 'c' };
        world.statuses.clear();
        expect(await canAccessRoom(world, other, discussion)).toBe(true);
    });
});
