import { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { Room, Rooms } from '../../domain/ports';

/** The server's rooms, as far as apps see them; each is asked for once a request. */
export class ServerRooms implements Rooms {
    private readonly known = new Map<string, Promise<IRoom | undefined>>();

    constructor(private readonly reader: IRoomRead) {}

    /** Has read anew what this request has read before. */
    forget(): void {
        this.known.clear();
    }

    async byId(rid: string): Promise<Room | undefined> {
        const room = await this.engineRoom(rid);
        return room ? toRoom(room) : undefined;
    }

    /** As the engine has it, to be handed back to the engine. */
    engineRoom(rid: string): Promise<IRoom | undefined> {
        const room = this.known.get(rid) || this.reader.getById(rid);
        this.known.set(rid, room);
        return room;
    }

    async byName(name: string): Promise<Room | undefined> {
        const room = await this.reader.getByName(name);
        return room ? toRoom(room) : undefined;
    }
}

/** What the engine has no field for reaches apps unmapped, under the server's own names; newer engines have a field for attributes. */
interface Unmapped {
    topic?: unknown;
    archived?: unknown;
    abacAttributes?: unknown;
}

export function toRoom(room: IRoom): Room {
    const {
        topic,
        archived,
        abacAttributes = (room as Unmapped).abacAttributes,
    } = (room as { _unmappedProperties_?: Unmapped })._unmappedProperties_ || {};
    return {
        id: room.id,
        type: room.type,
        // What is absent arrives as null.
        name: room.slugifiedName || undefined,
        fname: room.displayName || undefined,
        topic: typeof topic === 'string' ? topic : undefined,
        parentId: (room.parentRoom && room.parentRoom.id) || undefined,
        archived: archived === true,
        managedByAttributes: Array.isArray(abacAttributes) && abacAttributes.length > 0,
    };
}
