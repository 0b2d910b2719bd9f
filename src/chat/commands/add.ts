import { AddedUser, addUsers } from '../../domain/useCases/addUsers';
import { asCode, commandExample } from '../codeSpans';
import { Messages } from '../../i18n/messages';
import { Parsed, Subcommand } from '../subcommand';

interface AddArgs {
    /** Usernames, without `@`. */
    readonly names: readonly string[];
}

/** People that one command may add. Each of them costs several calls to the server. */
const MAX_NAMES = 50;

/** Adds people to the room by name, as the server's own `/invite` does. */
export const ADD: Subcommand<AddArgs, readonly AddedUser[]> = {
    name: 'add',
    prefix: '@',
    parse: parseNames,
    run: ({ names }, { services, caller, room }) => addUsers(services, caller, room, names),
    render: (people, { messages }) => people.map((person) => ({ text: renderAddedUser(person, messages) })),
    help: (context) => [context.messages.helpAdd(commandExample(context, context.messages.vocabulary.user))],
};

/** Parses unique names with or without `@`, separated by spaces or commas. */
function parseNames(words: readonly string[]): Parsed<AddArgs> {
    const names = words
        .join(' ')
        .split(/[\s,]+/)
        .map((word) => word.replace(/^@/, ''))
        .filter((word) => word !== '');
    if (names.length > MAX_NAMES) {
        return { kind: 'parse-error', words: [`@${names[MAX_NAMES]}`], index: 0 };
    }
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
