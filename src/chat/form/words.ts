/** What the dialogues in the client say, in one language. Plain text: nothing in them is typed after a command. */
export interface FormWords {
    readonly title: string;
    readonly room: string;
    readonly otherRooms: string;
    readonly duration: string;
    readonly durationHint: string;
    readonly orNever: string;
    readonly mostDays: (count: number) => string;
    readonly uses: string;
    readonly usesHint: string;
    readonly orUnlimited: string;
    readonly mostUses: (count: number) => string;
    /** As somebody types it into the fields; domain/typed.ts understands it. */
    readonly days: (count: number) => string;
    readonly never: string;
    readonly unlimited: string;
    readonly create: string;
    readonly cancel: string;
    readonly done: string;
    readonly copyLink: string;
    readonly toList: string;
    readonly toForm: string;
    readonly newer: string;
    readonly older: string;
    readonly none: (room: string) => string;
    readonly noRoom: string;
    readonly whichRoom: string;
    readonly noDuration: string;
    readonly noUses: string;
    readonly neverNotAllowed: string;
}
