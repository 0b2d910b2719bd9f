import { InviteError } from '../../domain/model/errors';
import { revokeInvite, revokeInvites, RevokeTarget } from '../../domain/useCases/removeInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { respondOk } from '../respond';

/** `POST invites.revoke {inviteId | rid | userId | all}` revokes an invite, a room's, a person's, or all. */
export class InvitesRevokeEndpoint extends InviteEndpoint {
    readonly path = 'invites.revoke';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { inviteId, ...target } = parseBody(request, { inviteId: 'id?', rid: 'id?', userId: 'id?', all: 'boolean?' });
            const given = [inviteId, target.rid, target.userId, target.all || undefined].filter((value) => value !== undefined);
            if (given.length !== 1) {
                throw new InviteError('invalid-params', { reason: 'one-of' });
            }
            if (inviteId === undefined) {
                return respondOk({ revoked: await revokeInvites(services, caller, toTarget(target)), success: true });
            }
            await revokeInvite(services, caller, { id: inviteId, byToken: false });
            return respondOk({ revoked: 1, success: true });
        },
    };
}

function toTarget({ rid, userId }: { rid?: string; userId?: string }): RevokeTarget {
    return rid !== undefined ? { rid } : userId !== undefined ? { userId } : { all: true };
}
