import { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';

import { EntryPoint, runOperation } from '../app/runOperation';
import { canAccessRoom } from '../domain/policies/maySee';
import { toRoom } from '../rocketchat/server/rooms';
import { toPerson } from '../rocketchat/server/users';
import { OWN_COMMAND } from './commandNames';
import { revokeInvite } from '../domain/useCases/removeInvite';
import { renderRevoked } from './commands/revoke';
import { Action, Reply } from './reply';
import { createRenderContext, Reader, replyToRefusal } from './reader';
import { sendEphemeral } from './sendEphemeral';

const REVOKE: Action = 'revoke-invite';

/**
 * Handles a press of a button in a reply. Permissions are checked again, because the client may forge the payload.
 * If the caller cannot see the room, nothing happens, as for a room that does not exist.
 */
export async function pressButton(entry: EntryPoint, context: UIKitBlockInteractionContext): Promise<void> {
    const { actionId, value, user, room, threadId } = context.getInteractionData();
    if ((actionId as Action) !== REVOKE || typeof value !== 'string' || !user || !room) {
        return;
    }
    const caller = toPerson(user);
    const reader: Reader = { user, caller, commandName: OWN_COMMAND.command };
    const reply = await runOperation<Reply | undefined>(
        entry,
        { name: 'button revoke', callerId: caller.id },
        async ({ services }) => {
            if (!(await canAccessRoom(services, caller, toRoom(room)))) {
                return undefined;
            }
            const revoked = await revokeInvite(services, caller, value);
            return renderRevoked({ room: revoked }, await createRenderContext(services, reader));
        },
        async (refusal, { services }) => replyToRefusal(refusal, services, reader, await createRenderContext(services, reader)),
    );
    if (reply) {
        await sendEphemeral(entry.accessors.modify, entry.app.getID(), user, { room, thread: threadId }, reply);
    }
}
