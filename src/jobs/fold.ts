import { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

import { ProcessState } from '../app/processState';
import { FOLD_JOB } from '../app/foldRequests';
import { duringNext } from '../domain/timeLimit';
import { createJob } from './job';

/** A run must end before the engine aborts it. */
const RUN_MS = 15 * 1000;

/** Returns the job that folds the uses of one invite. It is scheduled when redeeming the invite becomes slower. */
export function foldJob(state: ProcessState): IProcessor {
    return createJob(FOLD_JOB, state, async ({ context, services: { clock, folding } }) => {
        await folding.fold(String(context.inviteId), duringNext(RUN_MS, clock));
    });
}
