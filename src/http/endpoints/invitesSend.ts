import { IApiRequest } from '@rocket.chat/apps-engine/definition/api';

import { mailingServices } from '../../app/inviteMails';
import { Services } from '../../app/services';
import { msOf } from '../../domain/model/invite';
import { sendInvites, SentTerms } from '../../domain/useCases/sendInvites';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { parseEnd } from '../parseEnd';
import { parseNotify } from '../parseNotify';
import { parseRooms } from '../parseRooms';
import { respondOk } from '../respond';

/**
 * `POST invites.send {emails, rid or rids, expires?, label?, notify?, approval?}` or `{emails, inviteId}` sends each address a
 * link of its own.
 */
export class InvitesSendEndpoint extends InviteEndpoint {
    readonly path = 'invites.send';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { emails, terms } = await parseSending(request, services);
            const { sent, failed } = await sendInvites(mailingServices(services, this.app.getID()), caller, emails, terms);
            return respondOk({ sent, failed, success: true });
        },
    };
}

async function parseSending(
    request: IApiRequest,
    { settings }: Pick<Services, 'settings'>,
): Promise<{ readonly emails: readonly string[]; readonly terms: SentTerms }> {
    const content: unknown = request.content;
    if (typeof content === 'object' && content !== null && 'inviteId' in content) {
        const { emails, inviteId } = parseBody(request, { emails: 'texts', inviteId: 'id' });
        return { emails, terms: { inviteId } };
    }
    const { emails, rid, rids, expires, label, notify, approval } = parseBody(request, {
        emails: 'texts',
        rid: 'id?',
        rids: 'texts?',
        expires: 'string|number|null?',
        label: 'string|null?',
        notify: 'id?',
        approval: 'boolean?',
    });
    const { validity } = await settings.defaultTerms();
    const end = expires === undefined ? { validFor: msOf(validity) } : parseEnd(expires);
    return { emails, terms: { rids: parseRooms(rid, rids), end, label, notify: parseNotify(notify), approval } };
}
