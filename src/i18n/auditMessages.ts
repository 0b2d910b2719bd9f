/** Every sentence of the audit room, in one language. People, rooms and ids arrive with their markup. */
export interface AuditMessages {
    /** `terms` are the validity and the number of people. */
    readonly created: (person: string, room: string, id: string, terms: string) => string;
    /** `invite` names the creator and the id; `count` is the number of uses. */
    readonly joined: (person: string, room: string, invite: string, count: string) => string;
    readonly edited: (person: string, room: string, invite: string, terms: string) => string;
    readonly paused: string;
    readonly resumed: string;
    readonly rotated: (person: string, room: string, invite: string) => string;
    readonly revoked: (person: string, room: string, invite: string) => string;
    readonly bannedFromUsing: (person: string, room: string, invite: string) => string;
    readonly bannedFromCreating: (person: string, room: string) => string;
    readonly intruded: (intruder: string, room: string, person: string, isRemoved: boolean) => string;
    readonly approved: (manager: string, person: string, room: string, invite: string) => string;
    readonly denied: (manager: string, person: string, room: string, invite: string) => string;
    readonly settingChanged: (label: string, value: string) => string;
    readonly inviteOf: (creator: string, id: string) => string;
    readonly validFor: (duration: string) => string;
    readonly neverExpires: string;
    readonly forPeople: (people: string) => string;
    readonly forAnyNumber: string;
    readonly usesOf: (uses: number, maxUses: number) => string;
    readonly usesSoFar: (uses: number) => string;
}
