/** What `GET health` checks (docs/api.md). */
export type CheckName = 'workspace' | 'bans' | 'permissions' | 'clock' | 'command' | 'email';
export type CheckStatus = 'ok' | 'warning' | 'failed' | 'off' | 'unknown';

/** The name of a check, and what each status means and asks for. A check has only some of the statuses. */
export interface CheckMessages extends Readonly<Partial<Record<CheckStatus, string>>> {
    readonly title: string;
}

/** The texts of the console's overview, people and health in one language. `{…}` is a placeholder. */
export interface ReportMessages {
    readonly overview: string;
    readonly people: string;
    readonly health: string;
    readonly administratorsOnly: string;

    readonly period: string;
    readonly days: string;
    readonly room: string;
    readonly allRooms: string;
    readonly chooseRoom: string;
    readonly chooseRoomWhy: string;
    readonly noManagedRooms: string;
    readonly noManagedRoomsWhy: string;
    readonly nothingHappened: string;
    readonly nothingHappenedWhy: string;

    readonly daily: string;
    readonly chart: string;
    readonly joins: string;
    readonly refusals: string;
    readonly most: string;
    readonly day: string;
    readonly utc: string;
    readonly showTable: string;
    readonly hideTable: string;
    readonly topLinks: string;
    readonly topCreators: string;
    readonly noJoins: string;
    readonly refused: string;
    readonly noRefusals: string;
    readonly lastOnly: string;
    readonly reason: string;
    readonly count: string;
    readonly latestRefusals: string;

    readonly findPerson: string;
    readonly findPersonWhy: string;
    readonly username: string;
    readonly find: string;
    readonly finding: string;
    readonly missingUsername: string;
    readonly unknownUsername: string;
    readonly historyOf: string;
    readonly linksOf: string;
    readonly noHistory: string;
    readonly noHistoryWhy: string;
    readonly invitedBy: string;

    readonly checkAgain: string;
    readonly statuses: Readonly<Record<CheckStatus, string>>;
    readonly checks: Readonly<Record<CheckName, CheckMessages>>;
    readonly readAt: string;
    readonly overridden: string;
    readonly ahead: string;
    readonly behind: string;
}
