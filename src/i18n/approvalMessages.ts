/** Sentences about invites that need approval or are for certain people, in one language. */
export interface ApprovalMessages {
    readonly asked: (room: string) => string;
    readonly deniedBefore: (room: string) => string;
    readonly needed: string;
    /** `people` names them, joined by commas. */
    readonly onlyFor: (people: string) => string;
    readonly addressesAt: (domain: string) => string;
    readonly role: (name: string) => string;
    readonly waiting: (count: number, command: string) => string;
    readonly listTitle: string;
    readonly emptyList: string;
    /** `link` names the invite if it has a label, and is empty otherwise. */
    readonly asks: (person: string, room: string, link: string) => string;
    readonly approve: string;
    readonly deny: string;
    readonly approved: (person: string, room: string) => string;
    readonly denied: (person: string, room: string) => string;
    readonly help: (list: string, approve: string, deny: string) => string;
    readonly helpCreate: (approval: string, audience: string) => string;
    readonly missing: (command: string) => string;
}

/** What the app's bot tells people in a direct message, in one language. `link` names an invite and its room. */
export interface NoticeMessages {
    readonly link: (room: string) => string;
    /** `name` is its label or its id. */
    readonly linkById: (name: string) => string;
    readonly labelledLink: (label: string, room: string) => string;
    readonly firstUse: (person: string, link: string) => string;
    readonly joined: (person: string, link: string) => string;
    readonly usedUp: (link: string) => string;
    readonly endsSoon: (link: string, moment: string) => string;
    readonly suspended: (link: string, why: string) => string;
    readonly youWereApproved: (room: string, url: string) => string;
    readonly youWereDenied: (room: string) => string;
    readonly extend: string;
    readonly extended: (moment: string) => string;
}
