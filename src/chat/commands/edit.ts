import { extractToken } from '../../domain/link';
import { editInvite } from '../../domain/useCases/editInvite';
import { findTarget } from '../../domain/useCases/findTarget';
import { commandExample } from '../codeSpans';
import { correctTerms } from '../corrections';
import { detailsAfter, DetailsResult, renderDetails } from '../details';
import { CreateOptions, EXAMPLE_VALIDITY, termWords } from '../examples';
import { paragraphs, RenderContext } from '../reply';
import { Parsed, Subcommand, TargetArgs } from '../subcommand';
import { fitsLimits, parseTerms, requestedEnd } from '../terms';

interface EditArgs extends TargetArgs {
    readonly changes: CreateOptions;
}

/** Changes expiry, uses or label of an invite. Its link stays the same. */
export const EDIT: Subcommand<EditArgs, DetailsResult> = {
    name: 'edit',
    synonyms: 'extend change update ändern bearbeiten verlängern editar cambiar modifier changer alterar mudar',
    parse: parseEdit,
    correct: correctTerms,
    isPossible: async ({ changes }, { services: { settings } }) => fitsLimits(changes, await settings.limits()),
    run: async ({ target, changes: { validity, until, maxUses, label, approval, audience } }, context) => {
        const { services, caller, utcOffset } = context;
        const { id } = await findTarget(services, caller, target);
        const end = requestedEnd(validity, until, utcOffset);
        return detailsAfter(context, await editInvite(services, caller, id, { label, end, maxUses, approval, audience }));
    },
    render: (result, context) => renderDetails(result, context, context.messages.changed),
    withTerms:
        ({ target, changes }) =>
        (correct, vocabulary) =>
            ['edit', target, ...termWords(correct(changes), vocabulary)].join(' '),
    renderMissing: (context) => paragraphs(context.messages.missingChange(example(context))),
    help: (context) => [context.messages.helpEdit(example(context))],
};

function parseEdit(words: readonly string[], localNow: number): Parsed<EditArgs> {
    const [, target] = words;
    if (target === undefined || words.length === 2) {
        return { kind: 'missing' };
    }
    const parsed = parseTerms(words, 2, localNow);
    return parsed.kind === 'parsed' ? { kind: 'parsed', args: { target: extractToken(target), changes: parsed.args } } : parsed;
}

function example(context: RenderContext): string {
    const { vocabulary } = context.messages;
    return commandExample(context, ['edit', vocabulary.link, ...termWords({ validity: EXAMPLE_VALIDITY }, vocabulary)].join(' '));
}
