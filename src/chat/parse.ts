import { SUBCOMMANDS } from './commands/table';
import { paragraphs, Rendering } from './reply';
import { Command, ParseError } from './subcommand';
import { suggestionsFor } from './suggestions';
import { renderUnclear } from './unclear';
import { withoutCommas } from './words';

/** Maximum length of a command. Fifty names or a link are well below it. */
const MAX_CHARACTERS = 1000;

/** Parses the words of a command. It never guesses: one word that does not fit makes the whole command unclear. */
export function parse(words: readonly string[]): Command {
    if (words.reduce((length, word) => length + word.length + 1, 0) > MAX_CHARACTERS) {
        const args = { maxCharacters: MAX_CHARACTERS };
        return replyOnly('too-long', args, ({ messages }) => paragraphs(messages.tooLong(args.maxCharacters)));
    }
    const parsed = readCommand(words);
    if ('run' in parsed) {
        return parsed;
    }
    const isClear = (suggestion: string): boolean => 'run' in readCommand(suggestion.split(' '));
    const suggestions = suggestionsFor(parsed).map((group) => group.filter(isClear));
    const unclear = {
        word: parsed.words[parsed.index] || '',
        understood: parsed.words.slice(0, parsed.index),
        suggestions: suggestions.find((group) => group.length > 0) || [],
    };
    return replyOnly('unclear', unclear, (context) => renderUnclear(unclear, context));
}

function readCommand(typed: readonly string[]): Command | ParseError {
    const words = withoutCommas(typed);
    const [first = 'help', ...rest] = words;
    const subcommand = SUBCOMMANDS.find(({ name, prefix }) => (prefix === undefined ? first.toLowerCase() === name : first.startsWith(prefix)));
    if (!subcommand) {
        return { kind: 'parse-error', words, index: 0 };
    }
    const { name, prefix, renderMissing } = subcommand;
    const parsed = subcommand.parse(prefix === undefined ? [name, ...rest] : words);
    if ('run' in parsed || parsed.kind === 'parse-error') {
        return parsed;
    }
    return renderMissing ? replyOnly('missing', { subcommand: name }, renderMissing) : readCommand(['help']);
}

/** Returns a command that does nothing but reply. */
function replyOnly(kind: string, args: unknown, render: Rendering): Command {
    return { kind, args, run: () => Promise.resolve(render) };
}
