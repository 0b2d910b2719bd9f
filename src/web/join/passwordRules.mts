import { readWorkspace } from './common.mts';
import { moreWords } from './moreTranslation.mts';

/** A rule of the workspace for passwords, in words. */
export interface PasswordRule {
    readonly text: string;
    readonly isMet: (password: string) => boolean;
}

type Policy = readonly (readonly [name: string, values?: Readonly<Record<string, unknown>>])[];

/** The rules by the names that the server gives them (its PasswordPolicyClass). */
const RULES = new Map<string, (count: number) => PasswordRule>(
    Object.entries({
        minLength: (count: number) => ({ text: counted(moreWords.minLength, count), isMet: ({ length }: string) => length >= count }),
        maxLength: (count: number) => ({ text: counted(moreWords.maxLength, count), isMet: ({ length }: string) => length <= count }),
        forbidRepeatingCharactersCount: (count: number) => ({
            text: counted(moreWords.noRepeats, count),
            isMet: (password: string) => longestRun(password) <= count,
        }),
        mustContainAtLeastOneLowercase: () => ({ text: moreWords.lowerCase, isMet: (password: string) => /[a-z]/.test(password) }),
        mustContainAtLeastOneUppercase: () => ({ text: moreWords.upperCase, isMet: (password: string) => /[A-Z]/.test(password) }),
        mustContainAtLeastOneNumber: () => ({ text: moreWords.digit, isMet: (password: string) => /[0-9]/.test(password) }),
        mustContainAtLeastOneSpecialCharacter: () => ({ text: moreWords.special, isMet: (password: string) => /[^A-Za-z0-9 ]/.test(password) }),
    }),
);

/** Reads the workspace's rules for passwords. Returns none if it has none, or does not publish them. */
export async function readPasswordRules(): Promise<PasswordRule[]> {
    const answer = await readWorkspace<{ enabled?: boolean; policy?: Policy }>('pw.getPolicy');
    const policy: Policy = answer && answer.enabled && Array.isArray(answer.policy) ? (answer.policy as Policy) : [];
    const names = policy.map(([name]) => nameOf(name));
    // The server sends the number of repetitions even if it allows any.
    const isRepetitionFree = names.includes('forbidRepeatingCharacters');
    return policy.flatMap(([name, values = {}]) => {
        const key = nameOf(name);
        const rule = RULES.get(key);
        const applies = key !== 'forbidRepeatingCharactersCount' || isRepetitionFree;
        return rule && applies ? [rule(Number(values[key]) || 0)] : [];
    });
}

function nameOf(name: string): string {
    return name.replace('get-password-policy-', '');
}

function counted(text: string, count: number): string {
    return text.replace('{count}', String(count));
}

function longestRun(password: string): number {
    return Math.max(0, ...(password.match(/(.)\1*/g) || []).map(({ length }) => length));
}
