import { beforeAll, describe, expect, it } from '@jest/globals';

import { MANIFEST, PACKAGE } from '../project.mts';
import { overNetwork, type Answer, type Instance } from '../workspace/index.mts';
import { DAY, Person, Scene } from './scene.mts';
import { useScene } from './useScene.mts';

/** Three server instances over one database. Requests go to each in turn, and every call is delayed. */

const LONGEST_CALL_MS = 5;

const scene = await useScene({ instances: 3 });
// Notices are written in the background, where their calls would be counted.
beforeAll(() => scene.changeSetting('Send_Notices', false));
scene.workspace.instances.forEach((instance) => (instance.interceptor = overNetwork(LONGEST_CALL_MS)));
const owner = await scene.person();
const rid = await scene.room(owner);

const IN = { status: 200, errorType: undefined };
const FULL = { status: 400, errorType: 'error-invite-token-expired' };

function verdict({ status, body }: Answer<any>): { status: number; errorType?: string } {
    return { status, errorType: body.errorType };
}

/** Returns how many people are in the room by the invite: all but its owner. */
async function guests(room: string): Promise<number> {
    return (await scene.members(room)).length - 1;
}

it('responds from each instance', async () => {
    expect(scene.workspace.instances).toHaveLength(3);
    const { body: invite } = await owner.invite(rid);
    const seen = new Set<Instance>();
    await scene.intercept(
        (_call, proceed, instance) => {
            seen.add(instance);
            return proceed();
        },
        async () => {
            for (let turn = 0; turn < 3; turn++) {
                expect((await scene.anonymous().app('POST', 'validateInviteToken', { token: invite.inviteToken })).body.valid).toBe(true);
            }
        },
    );
    expect(seen).toEqual(new Set(scene.workspace.instances));
});

it('makes a person who guesses wait on every instance', async () => {
    const guesser = await scene.person();
    for (let tries = 0; tries < 10; tries++) {
        expect((await guesser.redeem('AAAAAAAAAAAAAAAA')).body.errorType).toBe('error-invalid-token');
    }
    for (const _instance of scene.workspace.instances) {
        expect((await guesser.redeem('AAAAAAAAAAAAAAAA')).status).toBe(429);
    }
});

describe('a use limit', () => {
    it.each([
        { people: 2, seats: 1 },
        { people: 12, seats: 1 },
        { people: 20, seats: 3 },
        { people: 24, seats: 23 },
        { people: 10, seats: 10 },
    ])('admits $seats of $people at once, and counts them', async ({ people, seats }) => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, seats);
        const crowd = await scene.people(people);
        const answers = await Promise.all(crowd.map((person) => person.redeem(invite.inviteToken)));
        const verdicts = answers.map(verdict);
        expect(verdicts.filter(({ status }) => status === 200)).toEqual(Array.from({ length: seats }, () => IN));
        expect(verdicts.filter(({ status }) => status !== 200)).toEqual(Array.from({ length: people - seats }, () => FULL));
        expect(await guests(room)).toBe(seats);
        expect(await scene.usesOf(invite._id)).toBe(seats);
    });

    it('admits a person who clicks twelve times once, and counts them once', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 2);
        const eager = await scene.person();
        const answers = await Promise.all(Array.from({ length: 12 }, () => eager.redeem(invite.inviteToken)));
        expect(answers.map(verdict)).toContainEqual(IN);
        expect((await eager.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.members(room)).toContain(eager.user.username);
        expect(await scene.usesOf(invite._id)).toBe(1);
        const [second, third] = await scene.people(2);
        expect(verdict(await second!.redeem(invite.inviteToken))).toEqual(IN);
        expect(verdict(await third!.redeem(invite.inviteToken))).toEqual(FULL);
    });

    it('releases the seat when the server does not add the person', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 5);
        const crowd = await scene.people(15);
        let joins = 0;
        const busy: Parameters<Scene['intercept']>[0] = async ({ name }, proceed) => {
            if (name.includes('doUpdate') && joins++ % 2 === 0) {
                throw new Error('The server is too busy');
            }
            return proceed();
        };
        await scene.intercept(busy, async () => {
            let left = crowd;
            // A person whom the server did not add tries again, until the app refuses.
            while (left.length > 0) {
                const answers = await Promise.all(left.map(async (person) => ({ person, ...verdict(await person.redeem(invite.inviteToken)) })));
                left = answers.filter(({ status }) => status === 500 || status === 503).map(({ person }) => person);
            }
        });
        expect(await guests(room)).toBe(5);
        expect(await scene.usesOf(invite._id)).toBe(5);
    });
});

