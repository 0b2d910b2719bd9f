import { IHttp, IModify, IPersistence, IRead, ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { AuditRoom } from '../engine/auditRoom';
import { InstanceState } from '../engine/instance';
import { Operation } from '../engine/operation';
import { label, Records } from '../engine/records';
import { reportTo } from '../engine/report';
import { servicesFrom } from '../engine/services';

const JOB = 'audit-setting';

/** Has a changed setting told in the audit room: where the app hears of it, the engine gives it no means to write anywhere. */
export async function scheduleAudit(scheduler: ISchedulerModify, { id, value }: ISetting): Promise<void> {
    await scheduler.scheduleOnce({ id: JOB, when: new Date(), data: { setting: id, value: value as unknown } });
}

/**
 * The job that tells it. Every instance hears of the change and asks for the job, so what was told last is kept; and one that comes late, when the setting has
 * changed again, tells nothing.
 */
export function auditSettingJob(app: IApp, instance: InstanceState): IProcessor {
    return {
        id: JOB,
        processor: async (
            { setting, value }: { setting?: unknown; value?: unknown },
            read: IRead,
            modify: IModify,
            http: IHttp,
            persistence: IPersistence,
        ) => {
            if (typeof setting !== 'string') {
                return;
            }
            const report = reportTo(app);
            const { admission, settings } = servicesFrom({ read, modify, http, persistence }, instance, report, new Operation(JOB, app.getLogger()));
            if ((await settings.auditRoom()) === '') {
                return;
            }
            const records = new Records(read.getPersistenceReader(), persistence, report);
            const audited = label(`audited-setting:${setting}`);
            await admission.alone(`slot:${JOB}:${setting}`, async () => {
                const current: unknown = await read.getEnvironmentReader().getSettings().getValueById(setting);
                const [last] = await records.find((record) => record, [audited]);
                if (current === value && (!last || last.value !== value)) {
                    await records.put({ kind: JOB, version: 1, value } as { kind: string; version: number }, [audited]);
                    await new AuditRoom(read, modify, settings, report).settingChanged(setting, value);
                }
            });
        },
    };
}
