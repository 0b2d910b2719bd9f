import { InviteError } from '../model/errors';
import { Audience, Invite } from '../model/invite';
import { Person } from '../ports';

/**
 * Refuses a person for whom the invite is not. The refusal says nothing about the room. The creator may always use it.
 *
 * @throws error-not-invited
 */
export function assertInvited({ userId, audience }: Pick<Invite, 'userId' | 'audience'>, person: Person): void {
    if (audience !== null && person.id !== userId && !matches(audience, person)) {
        throw new InviteError('error-not-invited');
    }
}

/** Whether the person matches each part of the audience that is given. */
function matches({ userIds, emailDomains, emails, roles }: Audience, person: Person): boolean {
    const { id, verifiedEmails } = person;
    return (
        (userIds === undefined || userIds.includes(id)) &&
        (emailDomains === undefined || verifiedEmails.some((address) => emailDomains.includes(domainOf(address)))) &&
        (emails === undefined || verifiedEmails.some((address) => emails.includes(address))) &&
        (roles === undefined || roles.some((role) => person.roles.includes(role)))
    );
}

function domainOf(address: string): string {
    return address.slice(address.lastIndexOf('@') + 1);
}
