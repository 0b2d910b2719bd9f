import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { roomPath } from '../../domain/link.ts';
import { isErrorCode, type Situation, situationOf } from '../../domain/model/situation.ts';
import { minutesToWait } from '../../i18n/minutesToWait.ts';
import type { Refusal } from '../shared/api.mts';
import { addressOf } from '../shared/environment.mts';
import { fillIn, formatDate, formatMinutes, Isolated } from '../shared/i18n.tsx';
import { locale, words } from './translation.mts';

export interface Room {
    readonly name?: string;
    readonly fname?: string;
    readonly t: string;
    readonly topic?: string;
}

interface Person {
    readonly name?: string;
    readonly username?: string;
}

/** What `inviteInfo` returns about an invite. */
export interface Invite {
    readonly room: Room;
    readonly invitedBy?: Person;
    readonly expires: string | null;
}

/** Returns a path of this workspace, whatever the room's name is. */
export function pathOf({ name, t }: Room): string {
    return name ? `/${roomPath({ type: t, name })}` : '/home';
}

/** The page during a call. */
export function BusyView({ title }: { title: string }): JSX.Element {
    return (
        <Screen title={title} busy>
            <div class="spinner" />
        </Screen>
    );
}

/** The room and the person who invites, with the button to join. */
export function InviteView({ room, invitedBy, expires, onJoin }: Invite & { onJoin: () => void }): JSX.Element {
    const title = (
        <>
            <span class="before">{invitedBy ? fillIn(words.invites, <PersonName {...invitedBy} />) : words.invited}</span>{' '}
            <span>
                <RoomName {...room} />
            </span>
        </>
    );
    return (
        <Screen title={title} room={room} actions={<Button label={words.join} onClick={onJoin} />}>
            {room.topic && (
                <p class="topic">
                    <Isolated text={room.topic} />
                </p>
            )}
            <p>{expires ? fillIn(words.until, formatDate(expires, locale)) : words.always}</p>
        </Screen>
    );
}

/** The way to the room, for a person who is in it already. */
export function MemberView({ room, onOpen }: { room: Room; onOpen: () => void }): JSX.Element {
    const open = <Link label={words.open} path={pathOf(room)} onClick={onOpen} />;
    return <Screen title={fillIn(words.member, <RoomName {...room} />)} room={room} actions={open} />;
}

/** The page between the join and the room. */
export function JoinedView({ room }: { room: Room }): JSX.Element {
    return (
        <Screen title={words.joined} room={room} actions={<Link label={words.open} path={pathOf(room)} />}>
            <p>{fillIn(words.going, <RoomName {...room} />)}</p>
        </Screen>
    );
}

/** Asks for a login. Calls `onOpened` after the browser has opened the login page. */
export function LoginView({ token, why, onOpened }: { token: string; why: string; onOpened: () => void }): JSX.Element {
    const actions = (
        <>
            <LoginLink label={words.logInHere} onClick={() => setTimeout(onOpened)} />
            <CommandHint token={token} />
        </>
    );
    return (
        <Screen title={words.logIn} actions={actions}>
            <p>{why}</p>
        </Screen>
    );
}

/** The page while the visitor logs in on another tab. */
export function WaitingView({ token, onRetry }: { token: string; onRetry: () => void }): JSX.Element {
    const actions = (
        <>
            <LoginLink label={words.logInAgain} second />
            <Button label={words.again} onClick={onRetry} second />
            <CommandHint token={token} />
        </>
    );
    return (
        <Screen title={words.waiting} actions={actions}>
            <p>{words.waitingWhy}</p>
        </Screen>
    );
}

/** What went wrong, and what to do next. */
export function RefusalView({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }): JSX.Element {
    const { title, why, canRetry, next } = explain(refusal);
    const actions = (
        <>
            {next === 'first' && <Link label={words.workspace} path="/home" />}
            {canRetry && <Button label={words.again} onClick={onRetry} second={next === 'first'} />}
            {next === 'second' && <Link label={words.workspace} path="/home" second />}
        </>
    );
    return (
        <Screen title={title} actions={actions}>
            <p>{why}</p>
        </Screen>
    );
}

/** The texts of a refusal, and what the page offers: another try, and the way into the workspace. */
interface Explanation {
    readonly title: string;
    readonly why: ComponentChildren;
    readonly canRetry?: boolean;
    /** The rank of the link to the workspace, if there is one. */
    readonly next?: 'first' | 'second';
}

