import { paragraphs, RenderContext } from '../reply';
import { Subcommand } from '../subcommand';

/** A subcommand that the help explains. */
interface Topic {
    readonly help?: (context: RenderContext) => readonly string[];
}

/** Returns the subcommand that explains the others, in their order. */
export function helpOn(topics: readonly Topic[]): Subcommand<object, undefined> {
    return {
        name: 'help',
        synonyms: 'hilfe ayuda aide ajuda ?',
        parse: () => ({ kind: 'parsed', args: {} }),
        run: () => Promise.resolve(undefined),
        render: (_, context) =>
            paragraphs(
                context.messages.helpTitle,
                ...topics.reduce<readonly string[]>((lines, { help }) => (help ? [...lines, ...help(context)] : lines), []),
            ),
    };
}
