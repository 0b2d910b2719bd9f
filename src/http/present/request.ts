import { RequestState } from '../../domain/model/joinRequest';
import { ShownRequest } from '../../domain/useCases/listRequests';
import { toIsoString } from './invite';
import { presentPerson, PresentedPerson } from './person';
import { presentRoomName } from './room';

/** A request to join, as managers of the room see it (docs/api.md). */
export interface PresentedRequest {
    readonly _id: string;
    readonly invite: { readonly _id: string; readonly label: string | null };
    /** The first of the rooms. */
    readonly room: Record<string, string>;
    readonly rooms: readonly Record<string, string>[];
    readonly person: PresentedPerson | { readonly _id: string };
    readonly at: string;
    readonly state: RequestState;
    readonly decidedBy?: string;
    readonly decidedAt?: string;
}

/** Returns a request under the names of the API. */
export function presentRequest({ request, invite, person, rooms }: ShownRequest): PresentedRequest {
    const [room] = rooms;
    const { id, personId, rid, at, state, decidedBy, decidedAt } = request;
    return {
        _id: id,
        invite: { _id: invite.id, label: invite.label },
        room: room ? presentRoomName(room) : { _id: rid },
        rooms: rooms.map(presentRoomName),
        person: person ? presentPerson(person) : { _id: personId },
        at: toIsoString(at),
        state,
        ...(decidedBy !== undefined && { decidedBy }),
        ...(decidedAt !== undefined && { decidedAt: toIsoString(decidedAt) }),
    };
}