/** What the page says in each situation that it can meet; for any other, that the workspace does not respond. */
const EXPLANATIONS: Partial<Record<Situation | 'over', (refusal: Refusal) => Explanation>> = {
    'used-up': () => ({ title: words.usedUp, why: words.usedUpWhy, next: 'second' }),
    'expired': () => ({ title: words.expired, why: words.askForNew, next: 'second' }),
    'paused': () => ({ title: words.paused, why: words.pausedWhy, canRetry: true, next: 'second' }),
    'ended': () => ({ title: words.ended, why: words.endedWhy, next: 'second' }),
    'banned': () => ({ title: words.banned, why: words.bannedWhy, next: 'second' }),
    'unverified': () => ({ title: words.unsure, why: words.unsureWhy, canRetry: true, next: 'second' }),
    'busy': tooMany,
    'no-username': () => ({ title: words.withoutUsername, why: words.withoutUsernameWhy, canRetry: true, next: 'first' }),
    'invalid-request': unknown,
    'archived-room': () => ({ title: words.archived, why: words.archivedWhy, canRetry: true }),
    'other-room-type': () => ({ title: words.closed, why: words.closedWhy, next: 'second' }),
    'unknown-token': unknown,
    'unknown-room': unknown,
    'over': () => ({ title: words.over, why: words.overWhy, next: 'second' }),
};

function tooMany({ retryAfterSeconds }: Refusal): Explanation {
    const minutes = formatMinutes(minutesToWait(retryAfterSeconds), locale);
    return { title: words.tooMany, why: fillIn(words.tooManyWhy, minutes), canRetry: true };
}

function unknown(): Explanation {
    return { title: words.unknown, why: words.unknownWhy, next: 'second' };
}

function explain(refusal: Refusal): Explanation {
    const { code, field } = refusal;
    const situation = isErrorCode(code) ? situationOf(code, field === undefined ? {} : { field }) : code === 'over' ? code : 'internal';
    const explanation = EXPLANATIONS[situation];
    return explanation ? explanation(refusal) : { title: words.down, why: words.downWhy, canRetry: true };
}

interface ScreenProps {
    readonly title: ComponentChildren;
    readonly actions?: ComponentChildren;
    readonly children?: ComponentChildren;
    /** Whether the page waits for a response, so there is nothing to decide. */
    readonly busy?: boolean;
    readonly room?: Room;
}

/** What all views share: an emblem of the room, one heading, text, actions, and what a screen reader reads. */
function Screen({ title, actions, children, busy = false, room }: ScreenProps): JSX.Element {
    const heading = useRef<HTMLHeadingElement>(null);
    useLayoutEffect(() => {
        const said = heading.current?.textContent || '';
        document.title = `${said} · ${location.host}`;
        // Screen readers announce progress, and the focus moves to the heading of a screen that needs a decision.
        announce(busy ? said : '');
        if (!busy) {
            heading.current?.focus();
        }
    });
    return (
        <>
            {room && <Emblem isPublic={room.t === 'c'} />}
            <h1 id="title" tabIndex={-1} ref={heading}>
                {title}
            </h1>
            <div>{children}</div>
            <div class="actions">{actions}</div>
        </>
    );
}

/** Writes into the live region, which is part of the markup so that screen readers watch it from the start. */
function announce(text: string): void {
    const status = document.getElementById('status');
    if (status) {
        status.textContent = text;
    }
}

function Emblem({ isPublic }: { isPublic: boolean }): JSX.Element {
    return (
        <div class="emblem" role="img" aria-label={isPublic ? words.publicRoom : words.privateRoom}>
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
        </div>
    );
}

function RoomName({ fname, name }: Room): JSX.Element {
    return <Isolated text={fname || name || '?'} />;
}

/** The person's name and username, isolated from each other so that a name cannot pass for a username. */
function PersonName({ name, username }: Person): JSX.Element {
    return (
        <span>
            {name && (
                <>
                    <Isolated text={name} />{' '}
                </>
            )}
            (<Isolated text={`@${username}`} />)
        </span>
    );
}

interface ActionProps {
    readonly label: string;
    readonly onClick?: () => void;
    /** Whether another action of the screen is more likely. */
    readonly second?: boolean;
}

function Button({ label, onClick, second }: ActionProps): JSX.Element {
    return (
        <button type="button" class={second ? 'second' : ''} onClick={onClick}>
            {label}
        </button>
    );
}

function Link({ label, onClick, second, path }: ActionProps & { path: string }): JSX.Element {
    return (
        <a class={second ? 'button second' : 'button'} href={addressOf(path)} onClick={onClick}>
            {label}
        </a>
    );
}

function LoginLink({ label, onClick, second }: ActionProps): JSX.Element {
    return (
        <a
            class={second ? 'button second' : 'button'}
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

/** Shows the command for people whose login is not in this browser or not readable. */
function CommandHint({ token }: { token: string }): JSX.Element {
    const [isCopied, setCopied] = useState(false);
    const command = `/invite-link use ${token}`;
    const copy = (): void => {
        navigator.clipboard.writeText(command).then(
            () => {
                setCopied(true);
                announce(words.copied);
            },
            () => undefined,
        );
    };
    // Browsers provide no clipboard if the workspace is not served over HTTPS.
    const hasClipboard = 'clipboard' in navigator;
    return (
        <div class="aside">
            <p>{words.inApp}</p>
            <code>{command}</code>
            {hasClipboard && <Button label={isCopied ? words.copied : words.copy} onClick={copy} second />}
        </div>
    );
}
