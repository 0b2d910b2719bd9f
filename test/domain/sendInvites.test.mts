import { describe, expect, it } from '@jest/globals';

import { MS_PER_DAY, MS_PER_MINUTE } from '../../src/domain/model/invite.ts';
import { canSend, sendInvites, type SendDeps } from '../../src/domain/useCases/sendInvites.ts';
import { sendInvitesOnce } from '../../src/domain/useCases/sendInvitesOnce.ts';
import { refusal, World } from './world.mts';

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

describe('sending links', () => {
    const FOREVER = { rids: ['room'], end: { validFor: 0 } } as const;
    const address = (n: number): string => `person${n}@example.com`;

    it('takes fifty addresses, and no more', async () => {
        const { world, deps } = mailingWorld(0);
        const emails = Array.from({ length: 51 }, (_, n) => address(n));
        expect(await refusal(sendInvites(deps, world.anne, emails, FOREVER))).toEqual({
            ...{ code: 'invalid-params', field: 'emails', reason: 'too-many-addresses', ceiling: 50 },
        });
        expect((await sendInvites(deps, world.anne, emails.slice(1), FOREVER)).sent).toEqual(emails.slice(1));
    });

    it('creates an invite for one person for each address, publishes it and passes it on', async () => {
        const { world, deps } = mailingWorld(0);
        const sent: unknown[][] = [];
        deps.mails.send = async (...args) => void sent.push(args);
        const result = await sendInvites(deps, world.anne, [address(1)], { ...FOREVER, label: 'Fair', approval: true });
        const [invite] = [...world.storedInvites.values()];
        expect(invite).toMatchObject({ ...{ rid: 'room', userId: 'anne-id', expires: null, maxUses: 1, label: 'Fair', approval: true } });
        expect(sent).toEqual([[address(1), invite, [world.room], world.anne]]);
        expect(world.published).toEqual([{ kind: 'created', person: world.anne, invite }]);
        expect(result).toEqual({ sent: [address(1)], failed: [], rooms: [world.room] });
    });

    it('can take the terms of an invite that the caller manages', async () => {
        const { world, deps } = mailingWorld(0);
        const terms = { label: 'Fair', notify: 'joins', approval: true } as const;
        const model = world.invite({ ...terms, maxUses: 7, audience: { userIds: ['bob-id'] } });
        const endless = world.invite({ validFor: 0 });
        world.now += 5;
        for (const [inviteId, n] of [
            [model.id, 1],
            [endless.id, 2],
        ] as const) {
            await sendInvites(deps, world.anne, [address(n)], { inviteId });
        }
        const [first, second] = [...world.storedInvites.values()].slice(2);
        expect(first).toMatchObject({ ...terms, rid: 'room', maxUses: 1, expires: model.expires, audience: { emails: [address(1)] } });
        expect(second).toMatchObject({ expires: null, label: null });
        expect(await refusal(sendInvites(deps, world.bob, [address(3)], { inviteId: model.id }))).toMatchObject({ code: 'not_authorized' });
    });

    it('is for people who may create invites in the room, if the administrator allows it and there is a mail server', async () => {
        const { world, deps, received } = mailingWorld(0);
        const send = (caller = world.anne): Promise<unknown> => refusal(sendInvites(deps, caller, [address(1)], FOREVER));
        expect(await send(world.bob)).toMatchObject({ code: 'not_authorized', reason: 'inviting' });
        expect(world.published).toMatchObject([{ kind: 'refused', person: world.bob }]);
        expect(await canSend(deps)).toBe(true);
        deps.mails.isConfigured = async () => false;
        expect(await send()).toEqual({ code: 'error-email-not-configured' });
        expect(await canSend(deps)).toBe(false);
        Object.assign(deps, { allowsEmailInvites: async () => false });
        expect(await send()).toEqual({ code: 'not_authorized', reason: 'emailing' });
        deps.mails.isConfigured = async () => true;
        expect(await canSend(deps)).toBe(false);
        expect({ received, stored: world.storedInvites.size }).toEqual({ received: [], stored: 0 });
    });

    it('stops at the limit of links per hour', async () => {
        const { world, deps, received } = mailingWorld(0);
        world.ceilings = { ...world.ceilings, perHour: 2 };
        const tokens: string[] = [];
        world.invites.hasToken = async (token) => {
            tokens.push(token);
            return false;
        };
        const emails = [1, 2, 3, 4].map(address);
        expect(await sendInvites(deps, world.anne, [...emails, 'nobody'], FOREVER)).toMatchObject({
            sent: emails.slice(0, 2),
            failed: [
                { email: emails[2], reason: 'too-many' },
                { email: emails[3], reason: 'too-many' },
                { email: 'nobody', reason: 'invalid-address' },
            ],
        });
        expect(received).toEqual(emails.slice(0, 2));
        expect(world.reports).toEqual([]);
        // The first refusal is the last attempt.
        expect(tokens).toHaveLength(3);
    });

    it('removes a link that was not sent, and reports why', async () => {
        const { world, deps } = mailingWorld(0);
        deps.mails.send = () => Promise.reject(new Error('The mail server is gone'));
        const failed = { sent: [], failed: [{ email: address(1), reason: 'not-sent' }] };
        expect(await sendInvites(deps, world.anne, [address(1)], FOREVER)).toMatchObject(failed);
        expect(world.storedInvites.size).toBe(0);
        expect(world.published.map(({ kind }) => kind)).toEqual(['created', 'revoked']);
        expect(world.reports).toEqual(['An invite could not be sent by e-mail']);
        world.invites.remove = () => Promise.reject(new Error('The database is gone'));
        expect(await sendInvites(deps, world.anne, [address(1)], FOREVER)).toMatchObject(failed);
        expect(world.reports.slice(1)).toEqual(['An invite could not be sent by e-mail', 'An invite that was not sent could not be removed']);
    });

    it('creates nothing if the link cannot be stored', async () => {
        const { world, deps } = mailingWorld(0);
        world.invites.insert = () => Promise.reject(new Error('The database is gone'));
        expect(await sendInvites(deps, world.anne, [address(1)], FOREVER)).toMatchObject({ failed: [{ reason: 'not-sent' }] });
        expect(world.reports).toEqual(['An invite could not be sent by e-mail']);
        expect(world.steps.filter((step) => step.startsWith('remove'))).toEqual([]);
    });

    it('goes on for exactly the time that it has', async () => {
        const { world, deps } = mailingWorld(7500);
        const { sent } = await sendInvites(deps, world.anne, [1, 2, 3, 4].map(address), FOREVER);
        expect(sent).toEqual([1, 2, 3].map(address));
    });
});

