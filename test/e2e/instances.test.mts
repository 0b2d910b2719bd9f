import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { MANIFEST, PACKAGE } from '../project.mts';
import { overNetwork, type Answer } from '../workspace/index.mts';
import { DAY, Person, Scene } from './scene.mts';

/** Three server instances over one database, each with its own engine and sandbox; requests go to each in turn, and every call takes its time. */

const LONGEST_CALL_MS = 5;

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open({ instances: 3 });
    scene.workspace.instances.forEach((instance) => (instance.interceptor = overNetwork(LONGEST_CALL_MS)));
    owner = await scene.person();
    rid = await scene.room(owner);
});
afterAll(() => scene.close());

const IN = { status: 200, errorType: undefined };
const FULL = { status: 400, errorType: 'error-invite-token-expired' };

function verdict({ status, body }: Answer<any>): { status: number; errorType?: string } {
    return { status, errorType: body.errorType };
}

/** Who is in the room by the invite: everybody but its owner. */
async function guests(room: string): Promise<number> {
    return (await scene.members(room)).length - 1;
}

it('answers from each instance', async () => {
    expect(scene.workspace.instances).toHaveLength(3);
    const { body: invite } = await owner.invite(rid);
    const seen = new Set<number>();
    scene.workspace.instances.forEach((instance, index) => {
        const usual = instance.interceptor;
        instance.interceptor = (call, proceed) => {
            seen.add(index);
            return usual(call, proceed);
        };
    });
    for (let turn = 0; turn < 3; turn++) {
        expect((await scene.stranger().app('POST', 'validateInviteToken', { token: invite.inviteToken })).body.valid).toBe(true);
    }
    expect([...seen].sort()).toEqual([0, 1, 2]);
});

describe('a use limit', () => {
    it.each([
        { people: 2, places: 1 },
        { people: 12, places: 1 },
        { people: 20, places: 3 },
        { people: 24, places: 23 },
        { people: 10, places: 10 },
    ])('lets $places of $people in at once, and counts them', async ({ people, places }) => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, places);
        const crowd = await scene.people(people);
        const answers = await Promise.all(crowd.map((person) => person.redeem(invite.inviteToken)));
        const verdicts = answers.map(verdict);
        expect(verdicts.filter(({ status }) => status === 200)).toEqual(Array.from({ length: places }, () => IN));
        expect(verdicts.filter(({ status }) => status !== 200)).toEqual(Array.from({ length: people - places }, () => FULL));
        expect(await guests(room)).toBe(places);
        expect(await scene.usesOf(invite._id)).toBe(places);
    });

    it('lets a person who clicks twelve times in once, and counts them once', async () => {
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

    it('gives a place back when the server does not add the person', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 5);
        const crowd = await scene.people(15);
        let joins = 0;
        const usual = scene.workspace.instances.map(({ interceptor }) => interceptor);
        scene.workspace.instances.forEach((instance, index) => {
            instance.interceptor = async (call, proceed) => {
                if (call.name.includes('doUpdate') && joins++ % 2 === 0) {
                    throw new Error('The server is too busy');
                }
                return usual[index]!(call, proceed);
            };
        });
        let left = crowd;
        // Whoever the server did not add tries again, until nobody is told to.
        while (left.length > 0) {
            const answers = await Promise.all(left.map(async (person) => ({ person, said: verdict(await person.redeem(invite.inviteToken)) })));
            left = answers.filter(({ said }) => said.status === 500 || said.status === 503).map(({ person }) => person);
        }
        scene.workspace.instances.forEach((instance, index) => (instance.interceptor = usual[index]!));
        expect(await guests(room)).toBe(5);
        expect(await scene.usesOf(invite._id)).toBe(5);
    });
});

