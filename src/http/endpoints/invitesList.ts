import { INVITE_STATES } from '../../domain/model/invite';
import { searchInvites, SORT_FIELDS, SortField } from '../../domain/useCases/searchInvites';
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
            const userId = textIn(query, 'userId');
            const sort = choiceIn(query, 'sort', SORTS) || '-createdAt';
            const page = pageIn(query);
            const { items, total } = await searchInvites(services, caller, {
                rid: textIn(query, 'rid'),
                userId: userId === 'me' ? caller.id : userId,
                state: choiceIn(query, 'state', INVITE_STATES),
                text: textIn(query, 'text'),
                sort: sort.replace('-', '') as SortField,
                descending: sort.startsWith('-'),
                ...page,
            });
            return respondOk({ invites: await presentManaged(services, items, this.app.getID()), ...page, total, success: true });
        },
    };
}
