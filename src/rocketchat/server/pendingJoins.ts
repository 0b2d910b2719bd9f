interface PendingJoin {
    readonly rid: string;
    readonly username: string;
    readonly userId: string;
    readonly otherCameIn: (userId: string) => void;
}

/** A join that is under way. */
export interface WatchedJoin {
    /** The id of the person who came in by the username that was handed over, if it is not who was meant. */
    intruder(): Promise<string | undefined>;
    end(): void;
}

/**
 * The joins that this process has under way. The server adds people by their usernames, and usernames change hands; it tells the app by id who
 * came in (IPostRoomUserJoined), in the process that asked for the join.
 */
export class PendingJoins {
    private readonly pending = new Set<PendingJoin>();

    /** `patience` resolves once the server has had time to say who came in. It says so after it has answered, and does not wait for the app. */
    constructor(private readonly patience: () => Promise<void>) {}

    watch(rid: string, username: string, userId: string): WatchedJoin {
        let otherCameIn: (userId: string) => void = () => undefined;
        const other = new Promise<string>((resolve) => {
            otherCameIn = resolve;
        });
        const join: PendingJoin = { rid, username, userId, otherCameIn };
        this.pending.add(join);
        return {
            intruder: () => Promise.race([other, this.patience().then(() => undefined)]),
            end: () => void this.pending.delete(join),
        };
    }

    /** The server says that this person, who bears that username now, has just joined the room. */
    joined(rid: string, username: string, userId: string): void {
        for (const join of this.pending) {
            if (join.rid === rid && join.username === username && join.userId !== userId) {
                join.otherCameIn(userId);
            }
        }
    }
}
