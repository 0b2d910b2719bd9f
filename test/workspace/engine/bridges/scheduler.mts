import { StartupType, type IProcessor, type IOnetimeSchedule, type IRecurringSchedule } from '@rocket.chat/apps-engine/definition/scheduler/index.js';
import { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge.js';

import type { Database } from '../../store/database.mts';

/**
 * The apps' jobs. The database holds one record a job name, and each instance holds the processors. Recurring jobs run
 * only when the workspace calls `run`.
 */
export class Scheduler extends SchedulerBridge {
    private readonly processors = new Map<string, (data?: object) => Promise<unknown>>();
    private readonly running = new Set<Promise<unknown>>();

    constructor(private readonly database: Database) {
        super();
    }

    /** Runs the job on this instance. */
    async run(id: string): Promise<void> {
        await this.processors.get(id)?.();
    }

    /** Resolves once all jobs have finished that run on this instance now. */
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

    /** Starts the job immediately on this instance, and does not wait for it. */
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
