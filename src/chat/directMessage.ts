import { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { UserType } from '@rocket.chat/apps-engine/definition/users';

import { EntryPoint, runOperation } from '../app/runOperation';
import { Services } from '../app/services';
import { extractToken, inviteUrl } from '../domain/link';
import { isToken } from '../domain/model/token';
import { Person } from '../domain/ports';
import { inviteInfo } from '../domain/useCases/inviteInfo';
import { toPerson } from '../rocketchat/server/users';
import { commandExample } from './codeSpans';
import { BUILT_IN_COMMAND, OWN_COMMAND } from './commandNames';
import { unverifiedRoom } from './commands/use';
import { renderCard } from './inviteCard';
import { toMessage } from './messageBlocks';
import { nameOf } from './names';
import { createRenderContext, Reader, replyToRefusal } from './reader';
import { paragraphs, RenderContext, Reply } from './reply';
import { knownAddress, roomLinks } from './roomLinks';

/** Longer messages are not searched for a link. */
const MAX_CHARACTERS = 1000;

/**
 * Handles a direct message to the app's bot. A link or a token brings the invite with a button that joins, anything else
 * a short help. On phones, this is the way from a link into the app.
 */
export async function handleDirectMessage(entry: EntryPoint, { sender, room, text }: IMessage): Promise<void> {
    // Two bots must not talk to each other without end.
    if (sender.type !== UserType.USER) {
        return;
    }
    const caller = toPerson(sender);
    const reader: Reader = { user: sender, caller, commandName: OWN_COMMAND.command };
    const appId = entry.app.getID();
    const token = tokenIn(text || '');
    const answer = async ({ chatMessages }: Services, reply: Reply): Promise<true> => {
        await chatMessages.postAsBot(room.id, toMessage(reply, appId));
        return true;
    };
    await runOperation(
        entry,
        { name: token === undefined ? 'direct message' : 'direct message with a link', callerId: caller.id },
        async ({ services }) => {
            const context = await createRenderContext(services, reader);
            return answer(services, token === undefined ? renderShortHelp(context) : await showInvite(services, caller, token, context, appId));
        },
        async (refusal, { services }) =>
            answer(services, await replyToRefusal(refusal, services, reader, await createRenderContext(services, reader))),
    );
}

/** Returns the token of the first link in a message, or the token that it consists of; undefined if it has none. */
function tokenIn(text: string): string | undefined {
    const words = text.length > MAX_CHARACTERS ? [] : text.split(/\s+/);
    return words.map(extractToken).find(isToken);
}

async function showInvite(services: Services, caller: Person, token: string, context: RenderContext, appId: string): Promise<Reply> {
    const { settings } = services;
    try {
        const { room, rooms, invitedBy, expires, member } = await inviteInfo(services, caller, token);
        return member
            ? paragraphs(context.messages.alreadyMember(nameOf(room), roomLinks([room], await knownAddress(services, settings.siteUrl()))))
            : renderCard(
                  { rooms: rooms.map((one) => one.room), invitedBy, expires, token, url: inviteUrl(await settings.pageAddress(appId), token) },
                  context,
              );
    } catch (error) {
        const room = await unverifiedRoom(services, caller, token, error);
        return paragraphs(context.messages.unverified(nameOf(room), roomLinks([room], await knownAddress(services, settings.siteUrl()))));
    }
}

function renderShortHelp(context: RenderContext): Reply {
    const inRoom = { ...context, commandName: BUILT_IN_COMMAND.command };
    return paragraphs(context.messages.botHelp(commandExample(inRoom, 'create'), commandExample(inRoom, 'help')));
}
