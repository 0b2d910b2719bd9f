import type { Page } from 'playwright-core';

import { hold, type State, type Visits } from './states.mts';

/** The screens of an invite with approval. */
export function requestStates(visits: Visits): State[] {
    const create = async (): Promise<string> => {
        const { body } = await visits.owner.app('POST', 'invites.create', { rid: visits.rid, approval: true });
        return body.invite.inviteToken;
    };
    const ask = async (page: Page): Promise<void> => {
        await visits.open(page, { token: await create() });
        await page.getByRole('button', { name: 'Ask to join' }).click();
    };
    return [
        {
            name: 'invite-with-approval',
            heading: /Olga .* invites you to Reading circle/,
            reach: async (page) => {
                await visits.open(page, { token: await create() });
                await page.getByText('A manager of the room decides who joins.').waitFor();
            },
        },
        {
            name: 'asking',
            heading: /Sending your request/,
            busy: true,
            reach: async (page) => {
                await hold(page, '**/useInviteToken');
                await ask(page);
            },
        },
        { name: 'request-waiting', heading: 'Your request was sent', reach: ask },
        {
            name: 'request-denied',
            heading: 'Your request was denied',
            reach: async (page) => {
                const token = await create();
                const guest = await visits.scene.person();
                const { body } = await guest.redeem(token);
                await visits.owner.app('POST', 'invites.deny', { requestId: body.request._id });
                await visits.open(page, { token, as: guest });
            },
        },
    ];
}
