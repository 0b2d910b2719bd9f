import { Room } from '../../domain/ports';
import { findTarget } from '../../domain/useCases/findTarget';
import { revokeInvite } from '../../domain/useCases/removeInvite';
import { commandExample } from '../codeSpans';
import { namesOf } from '../names';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext, Reply } from '../reply';
import { Subcommand, TargetArgs } from '../subcommand';

interface RevokeResult {
    /** Its rooms whose names the caller may see. */
    readonly rooms: readonly Room[];
}

export const REVOKE: Subcommand<TargetArgs, RevokeResult> = {
    name: 'revoke',
    synonyms: 'delete remove end cancel löschen widerrufen entfernen anular revocar borrar révoquer supprimer revogar apagar',
    parse: (words) => parseTarget(words, (target) => ({ target })),
    run: async ({ target }, { services, caller }) => ({
        rooms: await revokeInvite(services, caller, await findTarget(services, caller, target)),
    }),
    render: renderRevoked,
    renderMissing: (context) => paragraphs(context.messages.missingLink(example(context))),
    help: (context) => [context.messages.helpRevoke(example(context))],
};

/** Confirms that an invite was revoked. Names the rooms whose names the caller may see. */
export function renderRevoked({ rooms }: RevokeResult, { messages }: RenderContext): Reply {
    return paragraphs(rooms.length > 0 ? messages.revoked(namesOf(rooms)) : messages.linkRevoked);
}

function example(context: RenderContext): string {
    return commandExample(context, `revoke ${context.messages.vocabulary.link}`);
}
