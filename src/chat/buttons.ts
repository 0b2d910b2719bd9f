import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';

import { canAccessRoom } from '../domain/policies/maySee';
import { Accessors } from '../rocketchat/accessors';
import { ProcessState } from '../app/processState';
import { Operation } from '../app/operation';
import { reportTo } from '../app/errorLog';
import { toRoom } from '../rocketchat/server/rooms';
import { createServices } from '../app/services';
import { toPerson } from '../rocketchat/server/users';
import { renderRevoked, revokeInvite } from './commands/revoke';
import { Action } from './reply';
import { OWN_COMMAND } from './commandNames';
import { replyWith } from './replyWith';
import { sendEphemeral } from './sendEphemeral';

const REVOKE: Action = 'revoke-invite';

/**
 * Handles a press of a button in a reply. Permissions are checked again, because the client may forge the payload.
 * If the caller cannot see the room, nothing happens, as for a room that does not exist.
 */
export async function pressButton(app: IApp, context: UIKitBlockInteractionContext, accessors: Accessors, instance: ProcessState): Promise<void> {
    const { actionId, value, user, room, threadId } = context.getInteractionData();
    if ((actionId as Action) !== REVOKE || typeof value !== 'string' || !user || !room) {
        return;
    }
    const report = reportTo(app);
    const operation = new Operation('button revoke', app.getLogger());
    const services = createServices(accessors, instance, report, operation);
    const caller = toPerson(user);
    const replyContext = { services, operation, report, user, caller, commandName: OWN_COMMAND.command };
    try {
        if (!(await canAccessRoom(services, caller, toRoom(room)))) {
            return;
        }
        const reply = await replyWith(replyContext, async () => {
            const revoked = await revokeInvite(services, caller, value);
            return (renderContext) => renderRevoked(revoked, renderContext);
        });
        await sendEphemeral(accessors.modify, app.getID(), user, { room, thread: threadId }, reply);
    } finally {
        operation.finish(caller.id);
    }
}
