import { Backoff, contended } from './contended';
import { OwnClaims, OwnClaimsDeps } from './ownClaims';

export interface ExclusiveWorkDeps extends OwnClaimsDeps {
    readonly backoff: Backoff;
}

/** With the waits between them, about nine seconds on a server that answers at once. */
const MAX_ATTEMPTS = 40;

/** Serializes work on a subject across instances, with claims that reserve it. It holds for seconds, not for a frozen process. */
export class ExclusiveWork {
    private readonly own: OwnClaims;

    constructor(private readonly deps: ExclusiveWorkDeps) {
        this.own = new OwnClaims(deps);
    }

    /**
     * Runs `work` while no instance runs other work on the same subject. Runs `otherwise` if the subject stays occupied
     * for seconds, as it does for two minutes after a crash.
     *
     * @throws error-too-many-requests if the subject stays occupied and `otherwise` is not given
     */
    async run<T>(subject: string, work: () => Promise<T>, otherwise: () => Promise<T> = contended): Promise<T> {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (attempt > 0 && !(await this.deps.backoff(attempt))) {
                break;
            }
            const own = this.own.create(subject, this.deps.secrets.id());
            try {
                await this.deps.claims.insert(own);
                if ((await this.own.othersThan(own)).length === 0 && this.own.mayStillAct(own)) {
                    return await work();
                }
            } finally {
                await this.own.withdraw(own);
            }
        }
        return otherwise();
    }

    /**
     * Runs `work` if no instance runs other work on the subject, and returns whether `work` returned true. `work` may
     * write only while its argument returns true: another instance may take over after that.
     */
    async runWhileActive(subject: string, work: (isActive: () => boolean) => Promise<boolean>): Promise<boolean> {
        const own = this.own.create(subject, this.deps.secrets.id());
        try {
            await this.deps.claims.insert(own);
            const isActive = (): boolean => this.own.mayStillAct(own);
            return (await this.own.othersThan(own)).length === 0 && isActive() && (await work(isActive));
        } finally {
            await this.own.withdraw(own);
        }
    }
}
