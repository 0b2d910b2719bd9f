import { Room } from '../../domain/ports';

/** A room as the server names its fields; absent values are left out. */
export function presentRoom({ id, name, fname, type, topic, parentId }: Room): Record<string, string> {
    return withoutAbsent({ _id: id, name, fname, t: type, topic, prid: parentId });
}

export function withoutAbsent(fields: Record<string, string | undefined>): Record<string, string> {
    const present: Record<string, string> = {};
    for (const name of Object.keys(fields)) {
        const value = fields[name];
        if (value !== undefined && value !== null) {
            present[name] = value;
        }
    }
    return present;
}
