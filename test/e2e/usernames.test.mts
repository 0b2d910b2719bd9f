import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { waitFor } from '../tools/waitFor.mts';
import { overNetwork, renameUser, type AppCall, type CallInterceptor } from '../workspace/index.mts';
import { Person, Scene } from './scene.mts';

/** The server adds people to rooms by username, and usernames change hands while a request is under way. */

const READ_USER = 'accessor:getReader:getUserReader:getById';
const JOIN = 'bridges:getRoomBridge:doUpdate';
/** How often the race is run. */
const ROUNDS = Number(process.env.SWAPS ?? 25);

let scene: Scene;
let owner: Person;
let rid: string;
let usual: CallInterceptor[];

beforeAll(async () => {
    scene = await Scene.open({ instances: 2 });
    owner = await scene.person();
    usual = scene.workspace.instances.map(({ interceptor }) => interceptor);
});
afterAll(() => scene.close());
beforeEach(async () => {
    rid = await scene.room(owner);
});
afterEach(() => intercept(undefined));

/** Stands between the app and the server on each instance; undefined: as usual. */
function intercept(interceptor: CallInterceptor | undefined): void {
    scene.workspace.instances.forEach((instance, index) => {
        instance.interceptor = interceptor ?? usual[index]!;
    });
}

/** Somebody who is banned from the room and waits for a username to be given away. */
async function bannedPerson(): Promise<Person> {
    const person = await scene.person();
    await scene.add(rid, person);
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: person.userId });
    return person;
}

/** The giver takes another username, and the taker takes theirs. */
async function swap(giver: Person, taker: Person): Promise<void> {
    const { database } = scene.workspace;
    await renameUser(database, giver.userId!, `${giver.user.username}-away`);
    await renameUser(database, taker.userId!, giver.user.username!);
}

const isReading = ({ name, args }: AppCall, person: Person): boolean => name === READ_USER && args[0] === person.userId;

async function statusOf({ userId }: Person): Promise<'banned' | 'member' | 'none'> {
    const subscription = await scene.workspace.database.subscriptions.findOne({ rid, 'u._id': userId });
    return subscription ? (subscription.status === 'BANNED' ? 'banned' : 'member') : 'none';
}

/** What must not come of a redemption, whoever changed names meanwhile. */
async function violations(inviteId: string, giver: Person, taker: Person): Promise<string[]> {
    const [given, taken, uses] = [await statusOf(giver), await statusOf(taker), await scene.usesOf(inviteId)];
    return [
        ...(taken === 'banned' ? [] : [`the ban was lifted, the taker is now: ${taken}`]),
        ...(uses === (given === 'member' ? 1 : 0) ? [] : [`${uses} uses, and the giver is: ${given}`]),
    ];
}

