import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';

import { findOrCreateInvite } from '../../domain/useCases/findOrCreateInvite';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { presentToCreator } from '../present/invite';
import { respondOk } from '../respond';

/** `POST findOrCreateInvite {rid, days, maxUses}` returns the caller's live invite with these terms, or creates one. */
export class FindOrCreateInviteEndpoint extends InviteEndpoint {
    readonly path = 'findOrCreateInvite';
    /** The live server returns 400 instead of 403 here, so clients read `errorType` or `success`. */
    protected readonly statuses = { not_authorized: HttpStatusCode.BAD_REQUEST };

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { rid, days, maxUses } = parseBody(request, { rid: 'id', days: 'number', maxUses: 'number' });
            const found = await findOrCreateInvite(services, caller, { rid, validity: { count: days, unit: 'day' }, maxUses });
            const invite = { ...presentToCreator(found, await services.settings.pageAddress(this.app.getID())), success: true };
            return respondOk((await services.settings.returnsInviteAsArray()) ? [invite] : invite);
        },
    };
}
