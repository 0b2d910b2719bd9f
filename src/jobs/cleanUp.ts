import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler';

import { cleanUp } from '../domain/cleanUp';
import { InstanceState } from '../engine/instance';
import { Operation } from '../engine/operation';
import { reportTo } from '../engine/report';
import { servicesFrom } from '../engine/services';

/** Every night, when few are awake; a time of day and not an interval, which every restart of the server would begin anew. */
const AT_NIGHT = '30 3 * * *';

/** The job that removes what is no longer needed. The server has one of its instances do it. */
export function cleanUpJob(app: IApp, instance: InstanceState): IProcessor {
    return {
        id: 'clean-up',
        startupSetting: { type: StartupType.RECURRING, interval: AT_NIGHT, skipImmediate: true },
        processor: async (_context: unknown, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> => {
            const operation = new Operation('clean-up', app.getLogger());
            const services = servicesFrom({ read, modify, http, persistence }, instance, reportTo(app), operation);
            await cleanUp(services, await services.settings.keepEndedDays());
            operation.ended('scheduler');
        },
    };
}
