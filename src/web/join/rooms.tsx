import type { JSX } from 'preact';

import { InviteView, Link, pathOf, RoomIcon, RoomInApp, RoomName, Screen, words } from './common.mts';
import type { Invite, Person, Room } from './invite.mts';
import { moreWords } from './moreTranslation.mts';

interface InviteToRoomsProps extends Invite {
    readonly visitor: Person | undefined;
    /** Joins, with the text to show meanwhile. */
    readonly onJoin: (title: string) => void;
}

/** An invite to several rooms. The heading names the first one that the visitor may join. */
export function InviteToRoomsView({ rooms, onJoin, ...invite }: InviteToRoomsProps): JSX.Element {
    const others = rooms.filter(({ _id }) => _id !== invite.room._id);
    return (
        <InviteView
            {...invite}
            several={{ join: moreWords.joinAll, askWhy: moreWords.askAllWhy }}
            onJoin={() => onJoin(invite.approval ? words.asking : moreWords.joiningAll)}
        >
            <p id="others">{moreWords.others}</p>
            <ul role="list" class="rooms" aria-labelledby="others">
                {others.map((room) => (
                    <li key={room._id}>
                        <RoomLabel room={room} />
                        {room.member && <small>{moreWords.inside}</small>}
                    </li>
                ))}
            </ul>
        </InviteView>
    );
}

/** The page after the join of several rooms. It stays, because the visitor chooses one of them. */
export function JoinedRoomsView({ rooms, closed }: { rooms: readonly Room[]; closed: number }): JSX.Element {
    const closedText = closed === 1 ? moreWords.closedRoom : moreWords.closedRooms.replace('{count}', `${closed}`);
    return (
        <Screen title={words.joined} actions={<RoomLinks rooms={rooms} />}>
            {closed > 0 && <p>{closedText}</p>}
            {rooms.length > 1 && <p>{moreWords.choose}</p>}
        </Screen>
    );
}

/** A link to each room; on a phone, also one into the app. */
export function RoomLinks({ rooms, onOpen }: { rooms: readonly Room[]; onOpen?: () => void }): JSX.Element {
    return (
        <ul role="list">
            {rooms.map((room, index) => (
                <li key={room._id}>
                    <Link label={<RoomLabel room={room} />} path={pathOf(room)} onClick={onOpen} id={`room-${index}`} second />
                    <RoomInApp room={room} about={`room-${index}`} />
                </li>
            ))}
        </ul>
    );
}

function RoomLabel({ room }: { room: Room }): JSX.Element {
    return (
        <>
            <RoomIcon room={room} kind="icon" /> <RoomName {...room} />
        </>
    );
}
