import { IModify } from '@rocket.chat/apps-engine/definition/accessors';

import { Notice } from '../domain/model/notice';
import { NoticeRequests, Report } from '../domain/ports';

export const NOTICE_JOB = 'tell';

/** Schedules notices on the server, so that nobody waits for them and a crash loses none. */
export class ScheduledNotices implements NoticeRequests {
    constructor(
        private readonly modify: IModify,
        private readonly report: Report,
    ) {}

    async request(notice: Notice): Promise<void> {
        try {
            await this.modify.getScheduler().scheduleOnce({ id: NOTICE_JOB, when: new Date(), data: { ...notice } });
        } catch (error) {
            this.report(`A notice about invite ${notice.inviteId} could not be scheduled`, error);
        }
    }
}