describe.each([0, 2])('by an invite for %i people,', (maxUses) => {
    it('a username that changes hands before any call of a redemption lifts no ban and takes no wrong use', async () => {
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        let calls = Infinity;
        for (let at = 0; at < calls; at++) {
            const { body: own } = await owner.invite(rid, 8 + at, maxUses);
            const [giver, taker] = [await scene.person(), await bannedPerson()];
            let made = 0;
            let atJoin = false;
            intercept(async (call, proceed) => {
                if (made++ === at) {
                    atJoin = call.name === JOIN;
                    await (atJoin ? undefined : swap(giver, taker));
                }
                return proceed();
            });
            const { status, body } = await giver.redeem(own.inviteToken);
            intercept(undefined);
            calls = made;
            expect({ at, violations: await violations(own._id, giver, taker) }).toEqual({ at, violations: [] });
            expect(status === 200 || body.errorType === 'invalid-params' || status === 401).toBe(true);
        }
        expect(calls).toBeGreaterThan(5);
        expect(await scene.usesOf(invite._id)).toBe(0);
    });

    it('who comes in by a username that changed hands in the last call is taken out again, and reported', async () => {
        const watchers = await scene.room(scene.admin, 'p');
        await scene.set('Audit_Room', watchers);
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        const [giver, taker] = [await scene.person(), await bannedPerson()];
        let swapped = false;
        intercept(async ({ name }, proceed) => {
            if (name === JOIN && !swapped) {
                swapped = true;
                await swap(giver, taker);
            }
            return proceed();
        });
        const { status, body } = await giver.redeem(invite.inviteToken);
        intercept(undefined);

        expect({ status, errorType: body.errorType, field: body.details.field }).toEqual({
            status: 400,
            errorType: 'invalid-params',
            field: 'username',
        });
        expect([await statusOf(giver), await statusOf(taker), await scene.usesOf(invite._id)]).toEqual(['none', 'none', 0]);
        expect((await scene.logged()).join('\n')).toContain(`${taker.userId} came into room ${rid} by the username of ${giver.userId}`);
        const told = await scene.workspace.database.messages.find({ rid: watchers, msg: { $regex: 'in place of' } });
        expect(told.map(({ msg }) => msg)).toEqual([expect.stringMatching(/^⚠️ `@.*` joined .* removed them again.*ban them again\.$/)]);
        await scene.set('Audit_Room', '');
        await waitFor(async () => expect(await scene.stored()).not.toContain('audited-setting:Audit_Room'));

        // The giver, under the name that they have now, still has their use.
        expect((await giver.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it('who was in the room already stays there, and is no intruder', async () => {
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        const [giver, member] = [await scene.person(), await scene.person()];
        await scene.add(rid, member);
        intercept(async ({ name }, proceed) => {
            if (name === JOIN) {
                await swap(giver, member);
            }
            return proceed();
        });
        expect((await giver.redeem(invite.inviteToken)).status).toBe(500);
        expect([await statusOf(giver), await statusOf(member), await scene.usesOf(invite._id)]).toEqual(['none', 'member', 0]);
    });
});

it(
    `in ${ROUNDS} races on two instances, no ban is lifted and no member uncounted, but in the window between two neighbouring calls`,
    async () => {
        const found: string[] = [];
        let inWindow = 0;
        for (let round = 0; round < ROUNDS; round++) {
            const { body: invite } = await owner.invite(rid, 100 + round, round % 2 === 0 ? 0 : 2);
            const [giver, taker] = [await scene.person(), await bannedPerson()];
            const slow = overNetwork(4);
            let isOpen = false;
            let swapping = false;
            let hitWindow = false;
            intercept(async (call, proceed) => {
                const answer = await slow(call, proceed);
                // From the moment in which the name was read to the one in which the server has looked it up.
                isOpen = isReading(call, giver) || (isOpen && call.name !== JOIN);
                hitWindow ||= isOpen && swapping;
                return answer;
            });
            const race = async (): Promise<void> => {
                await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
                swapping = true;
                hitWindow ||= isOpen;
                await swap(giver, taker);
                swapping = false;
            };
            await Promise.all([giver.redeem(invite.inviteToken), race()]);
            intercept(undefined);
            if (hitWindow) {
                inWindow++;
                // Whoever came in by it was taken out.
                expect(await statusOf(taker)).not.toBe('member');
            } else {
                found.push(...(await violations(invite._id, giver, taker)));
            }
        }
        expect(found).toEqual([]);
        expect(inWindow).toBeLessThan(ROUNDS);
    },
    60_000 + ROUNDS * 2000,
);

it('the check finds an app that trusts the name which the request began with', async () => {
    const { body: invite } = await owner.invite(rid, 7, 2);
    const [giver, taker] = [await scene.person(), await bannedPerson()];
    let swapped = false;
    intercept(async (call, proceed) => {
        const answer = (await proceed()) as Record<string, unknown>;
        if (!isReading(call, giver) || swapped) {
            return answer;
        }
        swapped = true;
        // The name as it was before the request.
        await swap(giver, taker);
        return answer;
    });
    await giver.redeem(invite.inviteToken);
    intercept(undefined);
    expect(await violations(invite._id, giver, taker)).toEqual([expect.stringContaining('the ban was lifted')]);
});

describe('adding people by name', () => {
    it('adds nobody by a username that changed hands since it was looked up', async () => {
        const [giver, taker] = [await scene.person(), await bannedPerson()];
        intercept(async (call, proceed) => {
            if (isReading(call, giver)) {
                await swap(giver, taker);
            }
            return proceed();
        });
        expect(await owner.types(`/invite @${giver.user.username}`, rid)).toContain('could not be added');
        expect([await statusOf(giver), await statusOf(taker)]).toEqual(['none', 'banned']);
    });
});
