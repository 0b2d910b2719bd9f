import { expect, it } from '@jest/globals';

import { fuzz } from './fuzz.mts';

/** Sends the same calls each time. `npm run fuzz` sends many more, at random. */

const SEED = 20_261;
const BATCHES = 3;
/** Far more than needed, because each call has its own limit. */
const PATIENCE_MS = 180_000;

it(
    'no call breaks the app, changes what its caller may not change, or reveals a foreign token',
    async () => {
        const { answers } = await fuzz(SEED, (batches) => batches < BATCHES);
        // The test is useful only if some calls succeed.
        expect(Object.keys(answers)).toEqual(expect.arrayContaining(['invites.create 400', 'invites.list 200', 'command 200', 'interaction 200']));
    },
    PATIENCE_MS,
);
