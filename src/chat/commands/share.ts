import { extractToken, inviteUrl } from '../../domain/link';
import { InviteError } from '../../domain/model/errors';
import { canAccessRoom } from '../../domain/policies/maySee';
import { noSuchRoom } from '../../domain/policies/membershipRefusal';
import { findTarget } from '../../domain/useCases/findTarget';
import { shareableInvite } from '../../domain/useCases/shareableInvite';
import { workspaceMessages } from '../../app/workspaceMessages';
import { afterFillers } from '../../i18n/dictionary';
import { asCode, commandExample } from '../codeSpans';
import { renderCard } from '../inviteCard';
import { toMessage } from '../messageBlocks';
import { roomCalled } from '../namedRooms';
import { paragraphs, RenderContext } from '../reply';
import { CommandContext, Parsed, Subcommand, TargetArgs } from '../subcommand';
import { OWN_COMMAND } from '../commandNames';

interface ShareArgs extends TargetArgs {
    /** A room or a person, with `#` or `@`. By default, the current room. */
    readonly destination?: string;
}

/** Where the invite was shared, or the username of a person who does not exist. */
type ShareResult = { readonly destination: string | undefined } | { readonly unknownUser: string };

/** Posts an invite with a button that joins, as the caller. */
export const SHARE: Subcommand<ShareArgs, ShareResult> = {
    name: 'share',
    synonyms: 'post teilen compartir partager compartilhar',
    parse: parseShare,
    run: async ({ target, destination }, context) => {
        const { services, caller, appId } = context;
        const { chatMessages, clock, report, settings } = services;
        const { id } = await findTarget(services, caller, target);
        const { invite, rooms } = await shareableInvite(services, caller, id);
        const rid = await destinationId(destination, context);
        if (rid === undefined) {
            return { unknownUser: String(destination).slice(1) };
        }
        const url = inviteUrl(await settings.pageAddress(appId), invite.token);
        // Several people read the card, so it is in the workspace's language and without anyone's time zone.
        const reader = { messages: await workspaceMessages(services), now: clock.now(), utcOffset: undefined, commandName: OWN_COMMAND.command };
        const card = toMessage(renderCard({ ...invite, rooms, invitedBy: caller, url }, reader), appId);
        try {
            await chatMessages.postAs(caller.id, rid, card);
        } catch (error) {
            report('An invite could not be shared', error);
            throw new InviteError('not_authorized', { reason: 'posting' });
        }
        return { destination };
    },
    render: (result, { messages }) =>
        paragraphs(
            'unknownUser' in result
                ? messages.unknownUser(asCode(result.unknownUser, messages.vocabulary))
                : messages.shared(result.destination === undefined ? '' : `\`${asCode(result.destination, messages.vocabulary)}\``),
        ),
    renderMissing: (context) => paragraphs(context.messages.missingLink(example(context))),
    help: (context) => [context.messages.helpShare(example(context))],
};

/** Parses the invite and where to post it: `share 2 #room`, `share 2 with @bob`. */
function parseShare(words: readonly string[]): Parsed<ShareArgs> {
    const [, target] = words;
    if (target === undefined) {
        return { kind: 'missing' };
    }
    const at = afterFillers(words, 2);
    const destination = words[at];
    const end = destination === undefined ? at : afterFillers(words, at + 1);
    if (destination !== undefined && !/^[#@]./.test(destination)) {
        return { kind: 'parse-error', words, index: at };
    }
    return end < words.length ? { kind: 'parse-error', words, index: end } : { kind: 'parsed', args: { target: extractToken(target), destination } };
}

/**
 * Returns the id of the room, or of the direct message with the person; undefined if there is no such person.
 *
 * @throws error-invalid-room if there is no such room for the caller
 */
async function destinationId(destination: string | undefined, context: CommandContext): Promise<string | undefined> {
    const { services, caller, room } = context;
    if (destination === undefined) {
        return room.id;
    }
    const name = destination.slice(1);
    if (destination.startsWith('@')) {
        const person = await services.users.byUsername(name);
        return person && services.chatMessages.directRoomOf(caller, person);
    }
    const named = await roomCalled(name, context);
    // Read in any case, so that the time of the response does not tell a hidden room from none.
    const mayPost = named ? await canAccessRoom(services, caller, named) : await services.memberships.hasSubscription(name, caller.id);
    if (!named || !mayPost) {
        throw noSuchRoom();
    }
    return named.id;
}

function example(context: RenderContext): string {
    return commandExample(context, `share ${context.messages.vocabulary.link} ${context.messages.vocabulary.user}`);
}
