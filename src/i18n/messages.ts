import { SuspensionReason } from '../domain/policies/suspension';
import { Validity } from '../domain/model/invite';
import { AdministrationTexts } from './administration';
import { AuditMessages } from './auditMessages';
import { ModalMessages } from './modalMessages';
import { RefusalMessages } from './refusalMessages';

/** The words that readers type in a command or the modal, in their language. The parser understands all of them. */
export interface Vocabulary {
    readonly duration: Readonly<Record<Validity['unit'], (count: number) => string>>;
    readonly never: string;
    readonly uses: (count: number) => string;
    readonly unlimited: string;
    /** Placeholders for what the reader fills in. */
    readonly link: string;
    readonly user: string;
    readonly room: string;
}

/** Every sentence of the chat replies, in one language. Subcommands are the same in every language. */
export interface Messages {
    /** The BCP 47 tag of the language, for dates and plurals. */
    readonly tag: string;
    readonly vocabulary: Vocabulary;

    readonly created: (room: string) => string;
    readonly alreadyCreated: (room: string, since: string) => string;
    readonly today: string;
    readonly onDay: (day: string) => string;
    readonly expires: (left: string, moment: string) => string;
    readonly neverExpires: string;
    readonly seatsLeft: (left: number, seats: number) => string;
    readonly unlimitedUses: (uses: number) => string;
    readonly howToRevoke: (command: string) => string;
    readonly revoke: string;

    readonly minutes: (count: number) => string;
    readonly hours: (count: number) => string;
    readonly days: (count: number) => string;

    readonly roomListTitle: (room: string) => string;
    readonly ownListTitle: string;
    readonly workspaceListTitle: string;
    readonly emptyRoomList: (room: string, command: string) => string;
    readonly emptyOwnList: string;
    readonly emptyWorkspaceList: string;
    readonly ended: (count: number) => string;
    readonly seeMore: (shown: string, all: number, command: string) => string;
    readonly listExpires: (left: string, moment: string) => string;
    readonly listNeverExpires: string;
    /** `maxUses` is 0 if the uses are unlimited. */
    readonly usedBy: (uses: number, maxUses: number) => string;
    readonly createdBy: (creator: string) => string;
    readonly forRoom: (room: string) => string;
    readonly suspendedBecause: (why: string) => string;
    readonly suspended: Record<SuspensionReason | 'room-archived', string>;
    readonly deletedUser: string;

    readonly joined: (room: string, url: string) => string;
    readonly alreadyMember: (room: string, url: string) => string;
    readonly unverified: (room: string, url: string) => string;
    readonly revoked: (room: string) => string;
    readonly linkRevoked: string;

    readonly added: (username: string) => string;
    readonly unknownUser: (username: string) => string;
    readonly alreadyHere: (username: string) => string;
    readonly notAdded: (username: string) => string;

    readonly helpTitle: string;
    readonly helpCreate: (command: string, room: string) => string;
    readonly helpDurations: (durations: string, uses: string, short: string) => string;
    readonly helpList: (command: string, all: string) => string;
    readonly helpUse: (command: string) => string;
    readonly helpRevoke: (command: string) => string;
    readonly helpAdd: (command: string) => string;
    readonly unclear: (word: string) => string;
    readonly understood: (command: string) => string;
    readonly didYouMean: (commands: string) => string;
    readonly or: string;
    readonly seeHelp: (command: string) => string;
    readonly tooLong: (maxCharacters: number) => string;
    readonly missingLinkToUse: (command: string) => string;
    readonly missingLinkToRevoke: (command: string) => string;

    readonly askOwners: (names: string) => string;
    readonly askAnOwner: string;
    readonly refusals: RefusalMessages;
    readonly modal: ModalMessages;
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
