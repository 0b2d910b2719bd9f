import { Services } from '../app/services';
import { Person, Room } from '../domain/ports';
import { WithTerms } from './renderRefusal';
import { RenderContext, Rendering, Reply } from './reply';

/** The caller and the room of a command, and the services that it uses. */
export interface CommandContext {
    readonly services: Services;
    readonly caller: Person;
    /** The room where the caller typed the command. */
    readonly room: Room;
    readonly appId: string;
    /** Hours that the caller's clock is ahead of UTC. */
    readonly utcOffset: number;
}

/** Why a command cannot be carried out as it was typed, if there is more to say than which word is unclear. */
export type UnclearReason = 'too-short' | 'everyone' | 'elsewhere' | 'e-mail';

/** The words of a command that cannot be parsed. `index` is the position of the first word that does not fit. */
export interface ParseError {
    readonly kind: 'parse-error';
    readonly words: readonly string[];
    readonly index: number;
    readonly reason?: UnclearReason;
    /** With a reason: the text to type after the command's name instead. */
    readonly instead?: string;
}

/** The words fit so far, but the argument is missing. */
export interface MissingArgument {
    readonly kind: 'missing';
}

export type Parsed<Args> = { readonly kind: 'parsed'; readonly args: Args } | ParseError | MissingArgument;

/** The arguments of a subcommand about one invite. */
export interface TargetArgs {
    /** The token or the id of the invite, or its number in the caller's last list. */
    readonly target: string;
}

/** A command that is ready to run. */
export interface Command {
    /** The subcommand's name, or why there is none. The log shows it. */
    readonly kind: string;
    /** What the caller typed after the subcommand's name, parsed. */
    readonly args: unknown;
    /** Returns the command with other terms, if it has terms. A refusal shows it as an example. */
    readonly withTerms?: WithTerms;
    /** Whether the rooms and people that the command names exist for the caller, and its terms are allowed. */
    readonly isPossible?: (context: CommandContext) => Promise<boolean>;
    /**
     * Runs the command and returns how to render its result.
     *
     * @throws InviteError the refusals of the use case that the command calls
     */
    readonly run: (context: CommandContext) => Promise<Rendering>;
}

/** The part of a subcommand that parser, suggestions and help read. */
interface SubcommandWords {
    /** The first word of the command. It is the same in every language. */
    readonly name: string;
    /** The caller does not type the name, but a first word that this accepts. */
    readonly matches?: (word: string) => boolean;
    /** Other words for the name in the languages of the app, in lower case. */
    readonly synonyms?: string;
    /**
     * Returns whole commands that the caller may have meant, in groups with the likeliest group first. The parser has
     * not checked them, so some may be invalid. By default, the words before the error.
     */
    readonly correct?: (error: ParseError) => readonly (readonly string[])[];
    /** Asks for the missing argument. By default, the reply is the help. */
    readonly renderMissing?: Rendering;
    /** Returns the paragraphs of the help about this subcommand. */
    readonly help: (context: RenderContext) => readonly string[];
}

/** One subcommand as a value: `Args` is what the caller typed after its name, `Result` is what it returns. */
export interface Subcommand<Args, Result> extends SubcommandWords {
    /**
     * Parses all words of the command. The first is `name`, or a word that `matches` accepts. `localNow` is the caller's
     * local time, in ms since 1970 as if they lived in UTC.
     */
    readonly parse: (words: readonly string[], localNow: number) => Parsed<Args>;
    /** Whether the rooms and people in the arguments exist for the caller, and the terms are allowed. */
    readonly isPossible?: (args: Args, context: CommandContext) => Promise<boolean>;
    /** @throws InviteError the refusals of the use case that it calls */
    readonly run: (args: Args, context: CommandContext) => Promise<Result>;
    readonly render: (result: Result, context: RenderContext) => Reply;
    /** Returns the command with other terms, if it has terms. */
    readonly withTerms?: (args: Args) => WithTerms;
}

/** A subcommand in the table, where the types of its arguments and its result no longer matter. */
export interface SubcommandEntry extends SubcommandWords {
    readonly parse: (words: readonly string[], localNow: number) => Command | ParseError | MissingArgument;
}

/** Returns the entry of a subcommand in the table. */
export function entryOf<Args, Result>(subcommand: Subcommand<Args, Result>): SubcommandEntry {
    return {
        ...subcommand,
        parse: (words, localNow) => {
            const parsed = subcommand.parse(words, localNow);
            return parsed.kind === 'parsed' ? toCommand(subcommand, parsed.args) : parsed;
        },
    };
}

function toCommand<Args, Result>({ name, run, render, withTerms, isPossible }: Subcommand<Args, Result>, args: Args): Command {
    return {
        kind: name,
        args,
        withTerms: withTerms && withTerms(args),
        isPossible: isPossible && ((context) => isPossible(args, context)),
        run: async (context) => {
            const result = await run(args, context);
            return (renderContext) => render(result, renderContext);
        },
    };
}
