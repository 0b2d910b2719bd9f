interface PendingJoin {
    readonly rid: string;
    readonly username: string;
    readonly userId: string;
    readonly reportIntruder: (userId: string) => void;
}

/** A join that the server has not finished yet. */
export interface WatchedJoin {
    /** Resolves with the id of another person who joined under this username, or with undefined after a short wait. */
    intruder(): Promise<string | undefined>;
    end(): void;
}

/**
 * The pending joins of this process. The server adds people by username, but then passes the id of the person who
 * joined to the process that requested the join (docs/decisions/0012-who-really-came-in.md).
 */
export class PendingJoins {
    private readonly pending = new Set<PendingJoin>();

    /** `maxWait` resolves when the wait is over. The server notifies the app only after it has finished the join. */
    constructor(private readonly maxWait: () => Promise<void>) {}

    /** Registers a join before it is requested. The caller must call `end` on the result. */
    watch(rid: string, username: string, userId: string): WatchedJoin {
        let reportIntruder: (userId: string) => void = () => undefined;
        const intruder = new Promise<string>((resolve) => {
            reportIntruder = resolve;
        });
        const join: PendingJoin = { rid, username, userId, reportIntruder };
        this.pending.add(join);
        return {
            intruder: () => Promise.race([intruder, this.maxWait().then(() => undefined)]),
            end: () => void this.pending.delete(join),
        };
    }

    /** Notifies pending joins for this username that the person with this id has just joined the room. */
    joined(rid: string, username: string, userId: string): void {
        for (const join of this.pending) {
            if (join.rid === rid && join.username === username && join.userId !== userId) {
                join.reportIntruder(userId);
            }
        }
    }
}
