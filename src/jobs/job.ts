import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

import { ProcessState } from '../app/processState';
import { runOperation } from '../app/runOperation';
import { Services } from '../app/services';

/** The input of one run of a job. */
export interface JobRun {
    /** The data that the job was scheduled with. */
    readonly context: Readonly<Record<string, unknown>>;
    readonly services: Services;
}

/** Returns a job that calls `work` with services. A failed run throws, so the engine logs it too. */
export function createJob(id: string, state: ProcessState, work: (run: JobRun) => Promise<void>): IProcessor {
    return {
        id,
        // Not an arrow function, because the engine calls it on the app object whose log is kept for this run.
        processor(this: IApp, context: JobRun['context'], read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
            return runOperation(
                { app: this, accessors: { read, modify, http, persistence }, state },
                { name: id, callerId: 'scheduler' },
                ({ services }) => work({ context, services }),
                (refusal) => Promise.reject(refusal),
            );
        },
    };
}
