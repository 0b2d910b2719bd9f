import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { MAX_ADDRESSES } from '../../domain/emailAddress.ts';
import { withoutDirectionMarks } from '../../domain/names.ts';
import type { Refusal } from '../shared/api.mts';
import { fillText, formatMoment, Isolated } from '../shared/i18n.tsx';
import { announce, Button, PersonName, RoomName } from '../shared/parts.tsx';
import type { Invite, Paged, Person, Room } from './entities.mts';
import { addressOfRoute, type Route } from './route.mts';
import { locale, words } from './translation.mts';
import type { Loaded } from './useLoaded.mts';

/** The heading of a view. It gets the focus when the view appears, and names the page. */
export function Heading({ title }: { title: ComponentChildren }): JSX.Element {
    const heading = useRef<HTMLHeadingElement>(null);
    useLayoutEffect(() => heading.current?.focus(), []);
    useLayoutEffect(() => {
        document.title = `${heading.current?.textContent} · ${location.host}`;
    });
    return (
        <h1 tabIndex={-1} ref={heading}>
            {title}
        </h1>
    );
}

/** Returns why something was refused, in words. */
export function refusalText({ code, uses, name = '' }: Refusal): string {
    const texts: Readonly<Record<string, string>> = words.refusals;
    const cause = uses !== undefined ? 'below-uses' : code === 'invalid-params' && name !== '' ? 'unknown-name' : code;
    return fillText(texts[cause] || words.refusals.other, { uses: uses || 0, name: withoutDirectionMarks(name), count: MAX_ADDRESSES });
}

/** Why something was refused. Screen readers read it at once. */
export function Problem({ refusal, onRetry }: { refusal: Refusal; onRetry?: () => void }): JSX.Element {
    return (
        <div role="alert" class="notice problem">
            <p>{refusalText(refusal)}</p>
            {onRetry && <Button label={words.again} onClick={onRetry} second />}
        </div>
    );
}

interface LoadedContentProps<Body> {
    readonly loaded: Loaded<Body>;
    readonly children: (body: Body) => ComponentChildren;
}

/** What was loaded, or that it is loading, or why it could not be loaded. What was there before stays meanwhile. */
export function LoadedContent<Body>({ loaded, children }: LoadedContentProps<Body>): JSX.Element {
    const { body, refusal, isLoading, reload } = loaded;
    return (
        <div aria-busy={isLoading} class={isLoading ? 'loading' : ''}>
            {isLoading && !body && !refusal && <Spinner />}
            {refusal && <Problem refusal={refusal} onRetry={reload} />}
            {body && children(body)}
        </div>
    );
}

function Spinner(): JSX.Element {
    useLayoutEffect(() => {
        announce(words.loading);
        return () => announce('');
    }, []);
    return (
        <div class="wait">
            <div class="spinner" />
            {words.loading}
        </div>
    );
}

interface PagesProps extends Paged {
    readonly shown: number;
    /** Returns the address of the page that begins at an offset. */
    readonly addressAt: (offset: number) => string;
}

/** Which part of a list is shown, and links to the parts before and after. */
export function Pages({ offset, count, total, shown, addressAt }: PagesProps): JSX.Element {
    const text = fillText(words.pageOf, { first: Math.min(offset + 1, total), last: offset + shown, total });
    useLayoutEffect(() => announce(text), [text]);
    return (
        <nav class="pages" aria-label={words.pages}>
            <span>{text}</span>
            {offset > 0 && <a href={addressAt(Math.max(0, offset - count))}>{words.previous}</a>}
            {offset + shown < total && <a href={addressAt(offset + count)}>{words.next}</a>}
        </nav>
    );
}

interface FieldProps {
    readonly label: string;
    readonly hint?: string | undefined;
    readonly children: (ids: { readonly 'id': string; readonly 'aria-describedby': string | undefined }) => ComponentChildren;
}

/** A labelled field of a form. */
export function Field({ label, hint, children }: FieldProps): JSX.Element {
    const id = useId();
    const hintId = `${id}-hint`;
    return (
        <div class="field">
            <label for={id}>{label}</label>
            {children({ id, 'aria-describedby': hint ? hintId : undefined })}
            {hint && (
                <p id={hintId} class="hint">
                    {hint}
                </p>
            )}
        </div>
    );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
    readonly value: string;
    /** Whether it is for names, which browsers must not correct. */
    readonly isName?: boolean;
    readonly maxLength?: number;
    readonly inputMode?: 'numeric';
    readonly onType: (text: string) => void;
}

/** A labelled field for one line. */
export function TextField({ label, hint, value, isName = false, maxLength, inputMode, onType }: TextFieldProps): JSX.Element {
    return (
        <Field label={label} hint={hint}>
            {(ids) => (
                <input
                    {...ids}
                    {...(isName ? { autoComplete: 'off', autoCapitalize: 'none', spellcheck: false } : { dir: 'auto' })}
                    value={value}
                    maxLength={maxLength}
                    inputMode={inputMode}
                    onInput={({ currentTarget }) => onType(currentTarget.value)}
                />
            )}
        </Field>
    );
}

interface ChoiceProps {
    readonly label: string;
    readonly value: string;
    readonly options: Readonly<Record<string, string>>;
    readonly hint?: string | undefined;
    readonly onChoose: (value: string) => void;
}

/** A labelled menu to choose one option from. */
export function Choice({ label, value, options, hint, onChoose }: ChoiceProps): JSX.Element {
    return (
        <Field label={label} hint={hint}>
            {(ids) => (
                <select {...ids} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
                    {Object.entries(options).map(([name, text]) => (
                        <option key={name} value={name} selected={name === value}>
                            {text}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}

/** A person, or that the account was deleted. */
export function PersonOrDeleted({ person }: { person: Person | undefined }): JSX.Element {
    return person && person.username ? <PersonName {...person} hasPicture /> : <>{words.deletedUser}</>;
}

/** What a link is for. */
export function LinkLabel({ label }: Pick<Invite, 'label'>): JSX.Element {
    return label === null ? <>{words.withoutLabel}</> : <Isolated text={label} />;
}

/** The names of rooms, separated by commas. */
export function RoomNames({ rooms }: { rooms: readonly Room[] }): JSX.Element {
    if (rooms.length === 0) {
        return <>{words.hiddenRoom}</>;
    }
    return (
        <>
            {rooms.map((room, index) => (
                <span key={room._id}>
                    {index > 0 && ', '}
                    <RoomName {...room} />
                </span>
            ))}
        </>
    );
}

/** The state of an invite, as a mark whose colour repeats what the text says. */
export function StateMark({ state }: Pick<Invite, 'state'>): JSX.Element {
    return <span class={`mark ${state}`}>{words.states[state]}</span>;
}

/** A moment in the visitor's own time. */
export function Moment({ at }: { at: string }): JSX.Element {
    return <time dateTime={at}>{formatMoment(at, locale)}</time>;
}

export function Expiry({ expires }: Pick<Invite, 'expires'>): JSX.Element {
    return expires === null ? <>{words.never}</> : <Moment at={expires} />;
}

export function Uses({ uses, maxUses }: Pick<Invite, 'uses' | 'maxUses'>): JSX.Element {
    return <>{maxUses === 0 ? fillText(words.usesUnlimited, { uses }) : fillText(words.usesOf, { uses, total: maxUses })}</>;
}

/** Returns the address of a view about an invite. */
export function addressOfInvite(id: string, route?: Partial<Route>): string {
    return addressOfRoute({ ...route, name: 'link', id });
}
