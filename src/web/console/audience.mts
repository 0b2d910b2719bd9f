import { isDomain } from '../../domain/emailAddress.ts';
import { fillText } from '../shared/i18n.tsx';
import type { Refusal } from '../shared/api.mts';
import type { Invite } from './entities.mts';
import { words } from './translation.mts';

/** What a visitor chose or typed about the people for whom an invite is. */
export interface TypedAudience {
    /** `bound`: the address to which the link was sent, which nobody can type. */
    readonly choice: 'bound' | 'everybody' | 'some';
    readonly usernames: string;
    readonly emailDomains: string;
    readonly roles: string;
}

/** Nobody has typed anything. */
export const EVERYBODY: TypedAudience = { choice: 'everybody', usernames: '', emailDomains: '', roles: '' };

/** Returns the audience of an invite as people can type it. */
export function typedAudience(audience: Invite['audience']): TypedAudience {
    const { usernames = [], emailDomains = [], roles = [], emails = [] } = audience || {};
    return {
        choice: emails.length > 0 ? 'bound' : audience ? 'some' : 'everybody',
        usernames: usernames.map((name) => `@${name}`).join(' '),
        emailDomains: emailDomains.join(' '),
        roles: roles.join(', '),
    };
}

/** Returns the audience as endpoints take it; undefined if it stays as it is. */
export function audienceOf({ choice, usernames, emailDomains, roles }: TypedAudience): Invite['audience'] | undefined {
    if (choice !== 'some') {
        return choice === 'bound' ? undefined : null;
    }
    const lists = { usernames: namesIn(usernames), emailDomains: namesIn(emailDomains), roles: rolesIn(roles) };
    return Object.fromEntries(Object.entries(lists).filter(([, names]) => names.length > 0));
}

/** Returns what is wrong with the names, or undefined. The endpoint looks people and roles up. */
export function problemWithAudience(typed: TypedAudience): Refusal | undefined {
    const audience = audienceOf(typed);
    if (!audience) {
        return undefined;
    }
    const name = (audience.emailDomains || []).find((domain) => !isDomain(domain.toLowerCase()));
    return name !== undefined ? { code: 'no-domain', name } : Object.keys(audience).length === 0 ? { code: 'missing-audience' } : undefined;
}

/** Returns the parts of an audience in words. */
export function audienceParts(audience: Invite['audience']): string[] {
    if (!audience) {
        return [words.everybody];
    }
    const { usernames = [], emailDomains = [], roles = [], emails = [] } = audience;
    return [
        ...usernames.map((name) => `@${name}`),
        ...emailDomains.map((domain) => fillText(words.addressesAt, { domain })),
        ...emails,
        ...roles.map((role) => fillText(words.withRole, { role })),
    ];
}

function namesIn(text: string): string[] {
    return text
        .split(/[\s,;]+/)
        .map((name) => name.replace(/^@/, ''))
        .filter((name) => name !== '');
}

/** Names of roles can contain spaces. */
function rolesIn(text: string): string[] {
    return text
        .split(/[,;]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
