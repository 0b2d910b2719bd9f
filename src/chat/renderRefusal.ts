import { InviteError } from '../domain/model/errors';
import { Situation, situationOf } from '../domain/model/situation';
import { minutesToWait } from '../i18n/minutesToWait';
import { Vocabulary } from '../i18n/messages';
import { commandExample } from './codeSpans';
import { CreateOptions, createCommandText, EXAMPLE_VALIDITY } from './examples';
import { paragraphs, RenderContext, Reply } from './reply';

/** Returns the text of a command with other terms. */
export type WithTerms = (change: CreateOptions, vocabulary: Vocabulary) => string;

/** The situations that an owner of the room can change. */
const ASK_OWNERS: readonly Situation[] = ['may-not-invite', 'not-authorized', 'unverified-adding', 'unverified-seeing', 'unverified'];

/**
 * Renders a refusal in the reader's language. Names the owners to ask if they can grant what was refused. An example
 * keeps the other terms that the caller typed.
 */
export function renderRefusal(
    { code, details }: InviteError,
    context: RenderContext,
    owners: readonly string[],
    { withTerms = createCommandText }: { readonly withTerms?: WithTerms } = {},
): Reply {
    const { messages } = context;
    const { ceiling = 0, uses = 0, retryAfter } = details;
    const situation = situationOf(code, details);
    const example = commandExample(
        context,
        correctedCommand(situation, ceiling, (change) => withTerms(change, messages.vocabulary)),
    );
    const sentence = messages.refusals[situation]({ ceiling, uses, minutes: minutesToWait(retryAfter), example });
    if (!ASK_OWNERS.includes(situation)) {
        return paragraphs(sentence);
    }
    return paragraphs(sentence, owners.length > 0 ? messages.askOwners(owners.map((name) => `@${name}`).join(', ')) : messages.askAnOwner);
}

/** Returns a command that would not be refused in this situation. */
function correctedCommand(situation: Situation, ceiling: number, withTerms: (change: CreateOptions) => string): string {
    switch (situation) {
        case 'validity-too-long':
            return withTerms({ validity: { count: ceiling, unit: 'day' } });
        case 'too-many-uses':
            return withTerms({ maxUses: ceiling });
        case 'may-not-list-all':
            return 'list';
        default:
            return withTerms({ validity: EXAMPLE_VALIDITY });
    }
}
