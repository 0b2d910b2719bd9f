import { extractToken } from '../../domain/link';
import { editInvite } from '../../domain/useCases/editInvite';
import { findTarget } from '../../domain/useCases/findTarget';
import { commandExample } from '../codeSpans';
import { detailsAfter, DetailsResult, renderDetails } from '../details';
import { paragraphs, RenderContext } from '../reply';
import { Parsed, Subcommand, TargetArgs } from '../subcommand';
import { quotedText } from '../words';

/** What the caller types to remove the label. The server drops empty quotes. */
const NO_LABEL = '-';

interface RenameArgs extends TargetArgs {
    /** The new label. It is empty to remove the label. */
    readonly label: string;
}

/** Gives an invite another label. */
export const RENAME: Subcommand<RenameArgs, DetailsResult> = {
    name: 'rename',
    synonyms: 'label name umbenennen renombrar renommer renomear',
    parse: parseRename,
    run: async ({ target, label }, context) => {
        const { services, caller } = context;
        const { id } = await findTarget(services, caller, target);
        return detailsAfter(context, await editInvite(services, caller, id, { label }));
    },
    render: (result, context) => renderDetails(result, context, context.messages.changed),
    renderMissing: (context) => paragraphs(context.messages.missingChange(example(context))),
    help: (context) => [context.messages.helpRename(example(context), `“${NO_LABEL}”`)],
};

/** Parses a label with or without quotes. */
function parseRename(words: readonly string[]): Parsed<RenameArgs> {
    const [, target, ...rest] = words;
    const [first = ''] = rest;
    if (target === undefined || rest.length === 0) {
        return { kind: 'missing' };
    }
    const quoted = rest.length === 1 ? quotedText(first) : undefined;
    const label = quoted === undefined ? rest.join(' ') : quoted;
    return { kind: 'parsed', args: { target: extractToken(target), label: label === NO_LABEL ? '' : label } };
}

function example(context: RenderContext): string {
    const { vocabulary } = context.messages;
    return commandExample(context, `rename ${vocabulary.link} "${vocabulary.exampleLabel}"`);
}