it('admits sixty people at once by an invite without a limit, and counts them all', async () => {
    const room = await scene.room(owner);
    const { body: invite } = await owner.invite(room, 7, 0);
    const crowd = await scene.people(60);
    const answers = await Promise.all(crowd.map((person) => person.redeem(invite.inviteToken)));
    expect(answers.map(verdict)).toEqual(crowd.map(() => IN));
    expect(await guests(room)).toBe(60);
    expect(await scene.usesOf(invite._id)).toBe(60);
});

it('counts a person who clicks twelve times on an invite without a limit once', async () => {
    const room = await scene.room(owner);
    const { body: invite } = await owner.invite(room, 7, 0);
    const eager = await scene.person();
    await Promise.all(Array.from({ length: 12 }, () => eager.redeem(invite.inviteToken)));
    expect(verdict(await eager.redeem(invite.inviteToken))).toEqual(IN);
    expect(await scene.usesOf(invite._id)).toBe(1);
});

it('returns the same invite to 45 equal requests', async () => {
    const room = await scene.room(owner);
    const answers = await Promise.all(Array.from({ length: 45 }, () => owner.invite(room, 3, 4)));
    const [first] = answers;
    expect(answers.map(({ status, body }) => ({ status, id: body._id }))).toEqual(answers.map(() => ({ status: 200, id: first!.body._id })));
    const { body: all } = await scene.admin.app('GET', 'listInvites');
    expect(all.filter((invite: { rid: string }) => invite.rid === room)).toHaveLength(1);
});

it('sends no more e-mails than the limit per hour allows, however many are asked for at once', async () => {
    const mailServer = await scene.receiveMail();
    await scene.changeSetting('Allow_Email_Invites', true);
    await scene.changeSetting('Max_Created_Per_Hour', 3);
    // Each instance has read the settings then, so all are equally fast.
    const others = await scene.people(3);
    const room = await scene.room(owner);
    for (const person of others) {
        await scene.add(room, person, 'moderator');
        expect((await person.app('POST', 'invites.create', { rid: room })).status).toBe(200);
    }
    const sender = await scene.person();
    await scene.add(room, sender, 'moderator');
    const sending = Array.from({ length: 9 }, (_, n) => sender.app('POST', 'invites.send', { rid: room, emails: [`p${n}@example.com`] }));
    const sent = (await Promise.all(sending)).flatMap(({ body }) => body.sent ?? []);
    await scene.workspace.mailSent();
    await scene.changeSetting('Max_Created_Per_Hour', 300);
    expect(sent).toHaveLength(3);
    expect(mailServer.mails).toHaveLength(3);
});

it('applies new settings on every instance at once', async () => {
    await scene.changeSetting('Max_Days', 2);
    for (let turn = 0; turn < 3; turn++) {
        expect((await owner.invite(await scene.room(owner), 3, 0)).status).toBe(400);
    }
    await scene.changeSetting('Max_Days', 0);
    for (let turn = 0; turn < 3; turn++) {
        expect((await owner.invite(await scene.room(owner), 3, 0)).status).toBe(200);
    }
});

