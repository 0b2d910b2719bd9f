import { ErrorDetails, InviteError } from '../domain/model/errors';
import { Situation, situationOf } from '../domain/model/situation';
import { localNow } from '../i18n/dates';
import { minutesToWait } from '../i18n/minutesToWait';
import { Vocabulary } from '../i18n/messages';
import { asCode, commandExample } from './codeSpans';
import { clampTerms, CreateOptions, createCommandText, EXAMPLE_VALIDITY } from './examples';
import { paragraphs, RenderContext, Reply } from './reply';

/** Returns the text of a command with the terms that `correct` returns for its own. */
export type WithTerms = (correct: (terms: CreateOptions) => CreateOptions, vocabulary: Vocabulary) => string;

/** The situations that an owner of the room can change. */
const ASK_OWNERS: readonly Situation[] = ['may-not-invite', 'not-authorized', 'unverified-adding', 'unverified'];

/**
 * Renders a refusal in the reader's language. Names the owners to ask if they can grant what was refused. An example
 * keeps the other terms that the caller typed.
 */
export function renderRefusal(
    { code, details }: InviteError,
    context: RenderContext,
    owners: readonly string[],
    { withTerms = (correct, vocabulary) => createCommandText(correct({}), vocabulary) }: { readonly withTerms?: WithTerms } = {},
): Reply {
    const { messages } = context;
    const { ceiling = 0, uses = 0, name = '', retryAfter } = details;
    const situation = situationOf(code, details);
    const example = commandExample(
        context,
        correctedCommand(situation, details, localNow(context), (correct) => withTerms(correct, messages.vocabulary)),
    );
    const sentence = messages.refusals[situation]({
        ...{ ceiling, uses, minutes: minutesToWait(retryAfter), example },
        name: `\`${asCode(name, messages.vocabulary)}\``,
    });
    if (!ASK_OWNERS.includes(situation)) {
        return paragraphs(sentence);
    }
    return paragraphs(sentence, owners.length > 0 ? messages.askOwners(owners.map((name) => `@${name}`).join(', ')) : messages.askAnOwner);
}

/** Returns a command that would not be refused in this situation, nor for its other terms. */
function correctedCommand(
    situation: Situation,
    { ceiling = 0, limits }: ErrorDetails,
    localTime: number,
    withTerms: (correct: (terms: CreateOptions) => CreateOptions) => string,
): string {
    const withChange = (change: CreateOptions): string =>
        withTerms((terms) => ({
            ...(limits ? clampTerms(terms, limits, localTime) : terms),
            ...(change.validity && { until: undefined }),
            ...change,
        }));
    switch (situation) {
        case 'validity-too-long':
            return withChange({ validity: { count: ceiling, unit: 'day' } });
        case 'too-many-uses':
            return withChange({ maxUses: ceiling });
        case 'may-not-email':
            return 'create once';
        case 'may-not-list-all':
        case 'not-listed':
            return 'list';
        default:
            return withChange({ validity: EXAMPLE_VALIDITY });
    }
}
