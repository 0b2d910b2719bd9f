import { extractToken } from '../domain/link';
import { Parsed } from './subcommand';

/** Parses the one link, token or id after a subcommand's name, and returns it as the arguments that `toArgs` names. */
export function parseTarget<Args>(words: readonly string[], toArgs: (target: string) => Args): Parsed<Args> {
    const [, target] = words;
    if (target === undefined) {
        return { kind: 'missing' };
    }
    return words.length > 2 ? { kind: 'parse-error', words, index: 2 } : { kind: 'parsed', args: toArgs(extractToken(target)) };
}
