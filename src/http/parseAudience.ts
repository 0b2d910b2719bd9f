import { InviteError } from '../domain/model/errors';
import { isTextList } from '../domain/text';
import { RequestedAudience } from '../domain/useCases/chooseAudience';

const PARTS = ['usernames', 'emailDomains', 'roles'];

/**
 * Returns the people for whom an invite is to be; null = everybody, undefined if nothing is said.
 *
 * @throws invalid-params if it is something else than lists of texts under the known names, or a list is empty. An empty
 * list would be for nobody, and a script that found nobody must not open the link to everybody.
 */
export function parseAudience(value: object | null | undefined): RequestedAudience | null | undefined {
    const isValid = !value || (!Array.isArray(value) && Object.entries(value).every(([name, list]) => PARTS.includes(name) && isTextList(list)));
    if (!isValid) {
        throw new InviteError('invalid-params', { field: 'audience', reason: 'no-audience' });
    }
    return value;
}
