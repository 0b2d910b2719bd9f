export type RequestState = 'pending' | 'approved' | 'denied';

/** A person's request to join by an invite that needs approval. It holds no seat. Times are in ms since 1970. */
export interface JoinRequest {
    readonly id: string;
    readonly inviteId: string;
    /** The first room of the invite. */
    readonly rid: string;
    /** The ids of its further rooms. */
    readonly moreRooms: readonly string[];
    readonly personId: string;
    readonly at: number;
    /** When it is forgotten, decided or not. */
    readonly until: number;
    readonly state: RequestState;
    /** The id of the manager who decided. */
    readonly decidedBy?: string;
    readonly decidedAt?: number;
}

/** Whether a manager can still decide the request. */
export function isWaiting({ state, until }: JoinRequest, now: number): boolean {
    return state === 'pending' && until > now;
}

/** Returns the requests that wait, the oldest first. Requests that slipped through at once are one: the oldest. */
export function waitingAmong(requests: readonly JoinRequest[], now: number): JoinRequest[] {
    const known = new Set<string>();
    return oldestFirst(requests.filter((request) => isWaiting(request, now))).filter(({ inviteId, personId }) => {
        const key = `${inviteId}:${personId}`;
        const isNew = !known.has(key);
        known.add(key);
        return isNew;
    });
}

/**
 * Returns the request of one person by one invite that stands: the oldest that waits or was denied. After an approval, a
 * person who left again asks anew.
 */
export function standingAmong(requests: readonly JoinRequest[], now: number): JoinRequest | undefined {
    return oldestFirst(requests.filter(({ state, until }) => state !== 'approved' && until > now))[0];
}

function oldestFirst(requests: readonly JoinRequest[]): JoinRequest[] {
    return [...requests].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
