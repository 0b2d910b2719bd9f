import { UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';

import { EntryPoint, runOperation } from '../app/runOperation';
import { Services } from '../app/services';
import { canAccessRoom } from '../domain/policies/maySee';
import { Person } from '../domain/ports';
import { findRevocable, revokeInvite } from '../domain/useCases/removeInvite';
import { extendInvite } from '../domain/useCases/extendInvite';
import { summarizeOne } from '../domain/useCases/summarize';
import { toRoom } from '../rocketchat/server/rooms';
import { toPerson } from '../rocketchat/server/users';
import { OWN_COMMAND } from './commandNames';
import { renderRevoked } from './commands/revoke';
import { approve, deny, renderDecided } from './commands/requests';
import { USE, useToken } from './commands/use';
import { renderQuestion } from './revokeQuestion';
import { formatMoment } from '../i18n/dates';
import { Action, paragraphs, Rendering, Reply } from './reply';
import { createRenderContext, Reader, replyToRefusal } from './reader';
import { sendEphemeral } from './sendEphemeral';

/** What each button does. Returns how to render its result. */
const ACTIONS: Record<Action, (services: Services, caller: Person, value: string) => Promise<Rendering>> = {
    'revoke-invite': async (services, caller, id) => {
        const invite = await findRevocable(services, caller, { id, byToken: false });
        const summary = await summarizeOne(services, caller, { invite, usage: await services.usageStore.of(invite) });
        return (context) => renderQuestion(summary, context);
    },
    'confirm-revoke': async (services, caller, id) => {
        const rooms = await revokeInvite(services, caller, { id, byToken: false });
        return (context) => renderRevoked({ rooms }, context);
    },
    'join-invite': async (services, caller, token) => {
        const result = await useToken(services, caller, token);
        return (context) => USE.render(result, context);
    },
    'approve-request': async (services, caller, id) => {
        const decided = await approve(services, caller, id);
        return (context) => renderDecided(decided, context);
    },
    'extend-invite': async (services, caller, id) => {
        const { invite } = await extendInvite(services, caller, id);
        return (context) =>
            paragraphs(
                invite.expires === null ? context.messages.neverExpires : context.messages.notices.extended(formatMoment(invite.expires, context)),
            );
    },
    'deny-request': async (services, caller, id) => {
        const decided = await deny(services, caller, id);
        return (context) => renderDecided(decided, context);
    },
};

/**
 * Handles a press of a button in a reply. Permissions are checked again, because the client may forge the payload.
 * If the caller cannot see the room, nothing happens, as for a room that does not exist.
 */
export async function pressButton(entry: EntryPoint, context: UIKitBlockInteractionContext): Promise<void> {
    const { actionId, value, user, room, threadId } = context.getInteractionData();
    if (!isAction(actionId) || typeof value !== 'string' || !user || !room) {
        return;
    }
    const caller = toPerson(user);
    const reader: Reader = { user, caller, commandName: OWN_COMMAND.command };
    const reply = await runOperation<Reply | undefined>(
        entry,
        { name: `button ${actionId}`, callerId: caller.id },
        async ({ services }) => {
            if (!(await canAccessRoom(services, caller, toRoom(room)))) {
                return undefined;
            }
            const render = await ACTIONS[actionId](services, caller, value);
            return render(await createRenderContext(services, reader));
        },
        async (refusal, { services }) => replyToRefusal(refusal, services, reader, await createRenderContext(services, reader)),
    );
    if (reply) {
        await sendEphemeral(entry.accessors.modify, entry.app.getID(), user, { room, thread: threadId }, reply);
    }
}

function isAction(actionId: unknown): actionId is Action {
    return typeof actionId === 'string' && Object.prototype.hasOwnProperty.call(ACTIONS, actionId);
}