describe('a redemption during which', () => {
    it('the invite is removed is either refused or admitted, and nothing is left', async () => {
        for (let turn = 0; turn < 10; turn++) {
            const room = await scene.room(owner);
            const { body: invite } = await owner.invite(room, 7, 3);
            const guest = await scene.person();
            const [redeemed, removed] = await Promise.all([guest.redeem(invite.inviteToken), owner.app('DELETE', `removeInvite/${invite._id}`)]);
            expect(removed.status).toBe(200);
            const isIn = (await scene.members(room)).includes(guest.user.username!);
            expect({ status: redeemed.status, isIn }).toEqual({ status: isIn ? 200 : 400, isIn });
            expect((await scene.person().then((late) => late.redeem(invite.inviteToken))).body.errorType).toBe('error-invalid-token');
        }
    });

    it('the invite is used up and removed admits nobody', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 7, 1);
        const [first, second] = (await scene.people(2)) as [Person, Person];
        let removed: Promise<unknown> | undefined;
        const { body } = await scene.intercept(
            async ({ name }, proceed) => {
                if (!removed && name.includes('createWithAssociations')) {
                    removed = Promise.resolve().then(async () => {
                        expect((await first.redeem(invite.inviteToken)).status).toBe(200);
                        expect((await owner.app('DELETE', `removeInvite/${invite._id}`)).status).toBe(200);
                    });
                    await removed;
                }
                return proceed();
            },
            () => second.redeem(invite.inviteToken),
        );
        expect(body.errorType).toBe('error-invalid-token');
        expect(await scene.members(invite.rid)).not.toContain(second.user.username);
        expect(await scene.storeSnapshot()).not.toContain(invite._id);
    });

    it('an invite without a limit is removed admits and counts nobody', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 7, 0);
        const guest = await scene.person();
        let removed: Promise<unknown> | undefined;
        const { body } = await scene.intercept(
            async ({ name }, proceed) => {
                if (name.includes('createWithAssociations')) {
                    removed ??= owner.app('DELETE', `removeInvite/${invite._id}`);
                    await removed;
                }
                return proceed();
            },
            () => guest.redeem(invite.inviteToken),
        );
        expect(body.errorType).toBe('error-invalid-token');
        expect(await scene.members(invite.rid)).not.toContain(guest.user.username);
        expect(await scene.storeSnapshot()).not.toContain(invite._id);
    });

    it('the invite expires admits nobody', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 3);
        const guest = await scene.person();
        const answer = await scene.intercept(
            async ({ name }, proceed) => {
                if (name.includes('createWithAssociations')) {
                    await scene.ageInvite(invite._id, 8 * DAY);
                }
                return proceed();
            },
            () => guest.redeem(invite.inviteToken),
        );
        expect(verdict(answer)).toEqual(FULL);
        expect(verdict(await (await scene.person()).redeem(invite.inviteToken))).toEqual(FULL);
    });
});

describe('an administrator', () => {
    const everywhere = async (): Promise<number[]> => {
        await scene.workspace.settled();
        const requests = scene.workspace.instances.map(() => scene.anonymous().app('POST', 'validateInviteToken', { token: 'none' }));
        return (await Promise.all(requests)).map(({ status }) => status);
    };

    it('switches the app off and on for all instances', async () => {
        await scene.adminApi('POST', 'status', { status: 'manually_disabled' });
        expect(await everywhere()).toEqual([404, 404, 404]);
        await scene.adminApi('POST', 'status', { status: 'manually_enabled' });
        expect(await everywhere()).toEqual([200, 200, 200]);
    });

    it('updates it for all instances, and the invites stay', async () => {
        const before = await scene.storeSnapshot();
        expect((await scene.install(PACKAGE, `/api/apps/${MANIFEST.id}`)).status).toBe(200);
        expect(await everywhere()).toEqual([200, 200, 200]);
        expect(await scene.storeSnapshot()).toBe(before);
    });

    it('removes it from all instances, with all its records', async () => {
        expect((await scene.admin.request('DELETE', `/api/apps/${MANIFEST.id}`)).status).toBe(200);
        expect(await everywhere()).toEqual([404, 404, 404]);
        expect(await scene.workspace.database.appPersistence.find()).toEqual([]);
    });
});
