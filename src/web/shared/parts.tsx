import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { addressOf } from './environment.mts';
import { Isolated } from './i18n.tsx';

/** A room, as endpoints name it. */
export interface NamedRoom {
    readonly name?: string | undefined;
    readonly fname?: string | undefined;
}

/** A person, as endpoints name them. */
export interface NamedPerson {
    readonly name?: string | undefined;
    readonly username?: string | undefined;
}

/** Writes into the live region, which is part of the markup so that screen readers watch it from the start. */
export function announce(text: string): void {
    const status = document.getElementById('status');
    if (status) {
        status.textContent = text;
    }
}

/** An image of the workspace, hidden until it has loaded: a server may refuse it, or have none. */
export function Picture({ path, darkPath }: { path: string; darkPath?: string | undefined }): JSX.Element {
    const [isLoaded, setLoaded] = useState(false);
    return (
        <picture>
            {darkPath && <source srcset={addressOf(darkPath)} media="(prefers-color-scheme: dark)" />}
            <img alt="" src={addressOf(path)} hidden={!isLoaded} onLoad={() => setLoaded(true)} />
        </picture>
    );
}

export function RoomName({ fname, name }: NamedRoom): JSX.Element {
    return <Isolated text={fname || name || '?'} />;
}

/** The person's name and username, isolated from each other so that a name cannot pass for a username. */
export function PersonName({ name, username, hasPicture }: NamedPerson & { hasPicture?: boolean }): JSX.Element {
    return (
        <span>
            {hasPicture && username && <Picture path={`/avatar/${encodeURIComponent(username)}`} />}
            {name && (
                <>
                    <Isolated text={name} />{' '}
                </>
            )}
            (<Isolated text={`@${username}`} />)
        </span>
    );
}

interface ButtonProps {
    readonly label: string;
    readonly onClick?: (() => void) | undefined;
    /** Whether another action is more likely. */
    readonly second?: boolean | undefined;
    /** Whether what follows the button is shown. Without it, the button shows and hides nothing. */
    readonly isOpen?: boolean;
}

/** A button; with `isOpen`, one that shows and hides what follows it. */
export function Button({ label, onClick, second, isOpen }: ButtonProps): JSX.Element {
    return (
        <button type="button" class={second ? 'second' : ''} aria-expanded={isOpen} onClick={onClick}>
            {label}
        </button>
    );
}

/** How long a button says that something was copied. */
const COPIED_MS = 3000;

/** Copies a text. `copied` is the label after that. Browsers provide no clipboard if the workspace is not served over HTTPS. */
export function CopyButton({ label, copied, text }: { label: string; copied: string; text: string }): JSX.Element | null {
    const [isCopied, setCopied] = useState(false);
    useEffect(() => {
        const timer = isCopied ? setTimeout(() => setCopied(false), COPIED_MS) : undefined;
        return () => clearTimeout(timer);
    }, [isCopied]);
    const copy = (): void => {
        navigator.clipboard.writeText(text).then(
            () => {
                setCopied(true);
                announce(copied);
            },
            () => undefined,
        );
    };
    return 'clipboard' in navigator ? <Button label={isCopied ? copied : label} onClick={copy} second /> : null;
}
