import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { isHandheld } from '../shared/environment.mts';
import { fillIn, formatDate, Isolated } from '../shared/i18n.tsx';
import { Button, PersonName, Picture, RoomName } from '../shared/parts.tsx';
import type { Published } from '../shared/published.mts';
import { pathOf, type Invite, type Person, type Room } from './invite.mts';
import { AppLink, CopyButton, Link, LoginLink, RoomInApp, Screen } from './parts.tsx';
import { locale, words } from './translation.mts';

/** The page during a call. */
export function BusyView({ title }: { title: string }): JSX.Element {
    return (
        <Screen title={title} busy>
            <div class="spinner" />
        </Screen>
    );
}

interface InviteProps extends Omit<Invite, 'rooms'> {
    readonly visitor?: Person | undefined;
    readonly onJoin: () => void;
    /** The texts of an invite to several rooms, in place of those for one room. */
    readonly several?: { readonly join: string; readonly askWhy: string };
    /** What else the invite opens. */
    readonly children?: ComponentChildren;
}

/** The room and the person who invites, with the button to join, or to ask for it. */
export function InviteView({
    room,
    invitedBy,
    expires,
    maxUses,
    usesLeft,
    approval,
    visitor,
    onJoin,
    several = words,
    children,
}: InviteProps): JSX.Element {
    const title = (
        <>
            <span class="before">{invitedBy ? fillIn(words.invites, <PersonName {...invitedBy} hasPicture />) : words.invited}</span>{' '}
            <span>
                <RoomName {...room} />
            </span>
        </>
    );
    const facts = [room.t === 'c' ? words.publicRoom : words.privateRoom, ...membersOf(room), ...placesOf(maxUses, usesLeft)];
    const actions = (
        <>
            <Button label={approval ? words.ask : several.join} onClick={onJoin} />
            {visitor && visitor.username && (
                <p class="visitor">
                    {fillIn(words.joinAs, <PersonName {...visitor} />)} <LoginLink label={words.notYou} plain />
                </p>
            )}
        </>
    );
    return (
        <Screen title={title} room={room} actions={actions}>
            {room.topic && (
                <p class="topic">
                    <Isolated text={room.topic} />
                </p>
            )}
            <p>
                {facts.map((fact, index) => (
                    <>
                        {index > 0 && ' · '}
                        <span class="fact">{fact}</span>
                    </>
                ))}
            </p>
            {children}
            <p>{expires ? fillIn(words.until, formatDate(expires, locale)) : words.always}</p>
            {approval && <p>{several.askWhy}</p>}
        </Screen>
    );
}

function membersOf({ usersCount }: Room): string[] {
    return usersCount ? [usersCount === 1 ? words.oneMember : words.members.replace('{count}', formatCount(usersCount))] : [];
}

function placesOf(maxUses: number | undefined, usesLeft: number | undefined): string[] {
    return maxUses && usesLeft !== undefined
        ? [words.placesLeft.replace('{left}', formatCount(usesLeft)).replace('{total}', formatCount(maxUses))]
        : [];
}

function formatCount(count: number): string {
    return new Intl.NumberFormat(locale).format(count);
}

/** The page between the join and the room. */
export function JoinedView({ room }: { room: Room }): JSX.Element {
    return (
        <Screen
            title={words.joined}
            room={room}
            actions={
                <>
                    <Link label={words.open} path={pathOf(room)} />
                    <RoomInApp room={room} />
                </>
            }
        >
            <p>{isHandheld() ? <RoomName {...room} /> : fillIn(words.going, <RoomName {...room} />)}</p>
        </Screen>
    );
}

interface LoginProps {
    readonly token: string;
    readonly why: string;
    /** What the workspace publishes, among it whether people may create accounts. */
    readonly published: Promise<Published>;
    /** Called after the browser has opened the login page. */
    readonly onOpened: () => void;
    readonly onCreateAccount: () => void;
}

/** Asks for a login, and says how to get an account. */
export function LoginView({ token, why, published, onOpened, onCreateAccount }: LoginProps): JSX.Element {
    const [settings, setSettings] = useState<Published>();
    useEffect(() => void published.then(setSettings), [published]);
    const isOpenToAll = settings && settings.Accounts_RegistrationForm === 'Public' && settings.Accounts_ShowFormLogin !== false;
    const actions = (
        <>
            <LoginLink label={words.logInHere} onClick={() => setTimeout(onOpened)} />
            {isOpenToAll && <Button label={words.createAccount} onClick={onCreateAccount} second />}
            <CommandHint token={token} />
        </>
    );
    return (
        <Screen title={words.logIn} actions={actions}>
            <p>{why}</p>
            {settings && !isOpenToAll && <p>{accountHint(settings)}</p>}
        </Screen>
    );
}

/** Returns how to get an account where not everyone can create one. */
function accountHint({ Accounts_RegistrationForm: form }: Published): string {
    return form === 'Secret URL' ? words.accountAsked : form === 'Disabled' ? words.accountMade : words.accountMaybe;
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

/** The username that servers give the app's bot: the app's slug in app.json, and `.bot`. */
const BOT = 'invite-manager.bot';

/**
 * Shows the command for people whose login is not in this browser or not readable. On a phone, a link opens the app at a
 * direct message with the app's bot, which takes the command or the link.
 */
function CommandHint({ token }: { token: string }): JSX.Element {
    const command = `/invite-link use ${token}`;
    return (
        <div class="aside">
            <p>{words.inApp}</p>
            <code>{command}</code>
            <CopyButton label={words.copy} text={command} />
            {isHandheld() && <AppLink path={`/direct/${BOT}`} />}
        </div>
    );
}

/** The workspace did not respond. Part of the first script, because the second one may be what could not be loaded. */
export function DownView({ onRetry }: { onRetry: () => void }): JSX.Element {
    return (
        <Screen title={words.down} actions={<Button label={words.again} onClick={onRetry} />}>
            <p>{words.downWhy}</p>
        </Screen>
    );
}

/** Whose page this is: the workspace's name, and its logo if it has one of its own. */
export function WorkspaceView({ settings }: { settings: Published }): JSX.Element {
    const { Site_Name: name, Assets_logo: logo, Assets_logo_dark: darkLogo } = settings;
    const [light, dark] = [assetPath(logo), assetPath(darkLogo)];
    return (
        <>
            {light && <Picture path={light} darkPath={dark} />}
            {typeof name === 'string' && name}
        </>
    );
}

/** Returns the path of an image that an administrator uploaded; undefined for the one that the server comes with. */
function assetPath(setting: unknown): string | undefined {
    const url = setting && (setting as { url?: unknown }).url;
    return typeof url === 'string' && /^assets[/][\w-]+[.]\w+$/.test(url) ? `/${url}` : undefined;
}
