import { asCode, commandExample } from './codeSpans';
import { CREATE } from './commands/create';
import { createCommandText } from './examples';
import { localNow } from '../i18n/dates';
import { paragraphs, RenderContext, Reply } from './reply';
import { UnclearReason } from './subcommand';
import { withoutCommas } from './words';

/** A command that cannot be parsed from `word` on. */
export interface Unclear {
    readonly word: string;
    /** The words before it, which could be parsed. */
    readonly understood: readonly string[];
    /** What the caller may have meant, as text to type after the command's name, the likeliest group first. */
    readonly suggestions: readonly (readonly string[])[];
    readonly reason?: UnclearReason;
    /** With a reason: the text to type after the command's name instead. */
    readonly instead?: string;
}

/** Renders the unclear word with suggestions, or else with the words before it and the way to the help. */
export function renderUnclear({ word, understood, reason, instead }: Unclear, suggestions: readonly string[], context: RenderContext): Reply {
    const { messages } = context;
    const code = `\`${asCode(word, messages.vocabulary)}\``;
    if (reason) {
        return paragraphs(messages.unclearBecause[reason](code, commandExample(context, instead || 'help')));
    }
    const unclear = messages.unclear(code);
    if (suggestions.length > 0) {
        const examples = suggestions.map((suggestion) => commandExample(context, localizeSuggestion(suggestion, context)));
        return paragraphs(unclear, messages.didYouMean(examples.join(` ${messages.or} `)));
    }
    const [subcommand] = understood;
    return paragraphs(
        unclear,
        ...(understood.length > 1 ? [messages.understood(commandExample(context, understood.join(' ')))] : []),
        messages.seeHelp(commandExample(context, subcommand === undefined ? 'help' : `help ${subcommand}`)),
    );
}

/** Translates the duration and the number of uses of a suggestion into the reader's language. */
function localizeSuggestion(suggestion: string, context: RenderContext): string {
    const words = withoutCommas(suggestion.split(' '));
    const parsed = words[0] === CREATE.name ? CREATE.parse(words, localNow(context)) : undefined;
    return parsed && parsed.kind === 'parsed' ? createCommandText(parsed.args, context.messages.vocabulary) : suggestion;
}