describe('a form that is submitted again', () => {
    const WEEK = { rids: ['room'], end: { validFor: 7 * MS_PER_DAY } } as const;

    it('sends nothing twice within a minute, and counts the address as sent', async () => {
        const { world, deps, received } = mailingWorld(0);
        await sendInvitesOnce(deps, world.anne, ['Anne@example.com'], WEEK);
        const again = await sendInvitesOnce(deps, world.anne, ['anne@example.com', 'bob@example.com', 'nobody'], WEEK);
        expect(again).toMatchObject({
            sent: ['anne@example.com', 'bob@example.com'],
            failed: [{ email: 'nobody', reason: 'invalid-address' }],
        });
        expect(received).toEqual(['Anne@example.com', 'bob@example.com']);
    });

    it('waits for another sending of the person', async () => {
        const { world, deps } = mailingWorld(0);
        world.claim('send:bob-id', 'pending');
        expect(await sendInvitesOnce(deps, world.anne, ['anne@example.com'], WEEK)).toMatchObject({ sent: ['anne@example.com'] });
        world.claim('send:anne-id', 'pending');
        for (const send of [sendInvites, sendInvitesOnce]) {
            expect(await refusal(send(deps, world.anne, ['bob@example.com'], WEEK))).toMatchObject({ code: 'error-too-many-requests' });
        }
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
        await sendInvitesOnce(deps, world.anne, ['anne@example.com'], WEEK);
        change(world);
        expect(await sendInvitesOnce(deps, world.anne, ['anne@example.com'], terms)).toMatchObject({ sent: ['anne@example.com'] });
        expect(received).toHaveLength(2);
    });
});
