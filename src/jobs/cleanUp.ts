import { IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';

import { duringNext } from '../domain/timeLimit';
import { cleanUp } from '../domain/useCases/cleanUp';
import { requestSuspensionNotices } from '../domain/useCases/dueNotices';
import { noteDataVersion } from '../rocketchat/storage/dataVersion';
import { ProcessState } from '../app/processState';
import { createJob } from './job';

/** Notices are left for the next night then, before the engine aborts the run. */
const RUN_MS = 20 * 1000;

/** A time of day, because every restart of the server would restart an interval. */
const AT_NIGHT = '30 3 * * *';

/** Returns the nightly job that removes records which are no longer needed. The server runs it on one instance only. */
export function cleanUpJob(state: ProcessState): IProcessor {
    return {
        ...createJob('clean-up', state, async ({ services }) => {
            // Storing the version may have failed when the app was installed.
            await noteDataVersion(services.records);
            const { clock, settings } = services;
            const mayContinue = duringNext(RUN_MS, clock);
            await cleanUp(services, { ended: await settings.keepEndedDays(), history: await settings.keepHistoryDays() });
            if (await settings.sendNotices()) {
                await requestSuspensionNotices(services, mayContinue);
            }
        }),
        startupSetting: { type: StartupType.RECURRING, interval: AT_NIGHT, skipImmediate: true },
    };
}
