import type { Page } from 'playwright-core';
import { expect } from '@jest/globals';

import { waitFor } from '../tools/waitFor.mts';

/** Lets time pass on the page, in steps, until it sends a request to `url` by itself. Resolves once that is answered. */
export async function passTimeUntilRequest(page: Page, url: string, stepMs: number): Promise<void> {
    let isAsked = false;
    const answered = page.waitForResponse(url);
    void page.waitForRequest(url).then(() => (isAsked = true));
    await waitFor(async () => {
        // Any further time would end the request.
        if (!isAsked) {
            await page.clock.fastForward(stepMs);
        }
        expect(isAsked).toBe(true);
    });
    await answered;
}
