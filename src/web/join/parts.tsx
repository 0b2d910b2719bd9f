import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import { addressOf, appAddressOf, isHandheld } from '../shared/environment.mts';
import { Isolated } from '../shared/i18n.tsx';
import { announce, CopyButton as PlainCopyButton, Picture } from '../shared/parts.tsx';
import { pathOf, type Room } from './invite.mts';
import { locale, words } from './translation.mts';

interface ScreenProps {
    readonly title: ComponentChildren;
    readonly actions?: ComponentChildren;
    readonly children?: ComponentChildren;
    /** Whether the page waits for a response, so there is nothing to decide. */
    readonly busy?: boolean;
    readonly room?: Room;
}

/** What all views share: an emblem of the room, one heading, text, actions, and what a screen reader reads. */
export function Screen({ title, actions, children, busy = false, room }: ScreenProps): JSX.Element {
    const heading = useRef<HTMLHeadingElement>(null);
    useLayoutEffect(() => {
        const said = heading.current?.textContent || '';
        document.title = `${said} · ${location.host}`;
        // Screen readers announce progress, and the focus moves to the heading of a screen that needs a decision.
        announce(busy ? said : '');
        if (!busy) {
            heading.current?.focus();
        }
        // A text below the heading may change by itself, which must not move the focus.
    }, [title, busy]);
    return (
        <>
            {room && <Emblem room={room} />}
            <h1 id="title" tabIndex={-1} ref={heading}>
                {title}
            </h1>
            <div>{children}</div>
            <div class="actions">{actions}</div>
        </>
    );
}

function Emblem({ room }: { room: Room }): JSX.Element {
    return (
        <RoomIcon room={room} kind="emblem">
            {room._id !== undefined && <Picture path={`/avatar/room/${encodeURIComponent(room._id)}`} />}
        </RoomIcon>
    );
}

interface RoomIconProps {
    readonly room: Room;
    /** Its class. */
    readonly kind: string;
    readonly children?: ComponentChildren;
}

/** Shows whether the room is public or private. */
export function RoomIcon({ room, kind, children }: RoomIconProps): JSX.Element {
    const isPublic = room.t === 'c';
    return (
        <span class={kind} role="img" aria-label={isPublic ? words.publicRoom : words.privateRoom}>
            <svg viewBox="0 0 24 24">
                {isPublic ? (
                    <path d="M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16" />
                ) : (
                    <>
                        <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
                        <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
                    </>
                )}
            </svg>
            {children}
        </span>
    );
}

/** The rooms' names as part of a sentence, such as "A, B and C". */
export function RoomNames({ rooms }: { rooms: readonly Room[] }): JSX.Element {
    const parts = new Intl.ListFormat(locale).formatToParts(rooms.map(({ fname, name }) => fname || name || '?'));
    return <>{parts.map(({ type, value }) => (type === 'element' ? <Isolated text={value} /> : value))}</>;
}

interface ActionProps {
    readonly label: string;
    readonly onClick?: () => void;
    /** Whether another action of the screen is more likely. */
    readonly second?: boolean | undefined;
}

interface LinkProps extends Omit<ActionProps, 'label'> {
    readonly label: ComponentChildren;
    readonly path: string;
    readonly id?: string;
}

export function Link({ label, onClick, second, path, id }: LinkProps): JSX.Element {
    return (
        <a class={second ? 'button second' : 'button'} href={addressOf(path)} id={id} onClick={onClick}>
            {label}
        </a>
    );
}

/** Opens the web client on another tab. `plain` is a link within text. */
export function LoginLink({ label, onClick, second, plain }: ActionProps & { plain?: boolean }): JSX.Element {
    return (
        <a
            class={plain ? '' : second ? 'button second' : 'button'}
            href={addressOf('/home')}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${label} ${words.newTab}`}
            onClick={onClick}
        >
            {label}
        </a>
    );
}

/** On a phone: opens the room in the app. `about` is the id of an element that names the room. */
export function RoomInApp({ room, about }: { room: Room; about?: string }): JSX.Element | null {
    return isHandheld() && room._id !== undefined ? <AppLink path={pathOf(room)} rid={room._id} about={about} /> : null;
}

export function AppLink({ path, rid, about }: { path: string; rid?: string; about?: string | undefined }): JSX.Element {
    return (
        <a class="button second" href={appAddressOf(path, rid)} rel="noreferrer" aria-describedby={about}>
            {words.openInApp}
        </a>
    );
}

export function CopyButton(props: { label: string; text: string }): JSX.Element {
    return <PlainCopyButton {...props} copied={words.copied} />;
}
