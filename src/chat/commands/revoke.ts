import { Room } from '../../domain/ports';
import { revokeInvite } from '../../domain/useCases/removeInvite';
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
    run: async ({ target }, { services, caller }) => ({ room: await revokeInvite(services, caller, target) }),
    render: renderRevoked,
    renderMissing: (context) => paragraphs(context.messages.missingLinkToRevoke(example(context))),
    help: (context) => [context.messages.helpRevoke(example(context))],
};

/** Confirms that an invite was revoked. Names its room if the caller may see the name. */
export function renderRevoked({ room }: RevokeResult, { messages }: RenderContext): Reply {
    return paragraphs(room ? messages.revoked(nameOf(room)) : messages.linkRevoked);
}

function example(context: RenderContext): string {
    return commandExample(context, `revoke ${context.messages.vocabulary.link}`);
}
