import { Outcome } from '../../domain/model/history';
import { ShownEntry } from '../../domain/useCases/inviteHistory';
import { toIsoString } from './invite';
import { presentPerson, PresentedPerson } from './person';
import { presentRoomName } from './room';

/** One attempt to use an invite (docs/api.md). Of deleted accounts and rooms, only the id is left. */
export interface PresentedEntry {
    readonly _id: string;
    readonly invite: { readonly _id: string; readonly label: string | null };
    /** The first of the rooms. */
    readonly room: Record<string, string>;
    readonly rooms: readonly Record<string, string>[];
    readonly person: PresentedPerson | { readonly _id: string };
    readonly invitedBy: PresentedPerson | { readonly _id: string };
    readonly at: string;
    readonly outcome: Outcome;
}

/** Returns an entry of the history under the names of the API. */
export function presentEntry({ entry, person, invitedBy, rooms }: ShownEntry): PresentedEntry {
    const [room] = rooms;
    const { id, inviteId, label, rids, personId, at, outcome } = entry;
    return {
        _id: id,
        invite: { _id: inviteId, label },
        room: room ? presentRoomName(room) : { _id: rids[0] || '' },
        rooms: rooms.map(presentRoomName),
        person: person ? presentPerson(person) : { _id: personId },
        invitedBy: invitedBy ? presentPerson(invitedBy) : { _id: entry.invitedBy },
        at: toIsoString(at),
        outcome,
    };
}
