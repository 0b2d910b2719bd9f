import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { Button } from '../shared/parts.tsx';
import { words } from './translation.mts';

interface ConfirmButtonProps {
    readonly label: string;
    readonly question: string;
    readonly yes: string;
    readonly isBusy: boolean;
    readonly onConfirm: () => void;
}

/** A button that asks first. The focus goes to the way back, and returns to the button after it. */
export function ConfirmButton({ label, question, yes, isBusy, onConfirm }: ConfirmButtonProps): JSX.Element {
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
                    <div class="row">
                        <button type="button" class="danger" disabled={isBusy} onClick={onConfirm}>
                            {yes}
                        </button>
                        <Button label={words.cancel} onClick={() => setAsking(false)} second />
                    </div>
                </div>
            ) : (
                <Button label={label} onClick={() => setAsking(true)} second />
            )}
        </div>
    );
}
