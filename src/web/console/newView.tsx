import type { JSX } from 'preact';

import type { Result } from '../shared/api.mts';
import type { Client } from './client.mts';
import type { InvitesBody, Room } from './entities.mts';
import { NewForm } from './newForm.tsx';
import { Heading, LoadedContent } from './parts.tsx';
import { readRooms } from './rooms.mts';
import { words } from './translation.mts';
import { useLoaded } from './useLoaded.mts';
import type { View, ViewProps } from './view.mts';

/** Creates a link to rooms that the caller is in and then shows it, or sends each person one by e-mail. */
export const NEW: View = { name: 'new', label: words.newLink, Content: NewView };

function NewView({ route, client, onNotice, onGo }: ViewProps): JSX.Element {
    const loaded = useLoaded(() => readOffer(client), '');
    const { rid = '' } = route.params;
    return (
        <>
            <Heading title={words.newLink} />
            <LoadedContent loaded={loaded}>
                {({ rooms, mayEmail }) => <NewForm rooms={rooms} mayEmail={mayEmail} rid={rid} client={client} onNotice={onNotice} onGo={onGo} />}
            </LoadedContent>
        </>
    );
}

interface Offer {
    readonly rooms: readonly Room[];
    readonly mayEmail: boolean;
}

/** Reads for which rooms, and how, the caller can create links. */
async function readOffer(client: Client): Promise<Result<Offer>> {
    const [{ body: rooms, refusal }, list] = await Promise.all([readRooms(client), client.get<InvitesBody>('invites.list', { count: '1' })]);
    return refusal ? { refusal } : { body: { rooms, mayEmail: list.body !== undefined && list.body.mayEmail } };
}
