import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import type { Refusal } from '../shared/api.mts';
import { fillAll, fillText } from '../shared/i18n.tsx';
import type { Client } from './client.mts';
import { ConfirmButton } from './confirmButton.tsx';
import type { Invite } from './entities.mts';
import { oneByOne } from './oneByOne.mts';
import { LinkLabel, refusalText } from './parts.tsx';
import { SelectAll, type Selection } from './selection.tsx';
import { words } from './translation.mts';
import { useSubmit } from './useSubmit.mts';

/** A link that could not be revoked. */
export interface Unrevoked {
    readonly invite: Invite;
    readonly refusal: Refusal;
}

/** What became of the selected links. */
export interface RevokeResult {
    readonly revoked: number;
    readonly unrevoked: readonly Unrevoked[];
    /** How many were left when the visitor stopped. */
    readonly notTried: number;
}

interface RevokeSelectedProps {
    readonly invites: readonly Invite[];
    readonly selection: Selection;
    readonly client: Client;
    readonly onDone: (result: RevokeResult) => void;
}

/** Selects all links of the page, and revokes those that are selected, one after another, until the visitor stops it or shows another list. */
export function RevokeSelected({ invites, selection, client, onDone }: RevokeSelectedProps): JSX.Element {
    const { selected } = selection;
    const [progress, setProgress] = useState({ done: 0, count: 0 });
    const [isStopping, setStopping] = useState(false);
    const isStopped = useRef(false);
    // Without its button, the visitor could not stop it any more.
    useLayoutEffect(() => () => void (isStopped.current = true), []);
    const { isBusy, submit } = useSubmit(words.revoking);
    const revoke = (): void =>
        submit(async () => {
            const chosen = invites.filter(({ _id }) => selected.includes(_id));
            isStopped.current = false;
            setStopping(false);
            let tried = 0;
            const show = (done: number): boolean => {
                tried = done;
                setProgress({ done: Math.min(done + 1, chosen.length), count: chosen.length });
                return !isStopped.current;
            };
            show(0);
            const refused = await oneByOne(selected, (inviteId) => client.post('invites.revoke', { inviteId }), show);
            const unrevoked = chosen.flatMap((invite) => {
                const refusal = refused[invite._id];
                return refusal ? [{ invite, refusal }] : [];
            });
            onDone({ revoked: tried - unrevoked.length, unrevoked, notTried: chosen.length - tried });
            return undefined;
        });
    const stop = (): void => {
        isStopped.current = true;
        setStopping(true);
    };
    return (
        <div class="row">
            <SelectAll label={words.selectPage} selection={selection} />
            {isBusy ? (
                <>
                    <p>{fillText(words.revokingOf, progress)}</p>
                    <button type="button" class="second" ref={takeFocus} disabled={isStopping} onClick={stop}>
                        {words.stop}
                    </button>
                </>
            ) : (
                selected.length > 0 && (
                    <ConfirmButton
                        label={words.revokeSelected}
                        question={fillText(words.askSeveral, { action: words.revokeSelected, count: selected.length })}
                        yes={words.revokeSeveralNow}
                        isBusy={isBusy}
                        onConfirm={revoke}
                    />
                )
            )}
        </div>
    );
}

/** The button that began the work is gone. */
function takeFocus(button: HTMLButtonElement | null): void {
    button?.focus();
}

/** The links that could not be revoked, and why. Some may be gone from the list. */
export function UnrevokedLinks({ unrevoked }: { unrevoked: readonly Unrevoked[] }): JSX.Element {
    return (
        <div role="alert" class={unrevoked.length > 0 ? 'notice problem' : ''}>
            {unrevoked.length > 0 && (
                <>
                    <p>{fillText(words.notRevoked, { count: unrevoked.length })}</p>
                    <ul>
                        {unrevoked.map(({ invite, refusal }) => (
                            <li key={invite._id}>{fillAll(words.nameAndValue, { name: <LinkLabel {...invite} />, value: reasonOf(refusal) })}</li>
                        ))}
                    </ul>
                </>
            )}
        </div>
    );
}

/** The endpoint treats a link that was revoked meanwhile as one of others. */
function reasonOf(refusal: Refusal): string {
    return refusalText(refusal.code === 'not_authorized' ? { code: 'invalid-invitation-id' } : refusal);
}
