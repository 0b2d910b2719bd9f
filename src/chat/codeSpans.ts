import { extractToken } from '../domain/link';
import { isToken } from '../domain/model/token';
import { Vocabulary } from './messages';
import { shortPlainName } from './names';
import { RenderContext } from './reply';

/** Escapes typed text for a code span and hides tokens, which only their creator may see. */
export function asCode(text: string, { link }: Vocabulary): string {
    return shortPlainName(text.replace(/\S+/g, (word) => (isToken(extractToken(word)) ? link : word)).replace(/`/g, "'"));
}

/** Returns a command to type, as inline code. */
export function commandExample({ commandName, messages }: RenderContext, text: string): string {
    return `\`/${commandName} ${asCode(text, messages.vocabulary)}\``;
}

/** Returns examples as inline code, separated by commas. */
export function inlineCodes(examples: readonly string[]): string {
    return examples.map((example) => `\`${example}\``).join(', ');
}
