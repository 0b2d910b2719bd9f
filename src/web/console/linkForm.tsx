import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { withoutDirectionMarks } from '../../domain/names.ts';
import type { Refusal } from '../shared/api.mts';
import { fillText, formatMoment } from '../shared/i18n.tsx';
import { Button } from '../shared/parts.tsx';
import { audienceParts } from './audience.mts';
import type { Client } from './client.mts';
import type { Invite } from './entities.mts';
import { InviteFields } from './inviteFields.tsx';
import { changedBetween, changesTo, formOf, problemWith, rebased, type EditableField } from './inviteForm.mts';
import { Problem } from './parts.tsx';
import { readInvite } from './readInvite.mts';
import { locale, words } from './translation.mts';
import { useSubmit } from './useSubmit.mts';

interface LinkFormProps {
    readonly invite: Invite;
    readonly client: Client;
    /** Called with the invite after it was saved, or as it is if there was nothing to save. */
    readonly onSaved: (invite: Invite) => void;
    /** Called with the invite as it was read last. */
    readonly onCancel: (invite: Invite) => void;
}

/**
 * Changes an invite. If another person has changed it since it was read, the form shows the present values, and keeps what
 * was typed.
 */
export function LinkForm({ invite, client, onSaved, onCancel }: LinkFormProps): JSX.Element {
    const [base, setBase] = useState(invite);
    const [form, setForm] = useState(() => formOf(invite));
    const [changed, setChanged] = useState<readonly EditableField[]>();
    const { isBusy, refusal, submit } = useSubmit(words.saving);
    const box = useRef<HTMLFormElement>(null);
    useEffect(() => box.current?.querySelector('input')?.focus(), []);
    const save = async (): Promise<Refusal | undefined> => problemWith(form, formOf(base)) || saveTo(base);
    const saveTo = async (seen: Invite, isRepeated = false): Promise<Refusal | undefined> => {
        const changes = changesTo(seen, form);
        const isUnchanged = Object.keys(changes).length === 0;
        if (!isUnchanged) {
            const { _id, revision } = seen;
            const saved = await client.post<{ invite: Invite }>('invites.update', { inviteId: _id, revision, ...changes });
            if (!saved.refusal) {
                onSaved(saved.body.invite);
                return undefined;
            }
            if (saved.refusal.code !== 'error-invite-changed') {
                return saved.refusal;
            }
        }
        const read = await readInvite(client, seen._id);
        if (read.refusal) {
            return read.refusal;
        }
        const present = read.body.invite;
        const fields = changedBetween(seen, present);
        if (fields.length === 0 && isUnchanged) {
            onSaved(present);
            return undefined;
        }
        // A change that the form does not show, such as a pause, needs no decision.
        if (fields.length === 0 && !isRepeated) {
            return saveTo(present, true);
        }
        setChanged(fields);
        setBase(present);
        // The visitor may have typed while the page saved.
        setForm((now) => rebased(now, seen, present));
        return undefined;
    };
    const onSubmit = (event: Event): void => {
        event.preventDefault();
        submit(save);
    };
    return (
        <form ref={box} onSubmit={onSubmit} aria-label={words.edit}>
            {changed && (
                <div role="alert" class="notice problem">
                    {words.changedMeanwhile}
                </div>
            )}
            <InviteFields
                form={form}
                onChange={setForm}
                usual="unchanged"
                remarks={remarksOn(base, changed || [])}
                boundTo={base.audience && base.audience.emails ? base.audience.emails.join(', ') : undefined}
            />
            {refusal && <Problem refusal={refusal} />}
            <div class="row">
                <button type="submit" disabled={isBusy}>
                    {isBusy ? words.saving : words.save}
                </button>
                <Button label={words.cancel} onClick={() => onCancel(base)} second />
            </div>
        </form>
    );
}

/** Returns the present values of the fields that another person changed. */
function remarksOn(present: Invite, fields: readonly EditableField[]): Partial<Record<EditableField, string>> {
    return Object.fromEntries(fields.map((field) => [field, fillText(words.presentValue, { value: presentValue(present, field) })]));
}

function presentValue({ label, expires, maxUses, approval, audience, notify }: Invite, field: EditableField): string {
    switch (field) {
        case 'label':
            return label === null ? words.withoutLabel : withoutDirectionMarks(label);
        case 'expires':
            return expires === null ? words.never : formatMoment(expires, locale);
        case 'maxUses':
            return String(maxUses || '∞');
        case 'approval':
            return approval ? words.approvalOn : words.approvalOff;
        case 'audience':
            return withoutDirectionMarks(audienceParts(audience).join(', '));
        case 'notify':
            return words.notifications[notify];
    }
}
