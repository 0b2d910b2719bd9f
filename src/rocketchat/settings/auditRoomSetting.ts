/**
 * Returns the value to save for the setting Audit_Room: the room's name for people, and its id for the app.
 * The id remains valid if another room takes the name (docs/decisions/0011-the-audit-room-by-its-id.md).
 */
export function formatAuditRoom(id: string, name: string): string {
    return `${name} (${id})`;
}

/** Returns the room id in the setting's value, or the whole value if it holds no id. */
export function parseAuditRoomId(value: string): string {
    const [, id = value] = /\(([^()\s]+)\)$/.exec(value) || [];
    return id;
}
