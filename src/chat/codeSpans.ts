import { extractToken } from '../domain/link';
import { isToken } from '../domain/model/token';
import { shortName } from '../domain/names';
import { Vocabulary } from '../i18n/messages';
import { RenderContext } from './reply';

/** Escapes typed text for a code span and hides tokens, which only their creator may see. */
export function asCode(text: string, { link }: Vocabulary): string {
    return shortName(text.replace(/\S+/g, (word) => (isToken(extractToken(word)) ? link : word)).replace(/`/g, "'"));
}

/** Returns a command to type, as inline code. */
export function commandExample({ commandName, messages }: RenderContext, text: string): string {
    return `\`/${commandName} ${asCode(text, messages.vocabulary)}\``;
}

/** Returns examples as inline code, separated by commas. */
export function inlineCodes(examples: readonly string[]): string {
    return examples.map((example) => `\`${example}\``).join(', ');
}
