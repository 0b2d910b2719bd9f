import type { JSX } from 'preact';

import { fillText, Isolated } from '../shared/i18n.tsx';
import { RoomName } from '../shared/parts.tsx';
import { DataTable, type Column } from './dataTable.tsx';
import type { Invite } from './entities.mts';
import { addressOfInvite, Expiry, PersonOrDeleted, StateMark, Uses } from './parts.tsx';
import { addressWithParams, type Route } from './route.mts';
import { words } from './translation.mts';

/** The links of one page. A room or a creator narrows the list of `route`. */
export function LinkTable({ invites, route }: { invites: readonly Invite[]; route: Route }): JSX.Element {
    return <DataTable label={words.links} columns={columnsFor(route)} rows={invites} keyOf={({ _id }) => _id} />;
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
            <a href={addressOfInvite(_id)}>{label === null ? words.withoutLabel : <Isolated text={label} />}</a>
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
