import { CREATE } from './commands/create';
import { EMAIL } from './commands/email';
import { isCalled } from './commands/help';
import { SUBCOMMANDS } from './commands/table';
import { CreateOptions } from './examples';
import { paragraphs, Rendering } from './reply';
import { Command, CommandContext, ParseError, SubcommandEntry } from './subcommand';
import { suggestionsFor } from './suggestions';
import { renderUnclear, Unclear } from './unclear';
import { joinQuoted, withoutCommas } from './words';

/** Maximum length of a command. Fifty names or a link are well below it. */
const MAX_CHARACTERS = 1000;

/** The kind of a command whose argument is missing. */
const MISSING = 'missing';

/**
 * Parses the words of a command. It never guesses: one word that does not fit makes the whole command unclear.
 * `localNow` is the caller's local time, in ms since 1970 as if they lived in UTC.
 */
export function parse(words: readonly string[], localNow: number): Command {
    if (words.reduce((length, word) => length + word.length + 1, 0) > MAX_CHARACTERS) {
        const args = { maxCharacters: MAX_CHARACTERS };
        return replyOnly('too-long', args, ({ messages }) => paragraphs(messages.tooLong(args.maxCharacters)));
    }
    const parsed = readCommand(words, localNow);
    return 'run' in parsed ? parsed : unclear(parsed, localNow);
}

/** Returns the command that explains what is unclear. It suggests only what the caller could do. */
function unclear(error: ParseError, localNow: number): Command {
    const { words, index, reason, instead } = error;
    const word = words[index] || '';
    const groups = clearSuggestions(error, localNow);
    const suggestions = groups.map((group) => group.map(({ text }) => text));
    const args: Unclear = { word, understood: understoodBefore(error, localNow), suggestions, reason, instead };
    return {
        kind: 'unclear',
        args,
        run: async (context) => {
            const possible = await Promise.all(groups.map((group) => possibleOf(group, context)));
            return (renderContext) => renderUnclear(args, possible.find((group) => group.length > 0) || [], renderContext);
        },
    };
}

/** Returns the words before the unclear one, without a number that makes sense only with it. */
function understoodBefore({ words, index }: ParseError, localNow: number): readonly string[] {
    const before = words.slice(0, index);
    const withoutLast = before.slice(0, -1);
    return [before, withoutLast].find((some) => some.length > 1 && 'run' in readCommand(some, localNow)) || before.slice(0, 1);
}

/** A line that the caller may have meant, and what it does. */
interface Suggestion {
    readonly text: string;
    readonly command: Command;
}

/** Returns the suggestions that the parser understands. */
function clearSuggestions(error: ParseError, localNow: number): readonly (readonly Suggestion[])[] {
    const read = (text: string): Suggestion[] => {
        const command = readCommand(text.split(' '), localNow);
        // After a subcommand's name, a suggestion that lacks its argument would only be refused in turn.
        return 'run' in command && (error.index === 0 || command.kind !== MISSING) ? [{ text, command }] : [];
    };
    return suggestionsFor(error)
        .map((group) => group.flatMap(read))
        .filter((group) => group.length > 0);
}

/** Returns the suggestions that name no room or person that the caller does not know, and exceed no limit. */
async function possibleOf(suggestions: readonly Suggestion[], context: CommandContext): Promise<readonly string[]> {
    const possible = await Promise.all(suggestions.map(async ({ command: { isPossible } }) => !isPossible || isPossible(context)));
    return suggestions.filter((_, index) => possible[index]).map(({ text }) => text);
}

function readCommand(typed: readonly string[], localNow: number): Command | ParseError {
    const words = withoutCommas(joinQuoted(typed));
    const [first = 'help', ...rest] = words;
    const matched = SUBCOMMANDS.find(({ matches }) => matches !== undefined && matches(first));
    const subcommand = matched || subcommandNamed(first.toLowerCase());
    if (!subcommand) {
        return withoutName(words, localNow);
    }
    const { name, renderMissing } = subcommand;
    const parsed = subcommand.parse(matched ? words : [name, ...rest], localNow);
    if ('run' in parsed || parsed.kind === 'parse-error') {
        return parsed;
    }
    return renderMissing ? replyOnly(MISSING, { subcommand: name }, renderMissing) : readCommand(['help'], localNow);
}

/** Reads a command that names no subcommand: terms alone create a link, as in `7d x10`. */
function withoutName(words: readonly string[], localNow: number): Command | ParseError {
    const addresses = words.filter((word) => E_MAIL.test(word));
    const [address] = addresses;
    if (address !== undefined) {
        return { kind: 'parse-error', words: [address], index: 0, reason: 'e-mail', instead: [EMAIL.name, ...addresses].join(' ') };
    }
    const created = CREATE_ENTRY && CREATE_ENTRY.parse([CREATE.name, ...words], localNow);
    if (created && 'run' in created) {
        const { validity, until, maxUses } = created.args as CreateOptions;
        return validity || until !== undefined || maxUses !== undefined ? created : { kind: 'parse-error', words, index: 0 };
    }
    return created && created.kind === 'parse-error' && created.reason ? created : { kind: 'parse-error', words, index: 0 };
}

const E_MAIL = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;
const CREATE_ENTRY = SUBCOMMANDS.find(({ name }) => name === CREATE.name);

/** Returns the subcommand with that name or synonym. */
function subcommandNamed(word: string): SubcommandEntry | undefined {
    return (
        SUBCOMMANDS.find(({ name, matches }) => matches === undefined && name === word) ||
        SUBCOMMANDS.find((subcommand) => isCalled(subcommand, word))
    );
}

/** Returns a command that does nothing but reply. */
function replyOnly(kind: string, args: unknown, render: Rendering): Command {
    return { kind, args, run: () => Promise.resolve(render) };
}
