import { asCode, commandExample } from './codeSpans';
import { CREATE } from './commands/create';
import { createCommandText } from './examples';
import { Vocabulary } from '../i18n/messages';
import { paragraphs, RenderContext, Reply } from './reply';
import { withoutCommas } from './words';

/** A command that cannot be parsed from `word` on. */
export interface Unclear {
    readonly word: string;
    /** The words before it, which could be parsed. */
    readonly understood: readonly string[];
    /** What the caller may have meant, as text to type after the command's name. */
    readonly suggestions: readonly string[];
}

/** Renders the unclear word with suggestions, or else with the words before it and the way to the help. */
export function renderUnclear({ word, understood, suggestions }: Unclear, context: RenderContext): Reply {
    const { messages } = context;
    const unclear = messages.unclear(`\`${asCode(word, messages.vocabulary)}\``);
    if (suggestions.length > 0) {
        const examples = suggestions.map((suggestion) => commandExample(context, localizeSuggestion(suggestion, messages.vocabulary)));
        return paragraphs(unclear, messages.didYouMean(examples.join(` ${messages.or} `)));
    }
    return paragraphs(
        unclear,
        ...(understood.length > 0 ? [messages.understood(commandExample(context, understood.join(' ')))] : []),
        messages.seeHelp(commandExample(context, 'help')),
    );
}

/** Translates the duration and the number of uses of a suggestion into the reader's language. */
function localizeSuggestion(suggestion: string, vocabulary: Vocabulary): string {
    const words = withoutCommas(suggestion.split(' '));
    const parsed = words[0] === CREATE.name ? CREATE.parse(words) : undefined;
    return parsed && parsed.kind === 'parsed' ? createCommandText(parsed.args, vocabulary) : suggestion;
}
