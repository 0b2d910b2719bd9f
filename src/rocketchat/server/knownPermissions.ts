import { ReadPermissions } from '../storage/permissionStore';

const VALID_MS = 10 * 60 * 1000;
const RETRY_MS = 60 * 1000;

/** The permissions that this process read last. The requests of the process share it. */
export class KnownPermissions {
    /** Undefined until the table was read by any instance. */
    current: ReadPermissions | undefined;
    /** Whether the latest read of the table failed. */
    readFailed = false;
    readonly loads = new PacedWork();
    readonly reads = new PacedWork();

    /** Whether the permissions are to be read again. Also true if the clock that dated them was ahead. */
    areDue(now: number): boolean {
        return !this.current || Math.abs(now - this.current.readAt) >= VALID_MS;
    }

    /** Discards the permissions, so that the next request loads them again. */
    forget(): void {
        this.current = undefined;
        this.readFailed = false;
        this.loads.reset();
        this.reads.reset();
    }
}

/** Starts some work at most once a minute. Callers share the work in progress, whoever started it. */
class PacedWork {
    private startedAt = -Infinity;
    private latest: Promise<void> = Promise.resolve();

    /** Resolves or rejects as the latest run. Rejected work may start again at once. */
    run(now: number, work: () => Promise<void>): Promise<void> {
        if (now - this.startedAt >= RETRY_MS) {
            this.startedAt = now;
            this.latest = work().catch((error: unknown) => {
                this.reset();
                throw error;
            });
        }
        return this.latest;
    }

    reset(): void {
        this.startedAt = -Infinity;
    }
}
