import { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { parseAuditRoomId } from '../rocketchat/settings/auditRoomSetting';
import { ProcessState } from '../app/processState';
import { SettingId } from '../i18n/administration';
import { isSettingId } from '../rocketchat/settings/definitions';
import { postSettingChange } from '../subscribers/auditRoom';
import { createLabel } from '../rocketchat/storage/records';
import { createJob, JobRun } from './job';

const JOB = 'audit-setting';

/** Schedules the audit message for a changed setting, because the engine's own event provides no way to post one. */
export async function scheduleAudit(scheduler: ISchedulerModify, { id, value }: ISetting): Promise<void> {
    await scheduler.scheduleOnce({ id: JOB, when: new Date(), data: { setting: id, value: value as unknown } });
}

/**
 * Returns the job that posts a changed setting to the audit room, unless the setting has changed again.
 * Every instance schedules it, so the last posted value is stored to post each change only once.
 */
export function auditSettingJob(state: ProcessState): IProcessor {
    return createJob(JOB, state, async (run) => {
        const { setting, value } = run.context;
        if (isSettingId(setting) && (await isAudited(run, setting))) {
            await run.services.exclusiveWork.run(`slot:${JOB}:${setting}`, () => postOnce(run, setting, value));
        }
    });
}

/** Whether there is an audit room, or was one when this setting was last posted. */
async function isAudited(run: JobRun, setting: SettingId): Promise<boolean> {
    return (await run.services.settings.saved('Audit_Room')) !== '' || (await lastPosted(run, setting)) !== undefined;
}

async function postOnce(run: JobRun, setting: SettingId, value: unknown): Promise<void> {
    const { records, settings } = run.services;
    const last = await lastPosted(run, setting);
    if ((await settings.saved(setting)) !== value || (last && last.value === value)) {
        return;
    }
    const current = String(await settings.saved('Audit_Room'));
    if (current === '') {
        await records.remove(labelOf(setting));
    } else {
        await records.put({ kind: JOB, version: 1, value } as { kind: string; version: number }, [labelOf(setting)]);
    }
    // The former audit room gets a message too, because its members would otherwise miss the change.
    const former = setting === 'Audit_Room' && last ? String(last.value) : '';
    for (const room of [former, current].filter((name) => name !== '')) {
        await postSettingChange(run.services, setting, value, parseAuditRoomId(room));
    }
}

async function lastPosted({ services }: JobRun, setting: string): Promise<{ readonly value?: unknown } | undefined> {
    return (await services.records.find((record) => record, [labelOf(setting)]))[0];
}

function labelOf(setting: string): ReturnType<typeof createLabel> {
    return createLabel(`audited-setting:${setting}`);
}
