import type { JSX, TargetedSubmitEvent } from 'preact';

import type { Published } from '../shared/published.mts';
import { AwaitView } from './awaiting.tsx';
import { announce, Button, Screen, useEffect, useRef, useState } from './common.mts';
import { moreWords } from './moreTranslation.mts';
import { readPasswordRules, type PasswordRule } from './passwordRules.mts';
import { register, storeLogin, tryLogin, type Account, type Attempt, type Field, type Problem } from './registration.tsx';

interface RegisterProps {
    readonly settings: Published;
    /** Called once the login is stored. */
    readonly onLoggedIn: () => void;
    /** Called if the person wants to log in, or has to, with the reason. */
    readonly onLogIn: (why?: string) => void;
}

/** Creates an account on the workspace and logs in with it. Waits if an address or an approval is missing. */
export function RegisterView({ settings, onLoggedIn, onLogIn }: RegisterProps): JSX.Element {
    const [account, setAccount] = useState<Account>();
    const [awaits, setAwaits] = useState<'email' | 'approval'>();
    const isShown = useIsShown();

    /** Continues after an attempt to log in. Without a result, a later attempt decides. */
    const proceed = (attempt: Attempt | undefined): void => {
        // A login on another tab may have replaced this view.
        if (!isShown.current || !attempt) {
            return;
        }
        if ('login' in attempt) {
            storeLogin(attempt.login, settings);
            onLoggedIn();
        } else if (attempt.awaits === 'elsewhere') {
            onLogIn(moreWords.accountReady);
        } else {
            setAwaits(attempt.awaits);
        }
    };
    const create = async (entered: Account): Promise<Problem | undefined> => {
        const problem = await register(entered);
        if (!problem) {
            setAccount(entered);
            proceed((await tryLogin(entered, settings)) || { awaits: 'elsewhere' });
        }
        return problem;
    };
    return account && awaits ? (
        <AwaitView awaits={awaits} email={account.email} onCheck={async () => proceed(await tryLogin(account, settings))} />
    ) : (
        <Screen title={moreWords.register}>
            <p>{moreWords.registerWhy}</p>
            <AccountForm settings={settings} onSubmit={create} />
            <Button label={moreWords.logInInstead} onClick={() => onLogIn()} second />
        </Screen>
    );
}

function useIsShown(): { readonly current: boolean } {
    const isShown = useRef(true);
    useEffect(() => () => void (isShown.current = false), []);
    return isShown;
}

/** The form, with one problem at a time below the field that it is about. */
function AccountForm({ settings, onSubmit }: { settings: Published; onSubmit: (account: Account) => Promise<Problem | undefined> }): JSX.Element {
    const [rules, setRules] = useState<readonly PasswordRule[]>([]);
    const [problem, setProblem] = useState<Problem>();
    const [isSending, setSending] = useState(false);
    const isShown = useIsShown();
    const isNameOptional = settings.Accounts_RequireNameForSignUp === false;
    useEffect(() => void readPasswordRules().then(setRules), []);

    const submit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
        event.preventDefault();
        const form = event.currentTarget;
        if (isSending) {
            return;
        }
        const account = readAccount(form);
        let found = problemIn(account, rules, settings);
        if (!found) {
            setSending(true);
            setProblem(undefined);
            announce(moreWords.submitting);
            found = await onSubmit(account);
        }
        if (isShown.current) {
            announce('');
            setSending(false);
            setProblem(found);
            form.querySelector<HTMLInputElement>(`[name=${(found && found.field) || 'none'}]`)?.focus();
        }
    };
    const field = (name: Field, label: string, props: InputProps): JSX.Element => (
        <FormField name={name} label={label} problem={problem && problem.field === name ? problem : undefined} {...props} />
    );
    return (
        <form noValidate onSubmit={(event) => void submit(event)}>
            {field('name', isNameOptional ? optional(moreWords.name) : moreWords.name, { autoComplete: 'name' })}
            {field('username', moreWords.username, { autoComplete: 'username', autoCapitalize: 'none', spellcheck: false })}
            {field('email', moreWords.email, { type: 'email', autoComplete: 'email' })}
            {field('password', moreWords.password, { type: 'password', autoComplete: 'new-password', ...(rules.length > 0 && RULES_ID) })}
            {rules.length > 0 && <Rules rules={rules} />}
            {settings.Accounts_ManuallyApproveNewUsers === true && field('reason', optional(moreWords.reason), {})}
            {problem && !problem.field && (
                <p class="problem" role="alert">
                    {problem.text}
                </p>
            )}
            <button type="submit" disabled={isSending}>
                {isSending ? moreWords.submitting : moreWords.submit}
            </button>
        </form>
    );
}

