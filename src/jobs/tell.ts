import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

import { NOTICE_JOB } from '../app/noticeRequests';
import { ProcessState } from '../app/processState';
import { tell } from '../chat/notices';
import { Notice } from '../domain/model/notice';
import { createJob } from './job';

/** Returns the job that posts one notice. Only this app schedules it, so its data is a notice. */
export function noticeJob(state: ProcessState, appId: string): IProcessor {
    return createJob(NOTICE_JOB, state, ({ context, services }) => tell(services, context as unknown as Notice, appId));
}
