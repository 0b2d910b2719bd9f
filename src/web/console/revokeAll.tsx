import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { fillText } from '../shared/i18n.tsx';
import type { Client } from './client.mts';
import { ConfirmButton } from './confirmButton.tsx';
import type { InvitesBody } from './entities.mts';
import type { LinksQuery } from './linksView.tsx';
import { Problem, TextField } from './parts.tsx';
import { words } from './translation.mts';
import { useSubmit } from './useSubmit.mts';

interface RevokeAllProps {
    readonly query: LinksQuery;
    readonly client: Client;
    readonly onRevoked: (count: number) => void;
}

/** Revokes all links of the room or person of the list, or of the workspace, once the visitor has read how many these are. */
export function RevokeAll({ query, client, onRevoked }: RevokeAllProps): JSX.Element {
    const { rid, userId, text, state } = query;
    const [total, setTotal] = useState(0);
    const [typed, setTyped] = useState('');
    const counting = useSubmit(words.loading);
    const { isBusy, refusal, submit } = useSubmit(words.revoking);
    const isOfAll = rid === '' && userId === '';
    const action = isOfAll ? words.revokeWorkspace : rid !== '' ? words.revokeRoom : words.revokePerson;
    const ask = (): Promise<boolean> =>
        new Promise((resolve) => {
            setTyped('');
            counting.submit(async () => {
                const counted = await client.get<InvitesBody>('invites.list', { rid, userId, count: '1' });
                setTotal(counted.body ? counted.body.total : 0);
                resolve(counted.body !== undefined);
                return counted.refusal;
            });
        });
    const revoke = (): void =>
        submit(async () => {
            const target = isOfAll ? { all: true } : rid !== '' ? { rid } : { userId };
            const { body, refusal: refused } = await client.post<{ revoked: number }>('invites.revoke', target);
            if (body) {
                onRevoked(body.revoked);
            }
            return refused;
        });
    const question = fillText(words.askSeveral, { action, count: total });
    return (
        <>
            <div class="row">
                <ConfirmButton
                    label={action}
                    question={total === 0 ? words.nothingToRevoke : text === '' && state === '' ? question : `${question} ${words.hiddenToo}`}
                    yes={isBusy ? words.revoking : words.revokeSeveralNow}
                    isBusy={isBusy}
                    isReady={total > 0 && (!isOfAll || typed.trim() === String(total))}
                    onAsk={ask}
                    onConfirm={revoke}
                >
                    {isOfAll && total > 0 && <TextField label={words.typeNumber} value={typed} inputMode="numeric" onType={setTyped} />}
                </ConfirmButton>
            </div>
            {counting.refusal && <Problem refusal={counting.refusal} />}
            {refusal && <Problem refusal={refusal} />}
        </>
    );
}
