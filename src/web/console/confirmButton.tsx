import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { Button } from '../shared/parts.tsx';
import { words } from './translation.mts';

interface ConfirmButtonProps {
    readonly label: string;
    readonly question: string;
    readonly yes: string;
    readonly isBusy: boolean;
    /** Whether the visitor may confirm now. */
    readonly isReady?: boolean;
    /** Runs before the button asks. Resolves whether it is to ask. */
    readonly onAsk?: () => Promise<boolean>;
    /** A field between question and buttons. */
    readonly children?: ComponentChildren;
    readonly onConfirm: () => void;
}

/** A button that asks first. The focus goes to the way back, and returns to the button after it. */
export function ConfirmButton({ label, question, yes, isBusy, isReady = true, onAsk, children, onConfirm }: ConfirmButtonProps): JSX.Element {
    const [isAsking, setAsking] = useState(false);
    const box = useRef<HTMLDivElement>(null);
    const questionId = useId();
    const wasAsking = useRef(false);
    useEffect(() => {
        if (isAsking || wasAsking.current) {
            box.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
        }
        wasAsking.current = isAsking;
    }, [isAsking]);
    const ask = (): void => {
        if (onAsk) {
            void onAsk().then(setAsking);
        } else {
            setAsking(true);
        }
    };
    const onKeyDown = ({ key }: KeyboardEvent): void => {
        if (key === 'Escape') {
            setAsking(false);
        }
    };
    return (
        <div ref={box} class={isAsking ? 'question' : ''}>
            {isAsking ? (
                <div role="group" aria-labelledby={questionId} class="notice problem" onKeyDown={onKeyDown}>
                    <p id={questionId}>{question}</p>
                    {children}
                    <div class="row">
                        <button type="button" class="danger" disabled={isBusy || !isReady} onClick={onConfirm}>
                            {yes}
                        </button>
                        <Button label={words.cancel} onClick={() => setAsking(false)} second />
                    </div>
                </div>
            ) : (
                <Button label={label} onClick={ask} second />
            )}
        </div>
    );
}
