import type { JSX } from 'preact';

import { announce, Button, fillIn, Isolated, Screen, useEffect, useState, words } from './common.mts';
import { moreWords } from './moreTranslation.mts';

/** The wait before the first automatic check. It doubles each time. */
const FIRST_WAIT_MS = 30_000;
/**
 * Seven checks last about an hour. A workspace counts each of them as a failed login, and blocks a person after ten, if
 * its administrators have not changed that.
 */
const MOST_CHECKS = 7;

interface AwaitProps {
    readonly awaits: 'email' | 'approval';
    readonly email: string;
    /** Tries to log in. Resolves in any case. */
    readonly onCheck: () => Promise<void>;
}

/** The page while an address has to be confirmed or an account approved. It continues by itself. */
export function AwaitView({ awaits, email, onCheck }: AwaitProps): JSX.Element {
    const [checks, setChecks] = useState(0);
    const [isChecking, setChecking] = useState(false);
    const check = async (): Promise<void> => {
        setChecking(true);
        announce(words.checking);
        await onCheck();
        announce('');
        setChecking(false);
    };
    useEffect(() => {
        if (checks >= MOST_CHECKS) {
            return undefined;
        }
        const timer = setTimeout(() => void check().then(() => setChecks(checks + 1)), FIRST_WAIT_MS * 2 ** checks);
        return () => clearTimeout(timer);
    }, [checks]);
    const isEmail = awaits === 'email';
    const onClick = (): void => void (isChecking || check());
    return (
        <Screen
            title={isEmail ? moreWords.verify : moreWords.approval}
            actions={<Button label={isChecking ? words.checking : words.check} onClick={onClick} second />}
        >
            <p>{isEmail ? fillIn(moreWords.verifyWhy, <Isolated text={email} />) : moreWords.approvalWhy}</p>
        </Screen>
    );
}
