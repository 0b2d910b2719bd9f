import { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import { OUTCOMES } from '../../domain/model/history';
import { inviteHistory } from '../../domain/useCases/inviteHistory';
import { Found } from '../../domain/useCases/searchInvites';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { choiceIn, countIn, momentIn, pageIn, textIn } from '../parseQuery';
import { toCsv } from '../present/csv';
import { presentEntry, PresentedEntry } from '../present/history';
import { respondOk } from '../respond';

/** Rows in one answer. The rest is got with `offset`. */
const MAX_ROWS = 10 * 1000;

/** `GET invites.joins` returns who came by which invite, and who was refused, the newest first; as JSON or CSV. */
export class InvitesJoinsEndpoint extends InviteEndpoint {
    readonly path = 'invites.joins';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const { query } = request;
            const filter = {
                inviteId: textIn(query, 'inviteId'),
                rid: textIn(query, 'rid'),
                userId: textIn(query, 'userId'),
                outcome: choiceIn(query, 'outcome', OUTCOMES),
                from: momentIn(query, 'from'),
                to: momentIn(query, 'to'),
            };
            const isCsv = choiceIn(query, 'format', ['json', 'csv']) === 'csv';
            const page = isCsv
                ? { offset: countIn(query, 'offset', 0), count: countIn(query, 'count', MAX_ROWS, { min: 1, max: MAX_ROWS }) }
                : pageIn(query);
            const { items, total } = await inviteHistory(services, caller, { ...filter, ...page });
            const joins = items.map(presentEntry);
            return isCsv ? respondCsv({ items: joins, total }, request, page) : respondOk({ joins, ...page, total, success: true });
        },
    };
}

/** Returns a CSV file, and says in the header `link` where the rest of the rows is. */
function respondCsv(
    { items, total }: Found<PresentedEntry>,
    { query }: Pick<IApiRequest, 'query'>,
    { offset, count }: { readonly offset: number; readonly count: number },
): IApiResponse {
    const next = offset + count;
    const rest = Object.entries({ ...(query as Record<string, string>), offset: String(next) })
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&');
    return respondOk(toCsv(items), {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="joins.csv"',
        'x-total-count': String(total),
        ...(next < total && items.length === count && { link: `<?${rest}>; rel="next"` }),
    });
}
