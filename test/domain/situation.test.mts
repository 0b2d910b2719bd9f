import { expect, it } from '@jest/globals';

import { InviteError, type ErrorCode, type ErrorDetails } from '../../src/domain/model/errors.ts';
import { roomIdsOfEvent } from '../../src/domain/model/event.ts';
import { isErrorCode, situationOf } from '../../src/domain/model/situation.ts';
import { canAccessRoom, mayLearnOf } from '../../src/domain/policies/maySee.ts';
import { refusalForNamedRoom } from '../../src/domain/policies/namedRoom.ts';
import { World } from './world.mts';

it.each<[ErrorCode, ErrorDetails, string]>([
    ['unauthorized', {}, 'unauthorized'],
    ['invalid-params', { field: 'username', reason: 'renamed' }, 'renamed'],
    ['invalid-params', { field: 'username' }, 'no-username'],
    ['invalid-params', { reason: 'too-long' }, 'label-too-long'],
    ['invalid-params', { reason: 'no-user' }, 'unknown-user'],
    ['invalid-params', { reason: 'no-domain' }, 'unknown-domain'],
    ['invalid-params', { reason: 'no-role' }, 'unknown-role'],
    ['invalid-params', { reason: 'too-many' }, 'too-many-names'],
    ['invalid-params', { reason: 'too-many-addresses' }, 'too-many-addresses'],
    ['invalid-params', { reason: 'too-many-rooms' }, 'too-many-rooms'],
    ['invalid-params', { reason: 'renamed' }, 'invalid-request'],
    ['invalid-number-of-days', { reason: 'over-ceiling' }, 'validity-too-long'],
    ['invalid-number-of-days', { reason: 'never-not-allowed' }, 'never-not-allowed'],
    ['invalid-number-of-days', { reason: 'in-the-past' }, 'in-the-past'],
    ['invalid-number-of-days', {}, 'invalid-end'],
    ['invalid-number-of-uses', { reason: 'over-ceiling' }, 'too-many-uses'],
    ['invalid-number-of-uses', { reason: 'below-uses' }, 'below-uses'],
    ['invalid-number-of-uses', {}, 'invalid-uses'],
    ['error-invalid-room', { reason: 'outside' }, 'outside-room'],
    ['error-invalid-room', { reason: 'attributes' }, 'attribute-room'],
    ['error-invalid-room', { reason: 'gone' }, 'room-gone'],
    ['error-invalid-room', {}, 'unknown-room'],
    ['error-room-type-not-allowed', { field: 'archived' }, 'archived-room'],
    ['error-room-type-not-allowed', { field: 'rid', reason: 'federated' }, 'federated-room'],
    ['error-room-type-not-allowed', { field: 'rid' }, 'other-room-type'],
    ['error-invalid-token', {}, 'unknown-token'],
    ['error-invite-token-expired', { field: 'maxUses' }, 'used-up'],
    ['error-invite-token-expired', { field: 'expires' }, 'expired'],
    ['error-invite-token-expired', { field: 'paused' }, 'paused'],
    ['error-invite-token-expired', {}, 'ended'],
    ['error-user-is-banned', {}, 'banned'],
    ['error-not-invited', {}, 'not-invited'],
    ['error-membership-unverified', { reason: 'adding-people' }, 'unverified-adding'],
    ['error-membership-unverified', { reason: 'approving' }, 'unverified-approving'],
    ['error-membership-unverified', {}, 'unverified'],
    ['error-email-not-configured', {}, 'email-not-configured'],
    ['invalid-invitation-id', { reason: 'not-listed' }, 'not-listed'],
    ['invalid-invitation-id', { reason: 'no-request' }, 'unknown-request'],
    ['invalid-invitation-id', {}, 'unknown-invite'],
    ['error-invite-changed', {}, 'invite-changed'],
    ['not_authorized', { reason: 'inviting' }, 'may-not-invite'],
    ['not_authorized', { reason: 'removing' }, 'may-not-revoke'],
    ['not_authorized', { reason: 'managing' }, 'may-not-manage'],
    ['not_authorized', { reason: 'rotating' }, 'may-not-rotate'],
    ['not_authorized', { reason: 'sharing' }, 'may-not-share'],
    ['not_authorized', { reason: 'posting' }, 'may-not-post'],
    ['not_authorized', { reason: 'emailing' }, 'may-not-email'],
    ['not_authorized', { reason: 'all-rooms' }, 'may-not-list-all'],
    ['not_authorized', {}, 'not-authorized'],
    ['method-not-allowed', {}, 'method-not-allowed'],
    ['error-too-many-requests', { reason: 'guessing' }, 'guessing'],
    ['error-too-many-requests', { reason: 'creating' }, 'creating'],
    ['error-too-many-requests', {}, 'busy'],
    ['error-internal', {}, 'internal'],
])('the refusal %s with %j is the situation %s', (code, details, situation) => {
    expect(situationOf(code, details)).toBe(situation);
    expect(isErrorCode(code)).toBe(true);
});

