import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

import { ProcessState } from '../app/processState';
import { Operation } from '../app/operation';
import { reportTo } from '../app/errorLog';
import { Services, createServices } from '../app/services';

/** The input of one run of a job. */
export interface JobRun {
    /** The data that the job was scheduled with. */
    readonly context: Readonly<Record<string, unknown>>;
    readonly services: Services;
}

/** Returns a job that calls `work` with services. Each run logs a line, and a failed run also logs its error. */
export function createJob(id: string, instance: ProcessState, work: (run: JobRun) => Promise<void>): IProcessor {
    return {
        id,
        // Not an arrow function, because the engine calls it on the app object whose log is kept for this run.
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