it('lets sixty people in at once by an invite without a limit, and counts them all', async () => {
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

it('answers 45 equal requests for an invite with one and the same', async () => {
    const room = await scene.room(owner);
    const answers = await Promise.all(Array.from({ length: 45 }, () => owner.invite(room, 3, 4)));
    const [first] = answers;
    expect(answers.map(({ status, body }) => ({ status, id: body._id }))).toEqual(answers.map(() => ({ status: 200, id: first!.body._id })));
    const { body: all } = await scene.admin.app('GET', 'listInvites');
    expect(all.filter((invite: { rid: string }) => invite.rid === room)).toHaveLength(1);
});

it('refuses by the new settings on every instance at once', async () => {
    await scene.set('Max_Days', 2);
    for (let turn = 0; turn < 3; turn++) {
        expect((await owner.invite(await scene.room(owner), 3, 0)).status).toBe(400);
    }
    await scene.set('Max_Days', 0);
    for (let turn = 0; turn < 3; turn++) {
        expect((await owner.invite(await scene.room(owner), 3, 0)).status).toBe(200);
    }
});

describe('a redemption during which', () => {
    it('the invite is removed either is told so or is in, and nothing is left', async () => {
        for (let turn = 0; turn < 10; turn++) {
            const room = await scene.room(owner);
            const { body: invite } = await owner.invite(room, 7, 3);
            const guest = await scene.person();
            const [redeemed, removed] = await Promise.all([guest.redeem(invite.inviteToken), owner.app('DELETE', `removeInvite/${invite._id}`)]);
            expect(removed.status).toBe(200);
            const isIn = (await scene.members(room)).includes(guest.user.username!);
            expect({ said: redeemed.status, isIn }).toEqual({ said: isIn ? 200 : 400, isIn });
            expect((await scene.person().then((late) => late.redeem(invite.inviteToken))).body.errorType).toBe('error-invalid-token');
        }
    });

    it('it was used up and removed lets in nobody more', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 7, 1);
        const [first, second] = (await scene.people(2)) as [Person, Person];
        let removed: Promise<unknown> | undefined;
        for (const instance of scene.workspace.instances) {
            const usual = instance.interceptor;
            instance.interceptor = async (call, proceed) => {
                if (!removed && call.name.includes('createWithAssociations')) {
                    removed = Promise.resolve().then(async () => {
                        expect((await first.redeem(invite.inviteToken)).status).toBe(200);
                        expect((await owner.app('DELETE', `removeInvite/${invite._id}`)).status).toBe(200);
                    });
                    await removed;
                }
                return usual(call, proceed);
            };
        }
        expect((await second.redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
        expect(await scene.members(invite.rid)).not.toContain(second.user.username);
        expect(await scene.stored()).not.toContain(invite._id);
    });

    it('it has no limit lets in nobody once it is removed, and counts nobody', async () => {
        const { body: invite } = await owner.invite(await scene.room(owner), 7, 0);
        const guest = await scene.person();
        let removed: Promise<unknown> | undefined;
        for (const instance of scene.workspace.instances) {
            const usual = instance.interceptor;
            instance.interceptor = async (call, proceed) => {
                if (call.name.includes('createWithAssociations')) {
                    removed ??= owner.app('DELETE', `removeInvite/${invite._id}`);
                    await removed;
                }
                return usual(call, proceed);
            };
        }
        expect((await guest.redeem(invite.inviteToken)).body.errorType).toBe('error-invalid-token');
        expect(await scene.members(invite.rid)).not.toContain(guest.user.username);
        expect(await scene.stored()).not.toContain(invite._id);
    });

    it('the invite expires lets in nobody', async () => {
        const room = await scene.room(owner);
        const { body: invite } = await owner.invite(room, 7, 3);
        const guest = await scene.person();
        const usual = scene.workspace.instances.map(({ interceptor }) => interceptor);
        scene.workspace.instances.forEach((instance, index) => {
            instance.interceptor = async (call, proceed) => {
                if (call.name.includes('createWithAssociations')) {
                    await scene.age(invite._id, 8 * DAY);
                }
                return usual[index]!(call, proceed);
            };
        });
        expect(verdict(await guest.redeem(invite.inviteToken))).toEqual(FULL);
        scene.workspace.instances.forEach((instance, index) => (instance.interceptor = usual[index]!));
        expect(verdict(await (await scene.person()).redeem(invite.inviteToken))).toEqual(FULL);
    });
});

describe('an administrator', () => {
    const everywhere = async (): Promise<number[]> => {
        await scene.workspace.settled();
        const asked = scene.workspace.instances.map(() => scene.stranger().app('POST', 'validateInviteToken', { token: 'none' }));
        return (await Promise.all(asked)).map(({ status }) => status);
    };

    it('switches the app off and on for all instances', async () => {
        await scene.ask('POST', 'status', { status: 'manually_disabled' });
        expect(await everywhere()).toEqual([404, 404, 404]);
        await scene.ask('POST', 'status', { status: 'manually_enabled' });
        expect(await everywhere()).toEqual([200, 200, 200]);
    });

    it('updates it for all instances, and the invites stay', async () => {
        const before = await scene.stored();
        expect((await scene.install(PACKAGE, `/api/apps/${MANIFEST.id}`)).status).toBe(200);
        expect(await everywhere()).toEqual([200, 200, 200]);
        expect(await scene.stored()).toBe(before);
    });

    it('removes it from all instances, with all that it kept', async () => {
        expect((await scene.admin.request('DELETE', `/api/apps/${MANIFEST.id}`)).status).toBe(200);
        expect(await everywhere()).toEqual([404, 404, 404]);
        expect(await scene.stored()).toBe('[]');
    });
});
