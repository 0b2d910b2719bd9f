import { editInvite } from '../../domain/useCases/editInvite';
import { findTarget } from '../../domain/useCases/findTarget';
import { commandExample } from '../codeSpans';
import { detailsAfter, DetailsResult, renderDetails } from '../details';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext } from '../reply';
import { CommandContext, Subcommand, TargetArgs } from '../subcommand';

/** Stops an invite until it is resumed. */
export const PAUSE: Subcommand<TargetArgs, DetailsResult> = {
    name: 'pause',
    synonyms: 'stop disable pausieren anhalten pausar detener suspendre arrêter parar',
    parse: (words) => parseTarget(words, (target) => ({ target })),
    run: ({ target }, context) => setPaused(context, target, true),
    render: (result, context) => renderDetails(result, context),
    renderMissing: (context) => paragraphs(context.messages.missingLink(example('pause', context))),
    help: (context) => [context.messages.helpPause(example('pause', context), example('resume', context))],
};

/** Lets a paused invite work again. */
export const RESUME: Subcommand<TargetArgs, DetailsResult> = {
    name: 'resume',
    synonyms: 'unpause enable continue fortsetzen reanudar reprendre retomar',
    parse: (words) => parseTarget(words, (target) => ({ target })),
    run: ({ target }, context) => setPaused(context, target, false),
    render: (result, context) => renderDetails(result, context, result.details.summary.state === 'active' ? context.messages.resumed : undefined),
    renderMissing: (context) => paragraphs(context.messages.missingLink(example('resume', context))),
    help: () => [],
};

async function setPaused(context: CommandContext, target: string, paused: boolean): Promise<DetailsResult> {
    const { services, caller } = context;
    const { id } = await findTarget(services, caller, target);
    return detailsAfter(context, await editInvite(services, caller, id, { paused }));
}

function example(name: string, context: RenderContext): string {
    return commandExample(context, `${name} ${context.messages.vocabulary.link}`);
}
