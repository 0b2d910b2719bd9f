import { relative } from 'node:path';

import { ROOT } from '../workspace/app.mts';
import { Refusal, release } from './release.mts';

try {
    for (const file of await release(ROOT)) {
        console.log(relative(ROOT, file));
    }
} catch (error) {
    if (!(error instanceof Refusal)) {
        throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
}
