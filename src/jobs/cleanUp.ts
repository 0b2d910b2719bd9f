import { IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';

import { cleanUp } from '../domain/useCases/cleanUp';
import { noteDataVersion } from '../rocketchat/storage/dataVersion';
import { ProcessState } from '../app/processState';
import { createJob } from './job';

/** Every night, when few are awake; a time of day and not an interval, which every restart of the server would begin anew. */
const AT_NIGHT = '30 3 * * *';

/** The job that removes what is no longer needed. The server has one of its instances do it. */
export function cleanUpJob(instance: ProcessState): IProcessor {
    return {
        ...createJob('clean-up', instance, async ({ services }) => {
            // Where it could not be noted when the app was installed.
            await noteDataVersion(services.records);
            await cleanUp(services, await services.settings.keepEndedDays());
        }),
        startupSetting: { type: StartupType.RECURRING, interval: AT_NIGHT, skipImmediate: true },
    };
}
