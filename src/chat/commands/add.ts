import { AddedUser, addUsers } from '../../domain/useCases/addUsers';
import { asCode, commandExample } from '../codeSpans';
import { Messages } from '../../i18n/messages';
import { ParseError, Parsed, Subcommand } from '../subcommand';

interface AddArgs {
    /** Usernames, without `@`. */
    readonly names: readonly string[];
}

/** People that one command may add. Each of them costs several calls to the server. */
const MAX_NAMES = 50;

/** The server's mentions of many people. Nobody has these names. */
const EVERYONE = ['@all', '@here'];

/** Adds people to the room by name, as the server's own `/invite` does. */
export const ADD: Subcommand<AddArgs, readonly AddedUser[]> = {
    name: 'add',
    matches: (word) => word.startsWith('@'),
    synonyms: 'add hinzufügen añadir ajouter adicionar',
    parse: parseNames,
    correct: ({ words, index }) => [[words.map((word, at) => (at === index ? `@${word}` : word)).join(' ')]],
    isPossible: async ({ names }, { services: { users } }) => (await Promise.all(names.map((name) => users.byUsername(name)))).every(Boolean),
    run: ({ names }, { services, caller, room }) => addUsers(services, caller, room, names),
    render: (people, { messages }) => people.map((person) => ({ text: renderAddedUser(person, messages) })),
    help: (context) => [context.messages.helpAdd(commandExample(context, context.messages.vocabulary.user))],
};

/**
 * Parses unique names, separated by spaces or commas. The first word may be the subcommand's name; names after it need
 * no `@`. Without that name, they do: in `@carol to #secret`, "to" is no name.
 */
function parseNames(words: readonly string[]): Parsed<AddArgs> {
    const hasName = !(words[0] || '').startsWith('@');
    const typed = words
        .slice(hasName ? 1 : 0)
        .join(' ')
        .split(/[\s,]+/)
        .filter((word) => word.replace(/^@/, '') !== '');
    const room = typed.find((word) => word.startsWith('#'));
    const people = typed.filter((word) => word.startsWith('@')).join(' ');
    const all = hasName ? ['add', ...typed] : typed;
    const fail = (word: string, because: Partial<ParseError> = {}): ParseError => ({
        kind: 'parse-error',
        words: all,
        index: all.indexOf(word),
        ...because,
    });
    if (room !== undefined) {
        return fail(room, { reason: 'elsewhere', instead: people });
    }
    const everyone = typed.find((word) => EVERYONE.includes(word.toLowerCase()));
    if (everyone !== undefined) {
        return fail(everyone, { reason: 'everyone', instead: 'create' });
    }
    const other = typed.find((word) => !hasName && !word.startsWith('@'));
    const unexpected = other === undefined ? typed[MAX_NAMES] : other;
    if (unexpected !== undefined) {
        return fail(unexpected);
    }
    const names = typed.map((word) => word.replace(/^@/, ''));
    return names.length > 0 ? { kind: 'parsed', args: { names: Array.from(new Set(names)) } } : { kind: 'missing' };
}

function renderAddedUser({ username, outcome }: AddedUser, messages: Messages): string {
    const name = asCode(username, messages.vocabulary);
    switch (outcome) {
        case 'added':
            return messages.added(name);
        case 'unknown':
            return messages.unknownUser(name);
        case 'already-here':
            return messages.alreadyHere(name);
        case 'not-added':
            return messages.notAdded(name);
    }
}
