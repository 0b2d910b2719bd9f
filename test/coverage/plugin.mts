import { relative } from 'node:path';

import type { Plugin } from 'vitest/config';

import { ROOT } from '../workspace/app.mts';
import { instrument } from './instrument.mts';

/** Has the app's sources count what runs of them where unit tests import them. */
export function counting(): Plugin {
    return {
        name: 'counting',
        enforce: 'pre',
        transform(code, id) {
            const file = relative(ROOT, id);
            if (!/^src\/.*\.ts$/.test(file)) {
                return undefined;
            }
            const instrumented = instrument(file, code);
            return { code: instrumented.code, map: instrumented.map as string };
        },
    };
}
