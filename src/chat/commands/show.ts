import { findTarget } from '../../domain/useCases/findTarget';
import { DetailsResult, loadDetails, renderDetails } from '../details';
import { commandExample } from '../codeSpans';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext } from '../reply';
import { Subcommand, TargetArgs } from '../subcommand';

/** Shows an invite to people who manage it, with its link to its creator. */
export const SHOW: Subcommand<TargetArgs, DetailsResult> = {
    name: 'show',
    synonyms: 'info details status anzeigen zeigen ver mostrar detalles afficher voir detalhes',
    parse: (words) => parseTarget(words, (target) => ({ target })),
    run: async ({ target }, context) => loadDetails(context, (await findTarget(context.services, context.caller, target)).id),
    render: (result, context) => renderDetails(result, context),
    renderMissing: (context) => paragraphs(context.messages.missingLink(example(context))),
    help: (context) => [context.messages.helpShow(example(context))],
};

function example(context: RenderContext): string {
    return commandExample(context, `show ${context.messages.vocabulary.link}`);
}
