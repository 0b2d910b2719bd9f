import { inviteStats } from '../../domain/useCases/inviteStats';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { countIn, textIn } from '../parseQuery';
import { presentPerson } from '../present/person';
import { respondOk } from '../respond';

/** `GET invites.stats?rid=&days=30` returns joins and refusals by day, by link and by creator. */
export class InvitesStatsEndpoint extends InviteEndpoint {
    readonly path = 'invites.stats';

    protected readonly methods: Methods = {
        get: async (request, services) => {
            const caller = callerOf(request);
            const days = countIn(request.query, 'days', 30, { min: 1, max: 366 });
            const stats = await inviteStats(services, caller, textIn(request.query, 'rid'), days);
            return respondOk({
                days: stats.days,
                invites: stats.invites.map(({ id, label, joins }) => ({ _id: id, label, joins })),
                creators: stats.creators.map(({ userId, person, joins }) => ({ ...(person ? presentPerson(person) : { _id: userId }), joins })),
                success: true,
            });
        },
    };
}
