import { validateToken } from '../../domain/useCases/validateToken';
import { InviteEndpoint, Methods } from '../endpoint';
import { parseBody } from '../parse';
import { respondOk } from '../respond';

/** `POST validateInviteToken {token}` returns whether the token works now, but never why not. Needs no login. */
export class ValidateInviteTokenEndpoint extends InviteEndpoint {
    readonly path = 'validateInviteToken';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const { token } = parseBody(request, { token: 'string' });
            return respondOk({ valid: await validateToken(services, token), success: true });
        },
    };
}
