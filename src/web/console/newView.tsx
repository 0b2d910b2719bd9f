import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { Refusal } from '../shared/api.mts';
import type { Invite, Room } from './entities.mts';
import { InviteFields } from './inviteFields.tsx';
import { fieldsOf, problemWith, type InviteForm } from './inviteForm.mts';
import { addressOfInvite, Heading, LoadedContent, Problem } from './parts.tsx';
import { RoomChoice } from './roomChoice.tsx';
import { readRooms } from './rooms.mts';
import { words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import { useSubmit } from './useSubmit.mts';
import type { View, ViewProps } from './view.mts';

/** Creates a link to rooms that the caller is in, and then shows it. */
export const NEW: View = { name: 'new', label: words.newLink, Content: NewView };

const EMPTY_FORM: InviteForm = { label: '', expiry: { choice: 'default', date: '' }, maxUses: '', approval: false, notify: 'milestones' };

function NewView({ route, client, onGo }: ViewProps): JSX.Element {
    const loaded = useLoaded(() => readRooms(client), '');
    const { rid = '' } = route.params;
    return (
        <>
            <Heading title={words.newLink} />
            <LoadedContent loaded={loaded}>{(rooms) => <NewForm rooms={rooms} rid={rid} client={client} onGo={onGo} />}</LoadedContent>
        </>
    );
}

interface NewFormProps extends Pick<ViewProps, 'client' | 'onGo'> {
    readonly rooms: readonly Room[];
    /** The room of the address; empty if there is none. */
    readonly rid: string;
}

function NewForm({ rooms, rid, client, onGo }: NewFormProps): JSX.Element {
    const [form, setForm] = useState(EMPTY_FORM);
    const [rids, setRids] = useState<readonly string[]>(() => rooms.filter(({ _id }) => _id === rid).map(({ _id }) => _id));
    const [missing, setMissing] = useState('');
    const { isBusy, refusal, submit } = useSubmit(words.creating);
    const create = async (): Promise<Refusal | undefined> => {
        const problem = problemWith(form);
        const text = rids.length === 0 ? words.missingRoom : problem === 'missing-date' ? words.missingDate : '';
        setMissing(text);
        if (text !== '' || problem) {
            return problem === 'missing-date' ? undefined : problem;
        }
        const created = await client.post<{ invite: Invite }>('invites.create', { rids, ...fieldsOf(form) });
        if (!created.refusal) {
            onGo(addressOfInvite(created.body.invite._id), words.created);
        }
        return created.refusal;
    };
    const onSubmit = (event: Event): void => {
        event.preventDefault();
        submit(create);
    };
    return (
        <form class="card" onSubmit={onSubmit} aria-label={words.newLink}>
            <RoomChoice rooms={rooms} chosen={rids} onChoose={setRids} />
            <InviteFields form={form} onChange={setForm} usual="default" />
            {missing !== '' && (
                <div role="alert" class="notice problem">
                    {missing}
                </div>
            )}
            {refusal && <Problem refusal={refusal} />}
            <div class="row">
                <button type="submit" disabled={isBusy}>
                    {isBusy ? words.creating : words.create}
                </button>
            </div>
        </form>
    );
}
