import { StartupType, type IProcessor, type IOnetimeSchedule, type IRecurringSchedule } from '@rocket.chat/apps-engine/definition/scheduler/index.js';
import { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge.js';

import type { Database } from '../../store/database.mts';

/**
 * Apps' jobs: which there are stands in the database, one of a name however many instances register it; each instance has the processors. A workspace
 * says when a job's time has come.
 */
export class Scheduler extends SchedulerBridge {
    private readonly processors = new Map<string, (data?: object) => Promise<unknown>>();
    private readonly running = new Set<Promise<unknown>>();

    constructor(private readonly database: Database) {
        super();
    }

    /** Has this instance do the job. */
    async run(id: string): Promise<void> {
        await this.processors.get(id)?.();
    }

    /** Resolves once the jobs have ended that were due on this instance until now. */
    async done(): Promise<void> {
        await Promise.all(this.running);
    }

    protected async registerProcessors(processors: IProcessor[], appId: string): Promise<string[]> {
        const scheduled: string[] = [];
        for (const { id, processor, startupSetting } of processors) {
            this.processors.set(id, (data) => (processor as (context: object) => Promise<unknown>)({ ...data, jobId: id }));
            if (startupSetting?.type === StartupType.RECURRING) {
                scheduled.push(await this.scheduleRecurring({ id, ...startupSetting }, appId));
            } else if (startupSetting) {
                throw new Error('This workspace has no jobs that are registered to run once');
            }
        }
        return scheduled;
    }

    protected async scheduleRecurring({ id, interval, skipImmediate }: IRecurringSchedule, appId: string): Promise<string> {
        if (!skipImmediate) {
            throw new Error('This workspace has no jobs that run at once');
        }
        await this.database.jobs.deleteOne({ _id: id });
        await this.database.jobs.insertOne({ _id: id, appId, interval });
        return id;
    }

    /** What is due is done at once, by this instance; nobody waits for it. */
    protected async scheduleOnce({ id, data }: IOnetimeSchedule): Promise<string> {
        const run = this.processors.get(id)?.(data).catch(console.error);
        if (run) {
            this.running.add(run);
            void run.then(() => this.running.delete(run));
        }
        return id;
    }

    protected async cancelJob(id: string, appId: string): Promise<void> {
        await this.database.jobs.deleteMany({ _id: id, appId });
    }

    protected async cancelAllJobs(appId: string): Promise<void> {
        await this.database.jobs.deleteMany({ appId });
    }
}
