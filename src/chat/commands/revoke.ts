import { InviteError } from '../../domain/model/errors';
import { isToken } from '../../domain/model/token';
import { namableRoom, SeeRoomDeps } from '../../domain/policies/maySee';
import { Person, Room } from '../../domain/ports';
import { inviteByToken, InviteByTokenDeps } from '../../domain/useCases/lookUpInvite';
import { mayRemove, RemoveDeps, removeInvite } from '../../domain/useCases/removeInvite';
import { commandExample } from '../codeSpans';
import { nameOf } from '../names';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext, Reply } from '../reply';
import { Subcommand } from '../subcommand';

interface RevokeArgs {
    /** The token or the id of the invite. */
    readonly target: string;
}

interface RevokeResult {
    /** Undefined if the caller may not see its name. */
    readonly room: Room | undefined;
}

export const REVOKE: Subcommand<RevokeArgs, RevokeResult> = {
    name: 'revoke',
    synonyms: 'delete remove end cancel löschen widerrufen entfernen anular revocar borrar révoquer supprimer revogar apagar',
    parse: (words) => parseTarget(words, (target) => ({ target })),
    run: ({ target }, { services, caller }) => revokeInvite(services, caller, target),
    render: renderRevoked,
    renderMissing: (context) => paragraphs(context.messages.missingLinkToRevoke(example(context))),
    help: (context) => [context.messages.helpRevoke(example(context))],
};

/**
 * Revokes an invite by its id or token. With a token, a refusal names the room, so the reply can name its owners.
 *
 * @throws error-too-many-requests after too many wrong tokens
 * @throws error-invalid-token if no invite has that token
 * @throws invalid-invitation-id if an administrator names an unknown id
 * @throws not_authorized
 */
export async function revokeInvite(deps: InviteByTokenDeps & RemoveDeps & SeeRoomDeps, caller: Person, target: string): Promise<RevokeResult> {
    const invite = isToken(target) ? await inviteByToken(deps, target, caller.id) : undefined;
    if (invite && !(await mayRemove(deps.permissions, caller, invite))) {
        throw new InviteError('not_authorized', { rid: invite.rid });
    }
    // Ids are lowercase, but the keyboard of a phone may capitalize the first letter.
    const { rid } = await removeInvite(deps, caller, invite ? invite.id : target.toLowerCase());
    return { room: await namableRoom(deps, caller, rid) };
}

/** Confirms that an invite was revoked. Names its room if the caller may see the name. */
export function renderRevoked({ room }: RevokeResult, { messages }: RenderContext): Reply {
    return paragraphs(room ? messages.revoked(nameOf(room)) : messages.linkRevoked);
}

function example(context: RenderContext): string {
    return commandExample(context, `revoke ${context.messages.vocabulary.link}`);
}
