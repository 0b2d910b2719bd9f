import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { fillIn } from '../shared/i18n.tsx';
import type { Request, Room } from './invite.mts';
import { announce, Button } from '../shared/parts.tsx';
import { Link, RoomNames, Screen } from './parts.tsx';
import { words } from './translation.mts';

/** The wait before the first automatic check. Each further wait is half as long again, up to the longest. */
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 60_000;

interface RequestProps {
    /** The rooms that the person asked to join. */
    readonly rooms: readonly Room[];
    readonly state: Request['state'];
    /** Looks the request up. Resolves in any case. */
    readonly onCheck: () => Promise<void>;
}

/** The page of a person who has asked to join. While the request waits, the page continues by itself. */
export function RequestView({ rooms, state, onCheck }: RequestProps): JSX.Element {
    return state === 'pending' ? (
        <PendingView rooms={rooms} onCheck={onCheck} />
    ) : (
        <Screen title={words.denied} room={rooms[0]} actions={<Link label={words.workspace} path="/home" second />}>
            <p>{fillIn(words.deniedWhy, <RoomNames rooms={rooms} />)}</p>
        </Screen>
    );
}

function PendingView({ rooms, onCheck }: Omit<RequestProps, 'state'>): JSX.Element {
    const [isChecking, setChecking] = useState(false);
    const [last, setLast] = useState(() => ({ checks: 0, at: Date.now() }));
    const isVisible = useVisibility();
    const check = async (): Promise<void> => {
        setChecking(true);
        await onCheck();
        setChecking(false);
        setLast({ checks: last.checks + 1, at: Date.now() });
    };
    useEffect(() => {
        if (!isVisible || isChecking) {
            return undefined;
        }
        const waitMs = Math.min(FIRST_WAIT_MS * 1.5 ** last.checks, LONGEST_WAIT_MS);
        // A page that was hidden for longer than the wait checks as soon as it is visible again.
        const timer = setTimeout(() => void check(), Math.max(0, last.at + waitMs - Date.now()));
        return () => clearTimeout(timer);
    }, [last, isVisible, isChecking]);
    const onClick = async (): Promise<void> => {
        // Automatic checks stay silent, because they repeat.
        announce(words.checking);
        await check();
        announce('');
    };
    return (
        <Screen
            title={words.requested}
            room={rooms[0]}
            actions={<Button label={isChecking ? words.checking : words.check} onClick={() => void (isChecking || onClick())} second />}
        >
            <p>{fillIn(words.requestedWhy, <RoomNames rooms={rooms} />)}</p>
        </Screen>
    );
}

/** Whether the page is visible, at present. */
function useVisibility(): boolean {
    const [isVisible, setVisible] = useState(() => !document.hidden);
    useEffect(() => {
        const update = (): void => setVisible(!document.hidden);
        document.addEventListener('visibilitychange', update);
        return () => document.removeEventListener('visibilitychange', update);
    }, []);
    return isVisible;
}
