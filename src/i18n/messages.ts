import { SuspensionReason } from '../domain/policies/suspension';
import { Outcome } from '../domain/model/history';
import { InviteState, Validity } from '../domain/model/invite';
import { AdministrationTexts } from './administration';
import { ApprovalMessages, NoticeMessages } from './approvalMessages';
import { AuditMessages } from './auditMessages';
import { MailMessages } from './mailMessages';
import { ModalMessages } from './modalMessages';
import { RefusalMessages } from './refusalMessages';
import { TypedWords } from './typedWords';

/** The words that readers type in a command or the modal, in their language. The parser understands all of them. */
export interface Vocabulary {
    readonly duration: Readonly<Record<Validity['unit'], (count: number) => string>>;
    readonly never: string;
    readonly until: (moment: string) => string;
    readonly uses: (count: number) => string;
    readonly unlimited: string;
    /** Placeholders for what the reader fills in. */
    readonly link: string;
    readonly user: string;
    readonly room: string;
    /** A role of the workspace, as the parser reads it. */
    readonly role: (name: string) => string;
    /** What a link may be for. */
    readonly exampleLabel: string;
}

/** Every sentence of the chat replies, in one language. Subcommands are the same in every language. */
export interface Replies {
    readonly vocabulary: Vocabulary;
    readonly typed: TypedWords;

    readonly created: (room: string) => string;
    readonly alreadyCreated: (room: string, since: string) => string;
    readonly today: string;
    readonly onDay: (day: string) => string;
    readonly expires: (left: string, moment: string) => string;
    readonly neverExpires: string;
    readonly seatsLeft: (left: number, seats: number) => string;
    readonly unlimitedUses: (uses: number) => string;
    readonly howToManage: (show: string, revoke: string) => string;
    readonly howToRevoke: (command: string) => string;
    readonly moreCommands: (commands: string) => string;
    readonly revokeThis: string;
    readonly revokeNumber: (number: number) => string;
    readonly askRevoke: string;
    readonly revokeForGood: string;

    readonly detailsTitle: (room: string) => string;
    readonly labelledTitle: (label: string, room: string) => string;
    readonly states: Record<Exclude<InviteState, 'active' | 'suspended'>, string>;
    readonly suspendedNow: (why: string) => string;
    readonly createdWhen: (creator: string, day: string) => string;
    readonly lastJoin: (person: string, day: string) => string;
    readonly changed: string;
    readonly resumed: string;
    readonly rotated: string;
    readonly whoTitle: (label: string) => string;
    readonly nobodyCame: string;
    readonly noSuchPage: (pages: number) => string;
    readonly outcomes: Record<Outcome, (person: string) => string>;

    readonly minutes: (count: number) => string;
    readonly hours: (count: number) => string;
    readonly days: (count: number) => string;

    readonly roomListTitle: (room: string) => string;
    readonly ownListTitle: string;
    readonly mineListTitle: string;
    readonly workspaceListTitle: string;
    readonly endedOnly: string;
    readonly emptyRoomList: (room: string, command: string) => string;
    readonly emptyOwnList: string;
    readonly emptyMineList: string;
    readonly emptyWorkspaceList: string;
    readonly emptyEndedList: string;
    readonly ended: (count: number, command: string) => string;
    readonly seeMore: (shown: string, all: number, command: string) => string;
    readonly listExpires: (left: string, moment: string) => string;
    readonly listNeverExpires: string;
    readonly listExpired: (moment: string) => string;
    readonly listPaused: string;
    /** `maxUses` is 0 if the uses are unlimited. */
    readonly usedBy: (uses: number, maxUses: number) => string;
    readonly createdBy: (creator: string) => string;
    readonly forRoom: (room: string) => string;
    readonly suspendedBecause: (why: string) => string;
    readonly suspended: Record<SuspensionReason | 'room-archived', string>;
    readonly deletedUser: string;

    /** `link` is the address of the room, as a link. */
    readonly joined: (room: string, link: string) => string;
    readonly alreadyMember: (room: string, link: string) => string;
    /** `count` rooms of a link stay closed to the reader, who came into another one. */
    readonly closedRooms: (count: number) => string;
    readonly unverified: (room: string, link: string) => string;
    readonly cardTitle: (person: string, room: string) => string;
    readonly joinButton: string;
    /** `destination` is empty if the card is in the room where the command was typed. */
    readonly shared: (destination: string) => string;
    readonly botHelp: (create: string, help: string) => string;
    readonly revoked: (room: string) => string;
    readonly linkRevoked: string;

    readonly added: (username: string) => string;
    readonly unknownUser: (username: string) => string;
    readonly alreadyHere: (username: string) => string;
    readonly notAdded: (username: string) => string;

    readonly helpTitle: string;
    readonly helpCreate: (command: string, room: string) => string;
    readonly helpDurations: (durations: string, uses: string, short: string) => string;
    readonly helpList: (command: string, mine: string, all: string) => string;
    /** `link` is the address of the console, as a link. */
    readonly consoleAt: (link: string) => string;
    readonly helpConsole: (command: string) => string;
    readonly helpNumbers: (command: string) => string;
    readonly helpShow: (command: string) => string;
    readonly helpWho: (command: string) => string;
    readonly helpShare: (command: string) => string;
    readonly helpEdit: (command: string) => string;
    readonly helpPause: (pause: string, resume: string) => string;
    readonly helpRename: (command: string, none: string) => string;
    readonly helpRotate: (command: string) => string;
    readonly helpUse: (command: string) => string;
    readonly helpRevoke: (command: string) => string;
    readonly helpAdd: (command: string) => string;
    readonly unclear: (word: string) => string;
    /** Why the command cannot be carried out, and a command to type instead. */
    readonly unclearBecause: Readonly<Record<'too-short' | 'everyone' | 'elsewhere' | 'e-mail', (word: string, command: string) => string>>;
    readonly understood: (command: string) => string;
    readonly didYouMean: (commands: string) => string;
    readonly or: string;
    readonly seeHelp: (command: string) => string;
    readonly tooLong: (maxCharacters: number) => string;
    readonly missingLinkToUse: (command: string) => string;
    readonly missingLink: (command: string) => string;
    readonly missingChange: (command: string) => string;

    readonly askOwners: (names: string) => string;
    readonly askAnOwner: string;
}

/** Every text of the app but those of the pages, in one language. */
export interface Messages extends Replies {
    /** The BCP 47 tag of the language, for dates and plurals. */
    readonly tag: string;
    readonly refusals: RefusalMessages;
    readonly modal: ModalMessages;
    readonly approval: ApprovalMessages;
    readonly mail: MailMessages;
    readonly notices: NoticeMessages;
    readonly audit: AuditMessages;
    readonly administration: AdministrationTexts;
}

interface PluralRules {
    select(count: number): string;
}

/** Returns the number with its noun, in the singular or plural by the rules of the language. */
export function countedNoun(tag: string, count: number, one: string, other: string): string {
    // The packager's TypeScript library lacks PluralRules, but the sandbox has it.
    const { PluralRules } = Intl as unknown as { PluralRules: new (tag: string) => PluralRules };
    return `${count} ${new PluralRules(tag).select(count) === 'one' ? one : other}`;
}
