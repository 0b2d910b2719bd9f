/** The value of the setting Audit_Room as it is saved: a name to be read by people, and the id by which the room is found, whoever else takes the name. */
export function formatAuditRoom(id: string, name: string): string {
    return `${name} (${id})`;
}

/** The id in the setting's value. */
export function parseAuditRoomId(value: string): string {
    const [, id = value] = /\(([^()\s]+)\)$/.exec(value) || [];
    return id;
}
