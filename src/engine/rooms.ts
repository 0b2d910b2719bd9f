import { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { Room, Rooms } from '../domain/ports';

/** The server's rooms, as far as apps see them. */
export class ServerRooms implements Rooms {
    constructor(private readonly reader: IRoomRead) {}

    async byId(rid: string): Promise<Room | undefined> {
        const room = await this.reader.getById(rid);
        return room ? toRoom(room) : undefined;
    }

    async byName(name: string): Promise<Room | undefined> {
        const room = await this.reader.getByName(name);
        return room ? toRoom(room) : undefined;
    }
}

/** What the engine has no field for reaches apps unmapped, under the server's own names. */
interface Unmapped {
    topic?: unknown;
    abacAttributes?: unknown;
}

export function toRoom(room: IRoom): Room {
    const { topic, abacAttributes } = (room as { _unmappedProperties_?: Unmapped })._unmappedProperties_ || {};
    return {
        id: room.id,
        type: room.type,
        name: room.slugifiedName,
        fname: room.displayName,
        topic: typeof topic === 'string' ? topic : undefined,
        parentId: room.parentRoom && room.parentRoom.id,
        managedByAttributes: Array.isArray(abacAttributes) && abacAttributes.length > 0,
    };
}
