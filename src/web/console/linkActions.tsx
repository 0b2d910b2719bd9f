import type { JSX } from 'preact';

import { EXTENSION_DAYS, extendedEnd } from '../../domain/model/invite.ts';
import { fillText } from '../shared/i18n.tsx';
import type { Client } from './client.mts';
import { ConfirmButton } from './confirmButton.tsx';
import type { Invite } from './entities.mts';
import { Problem } from './parts.tsx';
import { readInvite } from './readInvite.mts';
import { words } from './translation.mts';
import { useSubmit } from './useSubmit.mts';

interface LinkActionsProps {
    readonly invite: Invite;
    readonly client: Client;
    readonly onEdit: () => void;
    readonly onChanged: (invite: Invite, notice: string) => void;
    readonly onRevoked: () => void;
}

/** What the caller may do with an invite, and nothing else. The endpoints authorise each call anew. */
export function LinkActions({ invite, client, onEdit, onChanged, onRevoked }: LinkActionsProps): JSX.Element {
    const { isBusy, refusal, submit } = useSubmit(words.saving);
    const { _id: inviteId, expires, mayEdit, mayRevoke, state, url } = invite;
    const change = (endpoint: string, fields: object, notice: string): void =>
        submit(async () => {
            const changed = await client.post<{ invite: Invite }>(endpoint, { inviteId, ...fields });
            if (!changed.refusal) {
                onChanged(changed.body.invite, notice);
            }
            return changed.refusal;
        });
    /** Another person may have changed the end meanwhile. */
    const extend = (): void =>
        submit(async () => {
            const read = await readInvite(client, inviteId);
            if (read.refusal) {
                return read.refusal;
            }
            const { expires: end } = read.body.invite;
            if (end === null) {
                onChanged(read.body.invite, '');
                return undefined;
            }
            const fields = { inviteId, expires: new Date(extendedEnd(Date.parse(end), Date.now())).toISOString() };
            const changed = await client.post<{ invite: Invite }>('invites.update', fields);
            if (!changed.refusal) {
                onChanged(changed.body.invite, words.extended);
            }
            return changed.refusal;
        });
    const revoke = (): void =>
        submit(async () => {
            const { refusal: refused } = await client.post('invites.revoke', { inviteId });
            if (!refused) {
                onRevoked();
            }
            return refused;
        });
    const plain = (label: string, onClick: () => void): JSX.Element => (
        <button type="button" class="second" disabled={isBusy} onClick={onClick}>
            {label}
        </button>
    );
    return (
        <>
            <div class="row">
                {mayEdit && plain(words.edit, onEdit)}
                {mayEdit && expires !== null && state !== 'used-up' && plain(fillText(words.extend, { count: EXTENSION_DAYS }), extend)}
                {mayEdit && state === 'active' && plain(words.pause, () => change('invites.update', { paused: true }, words.paused))}
                {mayEdit && state === 'paused' && plain(words.resume, () => change('invites.update', { paused: false }, words.resumed))}
                {mayEdit && url !== undefined && (
                    <ConfirmButton
                        key={url}
                        label={words.replace}
                        question={words.askReplace}
                        yes={words.replaceNow}
                        isBusy={isBusy}
                        onConfirm={() => change('invites.rotateToken', {}, words.replaced)}
                    />
                )}
                {mayRevoke && (
                    <ConfirmButton label={words.revoke} question={words.askRevoke} yes={words.revokeNow} isBusy={isBusy} onConfirm={revoke} />
                )}
            </div>
            {refusal && <Problem refusal={refusal} />}
        </>
    );
}
