import { beforeStops } from '../workspace/index.mts';
import { keep, type Counts } from './counts.mts';

/** With COVERAGE, every sandbox returns its counts before it ends. */
if (process.env.COVERAGE) {
    beforeStops.push(async (controller) =>
        keep((await controller.sendRequest({ method: 'app:checkCounts', params: [{}] }, { timeout: 2000 })) as Counts),
    );
}
