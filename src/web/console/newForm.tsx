import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { SendResult } from '../../domain/useCases/sendInvites.ts';
import type { Refusal } from '../shared/api.mts';
import { EVERYBODY } from './audience.mts';
import { addressesIn, EmailFields, problemWithAddresses, resultText } from './emailFields.tsx';
import type { Invite, Room } from './entities.mts';
import { InviteFields } from './inviteFields.tsx';
import { fieldsOf, problemWith, type InviteForm } from './inviteForm.mts';
import { addressOfInvite, Choice, Problem } from './parts.tsx';
import { RoomChoice } from './roomChoice.tsx';
import { words } from './translation.mts';
import { useSubmit } from './useSubmit.mts';
import type { ViewProps } from './view.mts';

const EMPTY_FORM: InviteForm = {
    label: '',
    expiry: { choice: 'default', date: '' },
    maxUses: { choice: 'default', count: '' },
    approval: false,
    audience: EVERYBODY,
    notify: 'milestones',
};

interface NewFormProps extends Pick<ViewProps, 'client' | 'onNotice' | 'onGo'> {
    readonly rooms: readonly Room[];
    /** Whether links can be sent by e-mail. */
    readonly mayEmail: boolean;
    /** The room of the address; empty if there is none. */
    readonly rid: string;
}

/** Creates a link, or sends each address one. */
export function NewForm({ rooms, mayEmail, rid, client, onNotice, onGo }: NewFormProps): JSX.Element {
    const [form, setForm] = useState(EMPTY_FORM);
    const [rids, setRids] = useState<readonly string[]>(() => rooms.filter(({ _id }) => _id === rid).map(({ _id }) => _id));
    const [isEmail, setEmail] = useState(false);
    const [addresses, setAddresses] = useState('');
    const [result, setResult] = useState<Omit<SendResult, 'rooms'>>();
    const { isBusy, refusal, submit } = useSubmit(isEmail ? words.sending : words.creating);
    const create = async (): Promise<Refusal | undefined> => {
        const problem = rids.length === 0 ? { code: 'missing-room' } : problemWith(form);
        if (problem) {
            return problem;
        }
        const created = await client.post<{ invite: Invite }>('invites.create', { rids, ...fieldsOf(form) });
        if (!created.refusal) {
            onGo(addressOfInvite(created.body.invite._id), words.created);
        }
        return created.refusal;
    };
    const send = async (): Promise<Refusal | undefined> => {
        // Each link is for one person, so the form does not show these two fields.
        const terms: InviteForm = { ...form, maxUses: EMPTY_FORM.maxUses, audience: { ...EVERYBODY, choice: 'bound' } };
        const emails = addressesIn(addresses);
        const problem = rids.length === 0 ? { code: 'missing-room' } : problemWith(terms) || problemWithAddresses(emails);
        if (problem) {
            return problem;
        }
        const { body, refusal: refused } = await client.post<SendResult>('invites.send', { rids, emails, ...fieldsOf(terms) });
        if (body) {
            setResult(body);
            setAddresses(body.failed.map(({ email }) => email).join('\n'));
            onNotice(resultText(body));
        }
        return refused;
    };
    const onSubmit = (event: Event): void => {
        event.preventDefault();
        submit(isEmail ? send : create);
    };
    const [label, progress] = isEmail ? [words.send, words.sending] : [words.create, words.creating];
    return (
        <form class="card" onSubmit={onSubmit} aria-label={words.newLink}>
            <RoomChoice rooms={rooms} chosen={rids} onChoose={setRids} />
            {mayEmail && (
                <Choice
                    label={words.delivery}
                    value={isEmail ? 'email' : 'link'}
                    options={words.deliveries}
                    onChoose={(delivery) => setEmail(delivery === 'email')}
                />
            )}
            {isEmail && <EmailFields addresses={addresses} result={result} isBusy={isBusy} onType={setAddresses} />}
            <InviteFields form={form} onChange={setForm} usual="default" isForOne={isEmail} />
            {refusal && <Problem refusal={refusal} />}
            <div class="row">
                <button type="submit" disabled={isBusy}>
                    {isBusy ? progress : label}
                </button>
            </div>
        </form>
    );
}
