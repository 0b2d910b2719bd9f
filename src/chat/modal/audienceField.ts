import { RequestedAudience, ShownAudience } from '../../domain/useCases/chooseAudience';
import { Messages } from '../../i18n/messages';
import { audienceNames, parseAudience } from '../audienceTerms';
import { asCode, inlineCodes } from '../codeSpans';
import { joinAlternatives } from '../examples';
import { Blocks } from './blocks';
import { ReadResult } from './choices';
import { initialValueIn, valueIn } from './formValues';

/** Adds a text field for the people who alone can use the link. Empty = everybody. `typed` replaces the names of the audience. */
export function addAudienceField(
    blocks: Blocks,
    field: string,
    audience: ShownAudience | null,
    { modal, vocabulary }: Messages,
    typed = audience ? audienceNames(audience, vocabulary).join(', ') : '',
): void {
    blocks.textInput(field, modal.onlyFor, typed).hint(modal.onlyForHint(inlineCodes(examples({ vocabulary }))));
}

/**
 * Returns the people whom the submitted form names, or null for everybody. Returns undefined if the field was left as it
 * was shown: it does not show deleted accounts, and nobody can type an address that a link is bound to. If `isTyped`, the
 * field was shown with what a person typed earlier, so it counts.
 */
export function readAudience(
    view: unknown,
    field: string,
    { modal, vocabulary, or }: Pick<Messages, 'modal' | 'vocabulary' | 'or'>,
    isTyped = false,
): ReadResult<RequestedAudience | null | undefined> {
    const text = valueIn(view, field);
    const shown = initialValueIn(view, field);
    // A form without the field is from before an update of the app.
    if (shown === undefined ? text === '' : text === shown && !isTyped) {
        return { value: undefined };
    }
    const parsed = parseAudience(text);
    return 'audience' in parsed
        ? { value: parsed.audience }
        : { errors: { [field]: modal.unclearName(asCode(parsed.unclear, vocabulary), joinAlternatives(examples({ vocabulary }), or)) } };
}

function examples({ vocabulary }: Pick<Messages, 'vocabulary'>): string[] {
    return [vocabulary.user, 'example.com', vocabulary.role('admin')];
}
