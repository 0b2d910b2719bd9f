import { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { parseAuditRoomId } from '../rocketchat/settings/auditRoomSetting';
import { ProcessState } from '../app/processState';
import { label } from '../rocketchat/storage/records';
import { createJob, JobRun } from './job';

const JOB = 'audit-setting';

/** Has a changed setting told in the audit room: where the app hears of it, the engine gives it no means to write anywhere. */
export async function scheduleAudit(scheduler: ISchedulerModify, { id, value }: ISetting): Promise<void> {
    await scheduler.scheduleOnce({ id: JOB, when: new Date(), data: { setting: id, value: value as unknown } });
}

/**
 * The job that tells it. Every instance hears of the change and asks for the job, so what was told last is cache, as long as there is a room to tell it in; and
 * one that comes late, when the setting has changed again, tells nothing.
 */
export function auditSettingJob(instance: ProcessState): IProcessor {
    return createJob(JOB, instance, async (run) => {
        const { setting, value } = run.context;
        if (typeof setting === 'string' && (await isWatched(run, setting))) {
            await run.services.admission.runExclusively(`slot:${JOB}:${setting}`, () => tellOnce(run, setting, value));
        }
    });
}

/** Where nobody watches, nothing is to be told and nothing to be kept. */
async function isWatched(run: JobRun, setting: string): Promise<boolean> {
    return (await run.services.settings.saved('Audit_Room')) !== '' || (await toldLast(run, setting)) !== undefined;
}

async function tellOnce(run: JobRun, setting: string, value: unknown): Promise<void> {
    const { auditRoom, records, settings } = run.services;
    const last = await toldLast(run, setting);
    if ((await settings.saved(setting)) !== value || (last && last.value === value)) {
        return;
    }
    const watched = String(await settings.saved('Audit_Room'));
    if (watched === '') {
        await records.remove(labelOf(setting));
    } else {
        await records.put({ kind: JOB, version: 1, value } as { kind: string; version: number }, [labelOf(setting)]);
    }
    // Who watched until now reads that they do no longer.
    const former = setting === 'Audit_Room' && last ? String(last.value) : '';
    for (const room of [former, watched].filter((one) => one !== '')) {
        await auditRoom.settingChanged(setting, value, parseAuditRoomId(room));
    }
}

async function toldLast({ services }: JobRun, setting: string): Promise<{ readonly value?: unknown } | undefined> {
    return (await services.records.find((record) => record, [labelOf(setting)]))[0];
}

function labelOf(setting: string): ReturnType<typeof label> {
    return label(`audited-setting:${setting}`);
}
