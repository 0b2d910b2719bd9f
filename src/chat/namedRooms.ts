import { InviteError } from '../domain/model/errors';
import { invitableRoom } from '../domain/policies/mayCreate';
import { namableRoom } from '../domain/policies/maySee';
import { refusalForNamedRoom } from '../domain/policies/namedRoom';
import { Room } from '../domain/ports';
import { findNearest } from './nearest';
import { CommandContext } from './subcommand';

/** The rooms of a person whose names are compared with a mistyped one. */
const MAX_ROOMS = 100;

/** Returns the room with that name, however the caller capitalized it. */
export async function roomCalled(name: string, { services: { rooms } }: Pick<CommandContext, 'services'>): Promise<Room | undefined> {
    const lower = name.toLowerCase();
    const [exact, other] = await Promise.all([rooms.byName(name), name === lower ? undefined : rooms.byName(lower)]);
    return exact || other;
}

/** A room that a command is about. */
export interface NamedRoom {
    /** The name that the caller typed; undefined for the current room. */
    readonly typed: string | undefined;
    readonly rid: string;
    /** Undefined if no room has that name. */
    readonly room: Room | undefined;
}

/**
 * Returns the rooms with these names, without repetitions, or the current room. An unknown name stands in place of the
 * id, so that it goes through the same checks as a hidden room and the refusals do not differ.
 */
export async function roomsCalled(names: readonly string[] = [], context: CommandContext): Promise<[NamedRoom, ...NamedRoom[]]> {
    const read = names.map(async (typed): Promise<NamedRoom> => {
        const room = await roomCalled(typed, context);
        return { typed, rid: room ? room.id : typed, room };
    });
    const found = await Promise.all(read);
    const [first, ...others] = found.filter(({ rid }, at) => found.findIndex((other) => other.rid === rid) === at);
    return first ? [first, ...others] : [{ typed: undefined, rid: context.room.id, room: context.room }];
}

/** Returns the first of the rooms to which the caller may not create invites, or else the first one. */
export async function firstRefused(named: readonly [NamedRoom, ...NamedRoom[]], { services, caller }: CommandContext): Promise<NamedRoom> {
    const isRefused = await Promise.all(named.map(async ({ rid }) => (await invitableRoom(services, caller, rid)) === undefined));
    return named.find((_room, at) => isRefused[at]) || named[0];
}

/** Returns the name of a room of the caller's that the name may misspell. Rooms of others make no difference. */
export async function similarRoom(name: string, { services, caller }: CommandContext): Promise<string | undefined> {
    const { memberships, permissions, rooms, users } = services;
    const rids = (await users.roomIdsOf(caller.id)).slice(0, MAX_ROOMS);
    const own = await Promise.all(rids.map((rid) => rooms.byId(rid)));
    const names = own.flatMap((room) => (room && room.name !== undefined ? [room.name] : []));
    const similar = findNearest(name, names);
    const found = own.find((room) => room && room.name === similar);
    return found && (await namableRoom({ memberships, permissions, rooms }, caller, found.id)) ? similar : undefined;
}

/**
 * Returns the refusal of a command for a room. `typedRoom` is the name that the caller typed, if they typed one. Other
 * errors are returned as they are.
 */
export async function refusalForRoom(error: unknown, rid: string, typedRoom: string | undefined, context: CommandContext): Promise<unknown> {
    if (typedRoom !== undefined) {
        return refusalForNamedRoom(context.services.memberships, context.caller, rid, error);
    }
    return isRefusedAsOutsider(error) ? new InviteError(error.code, { field: 'rid', reason: 'outside' }) : error;
}

/** Whether the caller is not in the room. A room managed by attributes has the same code, but a `reason`. */
export function isRefusedAsOutsider(error: unknown): error is InviteError {
    return error instanceof InviteError && error.code === 'error-invalid-room' && error.details.reason === undefined;
}
