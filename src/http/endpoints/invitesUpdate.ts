import { editInvite } from '../../domain/useCases/editInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { parseAudience } from '../parseAudience';
import { parseEnd } from '../parseEnd';
import { parseNotify } from '../parseNotify';
import { presentOne } from '../present/managedInvite';
import { respondOk } from '../respond';

/**
 * `POST invites.update {inviteId, revision?, label?, expires?, maxUses?, paused?, notify?, approval?, audience?}` changes an
 * invite. Its link stays. With `revision`, it changes only the invite that the caller has read.
 */
export class InvitesUpdateEndpoint extends InviteEndpoint {
    readonly path = 'invites.update';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { inviteId, revision, label, expires, maxUses, paused, notify, approval, audience } = parseBody(request, {
                inviteId: 'id',
                revision: 'count?',
                label: 'string|null?',
                expires: 'string|number|null?',
                maxUses: 'number|null?',
                paused: 'boolean?',
                notify: 'id?',
                approval: 'boolean?',
                audience: 'object|null?',
            });
            const edited = await editInvite(
                services,
                caller,
                inviteId,
                {
                    label,
                    end: expires === undefined ? undefined : parseEnd(expires),
                    maxUses: maxUses === null ? 0 : maxUses,
                    paused,
                    notify: parseNotify(notify),
                    approval,
                    audience: parseAudience(audience),
                },
                revision,
            );
            return respondOk({ invite: await presentOne(services, caller, edited, this.app.getID()), success: true });
        },
    };
}
