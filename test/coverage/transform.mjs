import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import tsJest from 'ts-jest';

import { instrument, isCounted } from './instrument.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** ts-jest that also instruments the app's sources. */
export default {
    createTransformer(options) {
        const transformer = tsJest.default.createTransformer(options);
        return {
            process: (code, path, context) => transformer.process(counting(code, path), path, context),
            processAsync: (code, path, context) => transformer.processAsync(counting(code, path), path, context),
            getCacheKey: (code, path, context) => `${transformer.getCacheKey(code, path, context)}-counting`,
            getCacheKeyAsync: async (code, path, context) => `${await transformer.getCacheKeyAsync(code, path, context)}-counting`,
        };
    },
};

function counting(code, path) {
    const file = relative(root, path);
    return isCounted(file) ? instrument(file, code).code : code;
}
