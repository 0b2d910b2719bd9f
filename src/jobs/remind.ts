import { IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';

import { ProcessState } from '../app/processState';
import { duringNext } from '../domain/timeLimit';
import { requestEndNotices } from '../domain/useCases/dueNotices';
import { createJob } from './job';

/** A run must end before the engine aborts it. The next one, an hour later, requests the rest of the notices. */
const RUN_MS = 20 * 1000;

/** A time of the hour, because every restart of the server would restart an interval. */
const EVERY_HOUR = '15 * * * *';

/** Returns the hourly job that has creators told when their invites end within a day. */
export function reminderJob(state: ProcessState): IProcessor {
    return {
        ...createJob('remind', state, async ({ services }) => {
            if (await services.settings.sendNotices()) {
                await requestEndNotices(services, duringNext(RUN_MS, services.clock));
            }
        }),
        startupSetting: { type: StartupType.RECURRING, interval: EVERY_HOUR, skipImmediate: true },
    };
}
