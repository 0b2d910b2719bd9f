import { Room } from '../domain/ports';
import { redeemInvite } from '../domain/redeemInvite';
import { callerOf, InviteEndpoint, Methods } from './endpoint';
import { parseBody } from './parse';
import { ok } from './respond';

/** `POST useInviteToken {token}`: lets the caller into the invite's room. */
export class UseInviteTokenEndpoint extends InviteEndpoint {
    readonly path = 'useInviteToken';

    protected readonly methods: Methods = {
        post: async (request, services) => {
            const caller = callerOf(request);
            const { token } = parseBody(request.content, { token: 'string' });
            const { room } = await redeemInvite(services, caller, token);
            return ok({ room: presentRoom(room), success: true });
        },
    };
}

/** `_id` and `rid` are the same: the reference names one, the live server the other. Absent values are left out. */
function presentRoom({ id, name, fname, type, topic, parentId }: Room): Record<string, string> {
    const fields: Record<string, string | undefined> = { _id: id, rid: id, name, fname, t: type, topic, prid: parentId };
    const present: Record<string, string> = {};
    for (const name of Object.keys(fields)) {
        const value = fields[name];
        if (value !== undefined) {
            present[name] = value;
        }
    }
    return present;
}
