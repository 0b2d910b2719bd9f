/** Every sentence of the modals, in one language. Examples are passed in: they come from the words that the parser understands. */
export interface ModalMessages {
    readonly title: string;
    readonly room: string;
    readonly otherRooms: string;
    readonly duration: string;
    readonly durationHint: (examples: string) => string;
    readonly mostDays: (count: number) => string;
    readonly uses: string;
    readonly usesHint: (count: number, unlimited: string) => string;
    readonly mostUses: (count: number) => string;
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
    readonly noDuration: (example: string) => string;
    readonly noUses: (count: number, unlimited: string) => string;
    readonly neverNotAllowed: (example: string) => string;
}
