import { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { Room, Rooms } from '../../domain/ports';

/** Reads rooms from the server, each at most once per request by id. */
export class ServerRooms implements Rooms {
    private readonly cache = new Map<string, Promise<IRoom | undefined>>();

    constructor(private readonly reader: IRoomRead) {}

    /** Discards what this request has read, so that the next call reads it from the server again. */
    forget(): void {
        this.cache.clear();
    }

    async byId(rid: string): Promise<Room | undefined> {
        const room = await this.engineRoom(rid);
        return room ? toRoom(room) : undefined;
    }

    /** Returns the engine's own object for the room, which the engine's room updater needs. */
    engineRoom(rid: string): Promise<IRoom | undefined> {
        const room = this.cache.get(rid) || this.reader.getById(rid);
        this.cache.set(rid, room);
        return room;
    }

    async byName(name: string): Promise<Room | undefined> {
        const room = await this.reader.getByName(name);
        return room ? toRoom(room) : undefined;
    }
}

/** Fields that the engine does not map keep the server's names. Newer engines map some of them. */
interface Unmapped {
    topic?: unknown;
    archived?: unknown;
    abacAttributes?: unknown;
    federated?: unknown;
    usersCount?: unknown;
}

/** Returns the room in the domain's terms. */
export function toRoom(room: IRoom): Room {
    const {
        topic,
        archived,
        usersCount = (room as Unmapped).usersCount,
        abacAttributes = (room as Unmapped).abacAttributes,
        federated = (room as { isFederated?: unknown }).isFederated,
    } = (room as { _unmappedProperties_?: Unmapped })._unmappedProperties_ || {};
    return {
        id: room.id,
        type: room.type,
        // Absent values arrive as null.
        name: room.slugifiedName || undefined,
        fname: room.displayName || undefined,
        topic: typeof topic === 'string' ? topic : undefined,
        usersCount: typeof usersCount === 'number' ? usersCount : undefined,
        parentId: (room.parentRoom && room.parentRoom.id) || undefined,
        archived: archived === true,
        managedByAttributes: Array.isArray(abacAttributes) && abacAttributes.length > 0,
        federated: federated === true,
    };
}
