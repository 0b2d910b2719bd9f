import { expect, it } from '@jest/globals';

import { sendInvites, type SendDeps } from '../../src/domain/useCases/sendInvites.ts';
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
