import { Claim, CLAIM_TTL_MS, isStale } from '../model/claim';
import { Clock, Report, TokenSource } from '../ports';
import { ClaimStore } from '../stores';

export interface OwnClaimsDeps {
    readonly claims: ClaimStore;
    readonly clock: Clock;
    readonly report: Report;
    readonly secrets: TokenSource;
}

/** The claims of one attempt, among those of other attempts. */
export class OwnClaims {
    constructor(private readonly deps: OwnClaimsDeps) {}

    /** Returns a new pending claim. It is not stored yet. */
    create(subject: string, holder: string, rids?: readonly string[]): Claim {
        return { id: this.deps.secrets.id(), subject, holder, state: 'pending', at: this.deps.clock.now(), ...(rids && { rids }) };
    }

    /** Returns the other claims to the same subject that count, and deletes abandoned pending ones. */
    async othersThan(own: Claim): Promise<Claim[]> {
        const now = this.deps.clock.now();
        const others = (await this.deps.claims.of(own.subject)).filter(({ id }) => id !== own.id);
        const abandoned = others.filter((claim) => claim.state === 'pending' && isStale(claim, now));
        for (const claim of abandoned) {
            await this.withdraw(claim);
        }
        return others.filter((claim) => !abandoned.includes(claim));
    }

    /** Whether the claim is young enough for its attempt to act on it. */
    mayStillAct(own: Claim): boolean {
        return this.deps.clock.now() - own.at <= CLAIM_TTL_MS.active;
    }

    /** Deletes a claim, with one retry. A failure is only logged, so it does not hide how the attempt ended. */
    async withdraw(claim: Claim): Promise<void> {
        const remove = (): Promise<void> => this.deps.claims.remove(claim);
        await remove()
            .catch(remove)
            .catch((error: unknown) => this.deps.report(`The claim ${claim.id} to ${claim.subject} could not be withdrawn`, error));
    }
}
