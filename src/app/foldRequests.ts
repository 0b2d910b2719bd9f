import { IModify } from '@rocket.chat/apps-engine/definition/accessors';

import { MS_PER_MINUTE } from '../domain/model/invite';
import { RateLimit, RateLimiter } from '../domain/policies/rateLimiter';
import { Clock, FoldRequests, Report } from '../domain/ports';

export const FOLD_JOB = 'fold-uses';

/** How often this process asks for a fold of one invite. A younger claim would not be folded yet. */
const REQUEST_LIMIT: RateLimit = { max: 1, withinMs: MS_PER_MINUTE };

/** Schedules folds on the server, which runs each on one instance. */
export class ScheduledFolds implements FoldRequests {
    constructor(
        private readonly modify: IModify,
        private readonly recent: RateLimiter,
        private readonly clock: Clock,
        private readonly report: Report,
    ) {}

    /** A failure is only logged, because the nightly job folds too. */
    async request(inviteId: string): Promise<void> {
        if (!this.recent.tryConsume(inviteId, REQUEST_LIMIT, this.clock.now())) {
            return;
        }
        try {
            await this.modify.getScheduler().scheduleOnce({ id: FOLD_JOB, when: new Date(), data: { inviteId } });
        } catch (error) {
            this.report(`The uses of invite ${inviteId} could not be folded`, error);
        }
    }
}
