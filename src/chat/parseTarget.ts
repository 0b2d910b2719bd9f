import { extractToken } from '../domain/link';
import { afterFillers } from '../i18n/dictionary';
import { Parsed } from './subcommand';

/** Parses the one link, token or id after a subcommand's name, and returns it as the arguments that `toArgs` names. */
export function parseTarget<Args>(words: readonly string[], toArgs: (target: string) => Args): Parsed<Args> {
    const at = afterFillers(words, 1);
    const target = words[at];
    if (target === undefined) {
        return words.length > 1 ? { kind: 'parse-error', words, index: 1 } : { kind: 'missing' };
    }
    const index = afterFillers(words, at + 1);
    return index < words.length ? { kind: 'parse-error', words, index } : { kind: 'parsed', args: toArgs(extractToken(target)) };
}
