import type { JSX } from 'preact';

import { withoutDirectionMarks } from '../../domain/names.ts';
import { fillText } from '../shared/i18n.tsx';
import { RoomName } from '../shared/parts.tsx';
import type { Client } from './client.mts';
import { DataTable, type Column } from './dataTable.tsx';
import type { Invite } from './entities.mts';
import { addressOfInvite, Expiry, LinkLabel, PersonOrDeleted, StateMark, Uses } from './parts.tsx';
import { RevokeSelected, type RevokeResult } from './revokeSelected.tsx';
import { nameOf } from './rooms.mts';
import { addressWithParams, type Route } from './route.mts';
import { useSelection, type Selection } from './selection.tsx';
import { words } from './translation.mts';

interface LinkTableProps {
    readonly invites: readonly Invite[];
    /** A room or a creator in the table narrows the list of this route. */
    readonly route: Route;
    readonly client: Client;
    readonly onRevoked: (result: RevokeResult) => void;
}

/** The links of one page. Those that the caller may revoke can be selected. */
export function LinkTable({ invites, route, client, onRevoked }: LinkTableProps): JSX.Element {
    const revocable = invites.filter(({ mayRevoke }) => mayRevoke);
    const selection = useSelection(revocable.map(({ _id }) => _id));
    const columns = [...(revocable.length > 0 ? [selectColumn(selection)] : []), ...columnsFor(route)];
    return (
        <>
            {revocable.length > 0 && <RevokeSelected invites={invites} selection={selection} client={client} onDone={onRevoked} />}
            <DataTable label={words.links} columns={columns} rows={invites} keyOf={({ _id }) => _id} />
        </>
    );
}

function selectColumn({ selected, toggle }: Selection): Column<Invite> {
    return {
        title: words.select,
        cell: ({ _id, label, rooms, mayRevoke }) => {
            const name = label === null ? [words.withoutLabel, ...rooms.map(nameOf)].join(', ') : label;
            return (
                mayRevoke && (
                    <input
                        type="checkbox"
                        aria-label={fillText(words.selectLink, { link: withoutDirectionMarks(name) })}
                        checked={selected.includes(_id)}
                        onChange={() => toggle(_id)}
                    />
                )
            );
        },
    };
}

function columnsFor(route: Route): Column<Invite>[] {
    return [
        { title: words.link, cell: (invite) => <LinkCell invite={invite} /> },
        { title: words.rooms, cell: ({ rooms }) => <RoomLinks rooms={rooms} route={route} /> },
        {
            title: words.createdBy,
            cell: ({ userId, createdBy }) => (
                <a href={addressWithParams(route, { userId })}>
                    <PersonOrDeleted person={createdBy} />
                </a>
            ),
        },
        { title: words.state, cell: (invite) => <StateMark {...invite} /> },
        { title: words.uses, cell: (invite) => <Uses {...invite} /> },
        { title: words.expires, cell: (invite) => <Expiry {...invite} /> },
    ];
}

function LinkCell({ invite: { _id, label, requests } }: { invite: Invite }): JSX.Element {
    return (
        <>
            <a href={addressOfInvite(_id)}>
                <LinkLabel label={label} />
            </a>
            {requests > 0 && <span class="hint"> {fillText(words.waiting, { count: requests })}</span>}
        </>
    );
}

/** The rooms of a link. Each leads to the links of that room. */
function RoomLinks({ rooms, route }: Pick<Invite, 'rooms'> & { route: Route }): JSX.Element {
    return (
        <>
            {rooms.length === 0 && words.hiddenRoom}
            {rooms.map((room, index) => (
                <span key={room._id}>
                    {index > 0 && ', '}
                    <a href={addressWithParams(route, { rid: room._id })}>
                        <RoomName {...room} />
                    </a>
                </span>
            ))}
        </>
    );
}
