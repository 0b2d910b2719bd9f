import type { Page } from 'playwright-core';

import type { Person } from '../e2e/scene.mts';
import { addUserToRoom } from '../workspace/index.mts';
import type { State, Visits } from './states.mts';

/** An invite to the room of the visits, to a channel and to another private room. */
export interface InviteToRooms {
    readonly _id: string;
    readonly inviteToken: string;
    readonly rids: readonly [reading: string, swap: string, poetry: string];
}

export async function inviteToRooms({ scene, owner, rid }: Visits, fields: object = {}): Promise<InviteToRooms> {
    const swap = await scene.room(owner, 'c', { fname: 'Book swap' });
    const poetry = await scene.room(owner, 'p', { fname: 'Poetry evening' });
    const rids = [rid, swap, poetry] as const;
    const { body } = await owner.app('POST', 'invites.create', { rids, ...fields });
    return { ...body.invite, rids };
}

/** The owner bans a person from a room. Only members can be banned. */
export async function ban({ scene, owner }: Visits, rid: string, { user }: Person): Promise<void> {
    await addUserToRoom(scene.workspace.database, rid, user);
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: user._id });
}

/** The screens of an invite to several rooms. */
export function roomsStates(visits: Visits): State[] {
    const { scene, owner } = visits;
    const askToJoin = async (page: Page): Promise<void> => {
        const { inviteToken } = await inviteToRooms(visits, { approval: true });
        await visits.open(page, { token: inviteToken });
        await page.getByRole('button', { name: 'Ask to join' }).click();
    };
    return [
        {
            name: 'rooms-invite',
            heading: /Olga .* invites you to Reading circle/,
            reach: async (page) => {
                const { inviteToken, rids } = await inviteToRooms(visits);
                const guest = await scene.person();
                await addUserToRoom(scene.workspace.database, rids[1], guest.user);
                await visits.open(page, { token: inviteToken, as: guest });
                await page.getByText('You are already in it').waitFor();
            },
        },
        {
            name: 'rooms-invite-with-approval',
            heading: /Olga .* invites you to Reading circle/,
            reach: async (page) => {
                const { inviteToken } = await inviteToRooms(visits, { approval: true });
                await visits.open(page, { token: inviteToken });
                await page.getByText('A manager of all these rooms decides who joins.').waitFor();
            },
        },
        {
            name: 'rooms-invite-with-twenty',
            heading: /Olga .* invites you to Reading circle/,
            reach: async (page) => {
                const rids = [visits.rid];
                for (let number = 2; number <= 20; number++) {
                    rids.push(await scene.room(owner, number % 2 ? 'p' : 'c', { fname: `Room ${number} ${'of many '.repeat(number)}` }));
                }
                const { body } = await owner.app('POST', 'invites.create', { rids });
                await visits.open(page, { token: body.invite.inviteToken });
                await page.getByText('Room 20').waitFor();
            },
        },
        {
            name: 'rooms-joined',
            heading: 'You’re in!',
            reach: async (page) => {
                const { inviteToken } = await inviteToRooms(visits);
                await visits.open(page, { token: inviteToken });
                await page.getByRole('button', { name: 'Join all' }).click();
            },
        },
        {
            name: 'rooms-joined-except-one',
            heading: 'You’re in!',
            reach: async (page) => {
                const { inviteToken, rids } = await inviteToRooms(visits);
                const guest = await scene.person();
                await ban(visits, rids[2], guest);
                await visits.open(page, { token: inviteToken, as: guest });
                await page.getByRole('button', { name: 'Join all' }).click();
            },
        },
        {
            name: 'rooms-member',
            heading: 'You are already in these rooms',
            reach: async (page) => visits.open(page, { token: (await inviteToRooms(visits)).inviteToken, as: owner }),
        },
        { name: 'rooms-request-waiting', heading: 'Your request was sent', reach: askToJoin },
        {
            name: 'rooms-request-denied',
            heading: 'Your request was denied',
            reach: async (page) => {
                const { inviteToken } = await inviteToRooms(visits, { approval: true });
                const guest = await scene.person();
                const { body } = await guest.redeem(inviteToken);
                await owner.app('POST', 'invites.deny', { requestId: body.request._id });
                await visits.open(page, { token: inviteToken, as: guest });
            },
        },
    ];
}
