import { paragraphs } from '../reply';
import { Subcommand, SubcommandEntry } from '../subcommand';

/** The subcommand to explain; undefined for all. */
interface HelpArgs {
    readonly topic?: SubcommandEntry;
}

/** Returns the subcommand that explains the others, in their order, or one of them. */
export function helpOn(topics: readonly SubcommandEntry[]): Subcommand<HelpArgs, HelpArgs> {
    return {
        name: 'help',
        synonyms: 'hilfe ayuda aide ajuda ? --help -h',
        parse: ([, name = '']) => ({ kind: 'parsed', args: { topic: topics.find((topic) => isCalled(topic, name.toLowerCase())) } }),
        run: (args) => Promise.resolve(args),
        render: ({ topic }, context) => {
            const all = [context.messages.helpTitle, ...([] as string[]).concat(...topics.map(({ help }) => help(context)))];
            return paragraphs(...(topic ? topic.help(context) : all));
        },
        help: () => [],
    };
}

/** Whether the word is the name of the subcommand or a synonym of it. */
export function isCalled({ name, synonyms = '' }: SubcommandEntry, word: string): boolean {
    return word !== '' && (word === name || synonyms.split(' ').includes(word));
}
