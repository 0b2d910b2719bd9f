import { mailingServices } from '../../app/inviteMails';
import { INVITE_STATES } from '../../domain/model/invite';
import { mayRevokeAll } from '../../domain/useCases/removeInvite';
import { searchInvites, SORT_FIELDS, SortField } from '../../domain/useCases/searchInvites';
import { canSend } from '../../domain/useCases/sendInvites';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { choiceIn, pageIn, textIn } from '../parseQuery';
import { presentManaged } from '../present/managedInvite';
import { respondOk } from '../respond';

const SORTS = ([] as string[]).concat(...SORT_FIELDS.map((field) => [field, `-${field}`]));

/** `GET invites.list` returns a page of the invites that the caller manages or created. */
export class InvitesListEndpoint extends InviteEndpoint {
    readonly path = 'invites.list';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const { query } = request;
            const [rid, userId] = [textIn(query, 'rid'), textIn(query, 'userId')];
            const sort = choiceIn(query, 'sort', SORTS) || '-createdAt';
            const page = pageIn(query);
            const found = searchInvites(services, caller, {
                rid,
                userId: userId === 'me' ? caller.id : userId,
                state: choiceIn(query, 'state', INVITE_STATES),
                text: textIn(query, 'text'),
                sort: sort.replace('-', '') as SortField,
                descending: sort.startsWith('-'),
                ...page,
            });
            const [{ items, total }, revocable, emailable] = await Promise.all([
                found,
                mayRevokeAll(services, caller, rid === undefined ? { all: true } : { rid }),
                canSend(mailingServices(services, this.app.getID())),
            ]);
            const invites = await presentManaged(services, items, this.app.getID());
            return respondOk({ invites, ...page, total, mayRevokeAll: revocable, mayEmail: emailable, success: true });
        },
    };
}
