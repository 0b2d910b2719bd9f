import { paragraphs } from '../reply';
import { Subcommand, SubcommandEntry } from '../subcommand';

/** Returns the subcommand that explains the others, in their order. */
export function helpOn(topics: readonly SubcommandEntry[]): Subcommand<object, undefined> {
    return {
        name: 'help',
        synonyms: 'hilfe ayuda aide ajuda ?',
        parse: () => ({ kind: 'parsed', args: {} }),
        run: () => Promise.resolve(undefined),
        render: (_, context) => paragraphs(context.messages.helpTitle, ...([] as string[]).concat(...topics.map(({ help }) => help(context)))),
        help: () => [],
    };
}
