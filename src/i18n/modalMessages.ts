/** Every sentence of the modals, in one language. The caller passes the examples, which the parser understands. */
export interface ModalMessages {
    readonly title: string;
    readonly room: string;
    readonly otherRooms: string;
    readonly duration: string;
    readonly durationHint: (examples: string) => string;
    readonly maxDaysHint: (max: number) => string;
    readonly uses: string;
    readonly usesHint: (count: number, unlimited: string) => string;
    readonly maxUsesHint: (max: number) => string;
    readonly create: string;
    readonly cancel: string;
    readonly done: string;
    readonly copyLink: string;
    readonly showList: string;
    readonly newLink: string;
    readonly newer: string;
    readonly older: string;
    readonly emptyList: (room: string) => string;
    readonly noRooms: string;
    readonly missingRoom: string;
    readonly invalidDuration: (example: string) => string;
    readonly invalidUses: (count: number, unlimited: string) => string;
    readonly neverNotAllowed: (example: string) => string;
}
