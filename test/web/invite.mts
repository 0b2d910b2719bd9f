import type { Invite } from '../../src/web/console/entities.mts';

export const ROOM = { _id: 'r1', name: 'reading', fname: 'Reading circle', t: 'p' };

/** A link of the console, as its creator sees it. */
export const INVITE: Invite = {
    _id: 'i1',
    userId: 'u1',
    maxUses: 0,
    uses: 0,
    createdAt: '2026-06-01T12:00:00.000Z',
    expires: null,
    rooms: [ROOM],
    label: 'Fair',
    state: 'active',
    approval: false,
    audience: null,
    notify: 'milestones',
    requests: 0,
    mayEdit: true,
    revision: 0,
    mayRevoke: true,
};
