import { InviteError } from '../domain/model/errors';
import { commandExample } from './codeSpans';
import { CreateOptions, createCommandText, EXAMPLE_VALIDITY } from './examples';
import { paragraphs, RenderContext, Reply } from './reply';

/**
 * Renders a refusal in the reader's language. Names the owners to ask if they can grant what was refused. An example
 * keeps the options that the caller typed.
 */
export function renderRefusal(
    { code, details }: InviteError,
    context: RenderContext,
    owners: readonly string[],
    command: { readonly createOptions?: CreateOptions } = {},
): Reply {
    const { messages } = context;
    const exampleWith = (change: CreateOptions): string =>
        commandExample(context, createCommandText({ ...command.createOptions, ...change }, messages.vocabulary));
    const { reason, ceiling = 0 } = details;
    switch (code) {
        case 'invalid-number-of-days':
            if (reason === 'never-not-allowed') {
                return paragraphs(messages.neverNotAllowed(exampleWith({ validity: EXAMPLE_VALIDITY })));
            }
            return paragraphs(
                reason === 'over-ceiling'
                    ? messages.maxDays(ceiling, exampleWith({ validity: { count: ceiling, unit: 'day' } }))
                    : messages.invalidDays,
            );
        case 'invalid-number-of-uses':
            return paragraphs(reason === 'over-ceiling' ? messages.maxUses(ceiling, exampleWith({ maxUses: ceiling })) : messages.invalidUses);
        case 'not_authorized':
        case 'error-membership-unverified':
            if (reason === 'removing') {
                return paragraphs(messages.refused[code](details));
            }
            if (reason === 'all-rooms') {
                return paragraphs(messages.onlyAdministrators(commandExample(context, 'list')));
            }
            return paragraphs(
                messages.refused[code](details),
                owners.length > 0 ? messages.askOwners(owners.map((name) => `@${name}`).join(', ')) : messages.askAnOwner,
            );
        default:
            return paragraphs(messages.refused[code](details));
    }
}
