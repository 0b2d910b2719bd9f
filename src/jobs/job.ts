import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

import { ProcessState } from '../app/processState';
import { Operation } from '../app/operation';
import { reportTo } from '../app/errorLog';
import { Services, createServices } from '../app/services';

/** What a job is given to do its work. */
export interface JobRun {
    /** What it was scheduled with. */
    readonly context: Readonly<Record<string, unknown>>;
    readonly services: Services;
}

/** A job of the app. Each run ends as a line in the app's log, as all operations do, and one that fails is told there. */
export function createJob(id: string, instance: ProcessState, work: (run: JobRun) => Promise<void>): IProcessor {
    return {
        id,
        // No arrow: the engine calls it on the app as it is for this run, whose log is kept. What the app itself logs in a job is lost.
        async processor(this: IApp, context: JobRun['context'], read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
            const report = reportTo(this);
            const operation = new Operation(id, this.getLogger());
            try {
                await work({ context, services: createServices({ read, modify, http, persistence }, instance, report, operation) });
            } catch (error) {
                report(`The job ${id} failed`, error);
                operation.failed(error);
                throw error;
            } finally {
                operation.finish('scheduler');
            }
        },
    };
}
