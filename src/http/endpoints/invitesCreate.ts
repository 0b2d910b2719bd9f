import { msOf, NEVER_USED } from '../../domain/model/invite';
import { createInvite } from '../../domain/useCases/createInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { parseAudience } from '../parseAudience';
import { parseEnd } from '../parseEnd';
import { parseNotify } from '../parseNotify';
import { parseRooms } from '../parseRooms';
import { presentOne } from '../present/managedInvite';
import { respondOk } from '../respond';

/** `POST invites.create {rid or rids, expires?, maxUses?, label?, notify?, approval?, audience?}` always creates a new invite. */
export class InvitesCreateEndpoint extends InviteEndpoint {
    readonly path = 'invites.create';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { rid, rids, expires, maxUses, label, notify, approval, audience } = parseBody(request, {
                rid: 'id?',
                rids: 'texts?',
                expires: 'string|number|null?',
                maxUses: 'number|null?',
                label: 'string|null?',
                notify: 'id?',
                approval: 'boolean?',
                audience: 'object|null?',
            });
            const defaults = await services.settings.defaultTerms();
            const invite = await createInvite(services, caller, {
                rids: parseRooms(rid, rids),
                end: expires === undefined ? { validFor: msOf(defaults.validity) } : parseEnd(expires),
                maxUses: maxUses === undefined ? defaults.maxUses : maxUses || 0,
                label,
                notify: parseNotify(notify),
                approval,
                audience: parseAudience(audience),
            });
            return respondOk({ invite: await presentOne(services, caller, { invite, usage: NEVER_USED }, this.app.getID()), success: true });
        },
    };
}
