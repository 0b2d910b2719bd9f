import { SuspensionReason } from '../domain/policies/suspension';
import { ErrorCode, ErrorDetails } from '../domain/model/errors';
import { Validity } from '../domain/model/invite';
import { ModalMessages } from './modal/messages';

/** What readers type after a command and into the modal, in their own words. The parser understands all of it. */
export interface TypedWords {
    readonly duration: Readonly<Record<Validity['unit'], (count: number) => string>>;
    readonly never: string;
    readonly uses: (count: number) => string;
    readonly unlimited: string;
    /** Stands for what the reader fills in. */
    readonly link: string;
    readonly user: string;
    readonly room: string;
}

/** Every sentence of the chat replies, in one language. Subcommands are the same in every language. */
export interface Messages {
    /** The language's tag, for dates and plurals. */
    readonly tag: string;
    readonly typed: TypedWords;

    readonly created: (room: string) => string;
    readonly foundAgain: (room: string, since: string) => string;
    readonly sinceToday: string;
    readonly sinceDay: (day: string) => string;
    readonly expires: (left: string, moment: string) => string;
    readonly neverExpires: string;
    readonly placesLeft: (left: number, places: number) => string;
    readonly anyNumber: (uses: number) => string;
    readonly howToRevoke: (line: string) => string;
    readonly revoke: string;

    readonly minutes: (count: number) => string;
    readonly hours: (count: number) => string;
    readonly days: (count: number) => string;

    readonly listOfRoom: (room: string) => string;
    readonly listOfOwn: string;
    readonly listOfAll: string;
    readonly noneOfRoom: (room: string, line: string) => string;
    readonly noneOfOwn: string;
    readonly noneOfAll: string;
    readonly ended: (count: number) => string;
    readonly seeMore: (shown: string, all: number, line: string) => string;
    readonly endsIn: (left: string, moment: string) => string;
    readonly endsNever: string;
    /** `places` is 0 if the uses are unlimited. */
    readonly usedBy: (uses: number, places: number) => string;
    readonly by: (creator: string) => string;
    readonly to: (room: string) => string;
    readonly notNow: (why: string) => string;
    readonly suspended: Record<SuspensionReason | 'room-archived', string>;
    readonly somebodyGone: string;

    readonly joined: (room: string, url: string) => string;
    readonly alreadyIn: (room: string, url: string) => string;
    readonly unverified: (room: string, url: string) => string;
    readonly revoked: (room: string) => string;
    readonly linkRevoked: string;

    readonly added: (username: string) => string;
    readonly unknownUser: (username: string) => string;
    readonly alreadyHere: (username: string) => string;
    readonly notAdded: (username: string) => string;

    readonly helpTitle: string;
    readonly helpCreate: (line: string, room: string) => string;
    readonly helpDurations: (durations: string, uses: string, short: string) => string;
    readonly helpList: (line: string, all: string) => string;
    readonly helpUse: (line: string) => string;
    readonly helpRevoke: (line: string) => string;
    readonly helpAdd: (line: string) => string;
    readonly unclear: (word: string) => string;
    readonly understood: (line: string) => string;
    readonly didYouMean: (lines: string) => string;
    readonly or: string;
    readonly seeHelp: (line: string) => string;
    readonly tooLong: (most: number) => string;
    readonly whichToUse: (line: string) => string;
    readonly whichToRevoke: (line: string) => string;

    readonly askOwners: (names: string) => string;
    readonly askAnOwner: string;
    readonly onlyAdministrators: (line: string) => string;
    readonly neverNotAllowed: (line: string) => string;
    readonly mostDays: (count: number, line: string) => string;
    readonly mostUses: (count: number, line: string) => string;
    readonly refused: Record<Exclude<ErrorCode, 'invalid-number-of-days' | 'invalid-number-of-uses'>, (details: ErrorDetails) => string>;
    readonly badDays: string;
    readonly badUses: string;
    readonly form: ModalMessages;
}

interface PluralRules {
    select(count: number): string;
}

/** The form of a word that goes with the number, by the language's own rules. */
export function plural(tag: string, count: number, one: string, other: string): string {
    // The type checker of the packager does not know it yet; the sandbox has it.
    const { PluralRules } = Intl as unknown as { PluralRules: new (tag: string) => PluralRules };
    return `${count} ${new PluralRules(tag).select(count) === 'one' ? one : other}`;
}
