import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, MS_PER_MINUTE } from '../../src/domain/model/invite.ts';
import { sendInvites, type SendDeps } from '../../src/domain/useCases/sendInvites.ts';
import { sendInvitesOnce } from '../../src/domain/useCases/sendInvitesOnce.ts';
import { World } from './world.mts';

/** Returns the world with a mail server that takes `ms` for each e-mail, and the addresses that it received. */
function mailingWorld(ms: number): { world: World; deps: SendDeps; received: string[] } {
    const world = new World();
    const received: string[] = [];
    const mails: SendDeps['mails'] = {
        isConfigured: async () => true,
        send: async (address) => {
            world.now += ms;
            received.push(address);
        },
    };
    return { world, deps: Object.assign(world, { allowsEmailInvites: async () => true, mails, sendingMs: 15000 }), received };
}

it('stops in time for the response, and names the addresses that got no link', async () => {
    const { world, deps, received } = mailingWorld(8000);
    const emails = ['a@example.com', 'b@example.com', 'c@example.com', 'nobody'];
    const result = await sendInvites(deps, world.anne, emails, { rids: ['room'], end: { validFor: 0 } });
    expect(result).toMatchObject({
        sent: ['a@example.com', 'b@example.com'],
        failed: [
            { email: 'c@example.com', reason: 'not-sent' },
            { email: 'nobody', reason: 'invalid-address' },
        ],
    });
    expect(received).toEqual(['a@example.com', 'b@example.com']);
    expect(world.storedInvites.size).toBe(2);
});

it('tells the address apart only by its letters, and binds the link to the lower-case one', async () => {
    const { world, deps, received } = mailingWorld(0);
    await sendInvites(deps, world.anne, ['Anne@Example.com', 'anne@example.COM'], { rids: ['room'], end: { validFor: 0 } });
    expect(received).toEqual(['Anne@Example.com']);
    expect([...world.storedInvites.values()].map(({ audience }) => audience)).toEqual([{ emails: ['anne@example.com'] }]);
});

describe('a form that is submitted again', () => {
    const WEEK = { rids: ['room'], end: { validFor: 7 * MS_PER_DAY } } as const;

    it('sends nothing twice within a minute, and counts the address as sent', async () => {
        const { world, deps, received } = mailingWorld(0);
        const once = Object.assign(deps, { exclusiveWork: world.exclusiveWork, lock: world.lock });
        await sendInvitesOnce(once, world.anne, ['Anne@example.com'], WEEK);
        const again = await sendInvitesOnce(once, world.anne, ['anne@example.com', 'bob@example.com', 'nobody'], WEEK);
        expect(again).toMatchObject({
            sent: ['anne@example.com', 'bob@example.com'],
            failed: [{ email: 'nobody', reason: 'invalid-address' }],
        });
        expect(received).toEqual(['Anne@example.com', 'bob@example.com']);
    });

    it.each<[string, (world: World) => void, typeof WEEK | { rids: ['room']; end: { validFor: number } }]>([
        ['after a minute', (world) => (world.now += MS_PER_MINUTE), WEEK],
        ['with another validity', () => undefined, { rids: ['room'], end: { validFor: MS_PER_DAY } }],
        ['once the first link is used up', (world) => world.usageOf.set([...world.storedInvites.keys()][0]!, { uses: 1, lastAt: world.now }), WEEK],
        ['after another link to the room', (world) => (world.storedInvites.clear(), world.invite()), WEEK],
        ['after another link for a person', (world) => (world.storedInvites.clear(), world.invite({ audience: { userIds: ['bob-id'] } })), WEEK],
        ['after a link to another room', (world) => world.storedInvites.forEach((invite, id, all) => all.set(id, { ...invite, rid: 'other' })), WEEK],
    ])('%s sends another link', async (_when, change, terms) => {
        const { world, deps, received } = mailingWorld(0);
        const once = Object.assign(deps, { exclusiveWork: world.exclusiveWork, lock: world.lock });
        await sendInvitesOnce(once, world.anne, ['anne@example.com'], WEEK);
        change(world);
        expect(await sendInvitesOnce(once, world.anne, ['anne@example.com'], terms)).toMatchObject({ sent: ['anne@example.com'] });
        expect(received).toHaveLength(2);
    });
});