const RULES_ID = { 'aria-describedby': 'rules' };

function Rules({ rules }: { rules: readonly PasswordRule[] }): JSX.Element {
    return (
        <div id="rules" class="rules">
            {moreWords.rules}
            <ul>
                {rules.map(({ text }) => (
                    <li key={text}>{text}</li>
                ))}
            </ul>
        </div>
    );
}

interface InputProps {
    readonly 'type'?: 'email' | 'password';
    readonly 'autoComplete'?: 'name' | 'username' | 'email' | 'new-password';
    readonly 'autoCapitalize'?: 'none';
    readonly 'spellcheck'?: boolean;
    readonly 'aria-describedby'?: string;
}

type FieldProps = InputProps & { name: Field; label: string; problem: Problem | undefined };

function FormField({ name, label, problem, 'aria-describedby': description, ...others }: FieldProps): JSX.Element {
    const problemId = `problem-${name}`;
    const describedBy = [problem && problemId, description].filter(Boolean).join(' ') || undefined;
    // Preact types the attributes by one type at a time.
    const props = others as object as { type: 'text' };
    return (
        <>
            <label for={`field-${name}`}>{label}</label>
            <input id={`field-${name}`} name={name} maxLength={255} aria-invalid={problem !== undefined} aria-describedby={describedBy} {...props} />
            {problem && (
                <p class="problem" id={problemId} role="alert">
                    {problem.text}
                </p>
            )}
        </>
    );
}

function optional(label: string): string {
    return moreWords.optional.replace('{field}', label);
}

/** Reads the form. The password keeps spaces at its ends. */
function readAccount(form: HTMLFormElement): Account {
    const entered = new FormData(form);
    const read = (name: Field): string => (entered.get(name) as string | null) || '';
    return {
        name: read('name').trim(),
        username: read('username').trim(),
        email: read('email').trim(),
        password: read('password'),
        reason: read('reason').trim(),
    };
}

/** Returns what the workspace would refuse. It allows few attempts a minute, so the page does not waste one. */
function problemIn(account: Account, rules: readonly PasswordRule[], settings: Published): Problem | undefined {
    const required: Field[] = ['name', 'username', 'email', 'password'];
    const missing = required.find((name) => !account[name].trim() && (name !== 'name' || settings.Accounts_RequireNameForSignUp !== false));
    if (missing) {
        return { field: missing, text: moreWords.missing };
    }
    if (!isUsername(account.username, settings.UTF8_User_Names_Validation)) {
        return { field: 'username', text: moreWords.usernameInvalid };
    }
    if (!/^[^\s@]+@[^\s@]+$/.test(account.email)) {
        return { field: 'email', text: moreWords.emailInvalid };
    }
    return rules.every(({ isMet }) => isMet(account.password)) ? undefined : { field: 'password', text: moreWords.passwordWeak };
}

/** Whether the workspace's pattern for usernames allows it. A pattern that is not valid allows any. */
function isUsername(username: string, pattern: unknown): boolean {
    try {
        return typeof pattern !== 'string' || new RegExp(`^${pattern}$`).test(username);
    } catch {
        return true;
    }
}