it.each(['', 'toString', 'expired'])('%j is not the code of a refusal', (text) => expect(isErrorCode(text)).toBe(false));

it('an event is about its own rooms, its room, or those of its invite', () => {
    const world = new World();
    const invite = world.invite({ moreRooms: ['more'] });
    const about = (fields: object): readonly string[] => roomIdsOfEvent({ person: world.bob, ...fields } as never);
    expect(about({ kind: 'refused', code: 'error-internal', rids: ['a', 'b'], invite })).toEqual(['a', 'b']);
    expect(about({ kind: 'intruded', rid: 'a', invite })).toEqual(['a']);
    expect(about({ kind: 'created', invite })).toEqual(['room', 'more']);
});

it('a caller outside a room that they named is refused as if there were none', async () => {
    const { memberships, anne, bob } = new World();
    const [unauthorized, other] = [new InviteError('not_authorized', { rid: 'room' }), new InviteError('error-internal')];
    expect(await refusalForNamedRoom(memberships, bob, 'room', unauthorized)).toMatchObject({
        code: 'error-invalid-room',
        details: { field: 'rid' },
    });
    expect(await refusalForNamedRoom(memberships, anne, 'room', unauthorized)).toBe(unauthorized);
    const fault = new Error('not_authorized');
    for (const error of [other, fault]) {
        expect(await refusalForNamedRoom(memberships, bob, 'room', error)).toBe(error);
    }
});

it('a discussion is accessible to members of its parent, and to all if that is public', async () => {
    const world = new World();
    const discussion = { ...world.room, id: 'discussion', parentId: 'room' };
    expect(await canAccessRoom(world, world.bob, world.room)).toBe(false);
    expect(await canAccessRoom(world, world.anne, world.room)).toBe(true);
    expect(await canAccessRoom(world, world.bob, { ...world.room, type: 'c' })).toBe(true);
    expect(await canAccessRoom(world, world.bob, discussion)).toBe(false);
    expect(await canAccessRoom(world, world.anne, discussion)).toBe(true);
    expect(await canAccessRoom(world, world.anne, { ...discussion, parentId: 'deleted' })).toBe(false);
    world.known[0] = { ...world.room, type: 'c' };
    expect(await canAccessRoom(world, world.bob, discussion)).toBe(true);
});

it('people learn of public rooms, and of those that they may see', async () => {
    const world = new World();
    expect(await mayLearnOf(world, world.anne, 'room')).toBe(true);
    expect(await mayLearnOf(world, world.bob, 'room')).toBe(false);
    expect(await mayLearnOf(world, world.bob, 'none')).toBe(false);
    world.statuses.set('room:bob-id', 'unverified');
    expect(await mayLearnOf(world, world.bob, 'room')).toBe(false);
    world.known[0] = { ...world.room, type: 'c' };
    expect(await mayLearnOf(world, world.bob, 'room')).toBe(true);
});
