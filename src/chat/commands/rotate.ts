import { rotateToken } from '../../domain/useCases/editInvite';
import { findTarget } from '../../domain/useCases/findTarget';
import { commandExample } from '../codeSpans';
import { detailsAfter, DetailsResult, renderDetails } from '../details';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext } from '../reply';
import { Subcommand, TargetArgs } from '../subcommand';

/** Replaces the link of an invite, which keeps its uses, limits and history. */
export const ROTATE: Subcommand<TargetArgs, DetailsResult> = {
    name: 'rotate',
    synonyms: 'replace renew ersetzen erneuern reemplazar renovar remplacer renouveler substituir',
    parse: (words) => parseTarget(words, (target) => ({ target })),
    run: async ({ target }, context) => {
        const { services, caller } = context;
        return detailsAfter(context, await rotateToken(services, caller, (await findTarget(services, caller, target)).id));
    },
    render: (result, context) => renderDetails(result, context, context.messages.rotated),
    renderMissing: (context) => paragraphs(context.messages.missingLink(example(context))),
    help: (context) => [context.messages.helpRotate(example(context))],
};

function example(context: RenderContext): string {
    return commandExample(context, `rotate ${context.messages.vocabulary.link}`);
}
