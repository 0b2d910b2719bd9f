import { expect, it } from '@jest/globals';

import { fuzz } from './fuzz.mts';

/** The same calls each time; `npm run fuzz` makes others, and many more. */

const SEED = 20_261;
const BATCHES = 4;
/** Far more than it takes: each call has its own limit. */
const PATIENCE_MS = 180_000;

it(
    'whatever anybody sends, nothing breaks, nothing changes that they may not change, and nobody reads somebody else’s token',
    async () => {
        const { answers } = await fuzz(SEED, (batches) => batches < BATCHES);
        // All of it is of use only if some of it gets through.
        expect(Object.keys(answers)).toEqual(expect.arrayContaining(['endpoint 200', 'endpoint 400', 'command 200', 'interaction 200']));
    },
    PATIENCE_MS,
);
