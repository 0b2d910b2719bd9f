import { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import { Services } from '../../app/services';
import { approveRequest, denyRequest } from '../../domain/useCases/decideRequest';
import { describeRequest } from '../../domain/useCases/listRequests';
import { callerOf, InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { presentRequest } from '../present/request';
import { respondOk } from '../respond';

/** `POST invites.approve {requestId}` lets a person in who asked to join. */
export class InvitesApproveEndpoint extends InviteEndpoint {
    readonly path = 'invites.approve';

    protected readonly methods: Methods = { post: (request, services) => respondDecided(request, services, approveRequest) };
}

/** `POST invites.deny {requestId}` refuses a person who asked to join. */
export class InvitesDenyEndpoint extends InviteEndpoint {
    readonly path = 'invites.deny';

    protected readonly methods: Methods = { post: (request, services) => respondDecided(request, services, denyRequest) };
}

/** Returns the request with the decision that stands, whoever made it. */
async function respondDecided(request: IApiRequest, services: Services, decide: typeof approveRequest): Promise<IApiResponse> {
    const caller = callerOf(request);
    const { requestId } = parseBody(request, { requestId: 'id' });
    const decided = await decide(services, caller, requestId);
    return respondOk({ request: presentRequest(await describeRequest(services, decided)), success: true });
}
