import { Claim } from '../domain/claim';
import { Usage } from '../domain/invite';
import { Usages } from '../domain/ports';
import { PersistedClaims } from './claimStore';

/** The usage of invites, as what was claimed of them adds up to. */
export class ClaimedUsages implements Usages {
    constructor(private readonly claims: PersistedClaims) {}

    async of(inviteId: string): Promise<Usage> {
        return (await this.claims.of(inviteId)).reduce(count, NEVER);
    }

    async all(): Promise<Map<string, Usage>> {
        const usages = new Map<string, Usage>();
        for (const claim of await this.claims.all()) {
            usages.set(claim.subject, count(usages.get(claim.subject) || NEVER, claim));
        }
        return usages;
    }
}

const NEVER: Usage = { uses: 0 };

function count(usage: Usage, { state, at }: Claim): Usage {
    return state === 'pending' ? usage : { uses: usage.uses + 1, lastAt: Math.max(usage.lastAt || 0, at) };
}
