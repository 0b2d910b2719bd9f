import { beforeEach, describe, expect, it } from '@jest/globals';

import { RACES, sampleBelow } from '../tools/races.mts';
import { waitFor } from '../tools/waitFor.mts';
import { overNetwork, renameUser, type AppCall } from '../workspace/index.mts';
import { Person } from './scene.mts';
import { useScene } from './useScene.mts';

/** The server adds people to rooms by username, and usernames may change hands during a request. */

const READ_USER = 'accessor:getReader:getUserReader:getById';
const JOIN = 'bridges:getRoomBridge:doUpdate';
/** The number of races. */
const ROUNDS = 8 * RACES;

const scene = await useScene({ instances: 2 });
// One owner creates an invite for each round.
await scene.changeSetting('Max_Created_Per_Hour', 0);
const owner = await scene.person();
let rid: string;

beforeEach(async () => {
    rid = await scene.room(owner);
});

/** Creates a person who is banned from the room. */
async function bannedPerson(): Promise<Person> {
    const person = await scene.person();
    await scene.add(rid, person);
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: person.userId });
    return person;
}

/** Renames the giver, and gives their old username to the taker. */
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

/** Returns the rules that a redemption broke while usernames changed hands. */
async function violations(inviteId: string, giver: Person, taker: Person): Promise<string[]> {
    const [given, taken, uses] = [await statusOf(giver), await statusOf(taker), await scene.usesOf(inviteId)];
    return [
        ...(taken === 'banned' ? [] : [`the ban was lifted, the taker is now: ${taken}`]),
        ...(uses === (given === 'member' ? 1 : 0) ? [] : [`${uses} uses, and the giver is: ${given}`]),
    ];
}

describe.each([0, 2])('by an invite for %i people,', (maxUses) => {
    it('a username that changes hands before any call of a redemption lifts no ban and causes no wrong use', async () => {
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        const { body: known } = await owner.invite(rid, 8, maxUses);
        const calls = await scene.callsDuring(async () => (await scene.person()).redeem(known.inviteToken));
        expect(calls.length).toBeGreaterThan(5);
        for (const at of sampleBelow(calls.length, 6)) {
            const { body: own } = await owner.invite(rid, 9 + at, maxUses);
            const [giver, taker] = [await scene.person(), await bannedPerson()];
            let made = 0;
            let atJoin = false;
            const { status, body } = await scene.intercept(
                async (call, proceed) => {
                    if (made++ === at) {
                        atJoin = call.name === JOIN;
                        await (atJoin ? undefined : swap(giver, taker));
                    }
                    return proceed();
                },
                () => giver.redeem(own.inviteToken),
            );
            expect({ at, violations: await violations(own._id, giver, taker) }).toEqual({ at, violations: [] });
            expect(status === 200 || body.errorType === 'invalid-params' || status === 401).toBe(true);
        }
        expect(await scene.usesOf(invite._id)).toBe(0);
    });

    it('a person who joins by a username that changed hands in the last call is removed again, and reported', async () => {
        const watchers = await scene.room(scene.admin, 'p');
        await scene.changeSetting('Audit_Room', watchers);
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        const [giver, taker] = [await scene.person(), await bannedPerson()];
        let swapped = false;
        const { status, body } = await scene.intercept(
            async ({ name }, proceed) => {
                if (name === JOIN && !swapped) {
                    swapped = true;
                    await swap(giver, taker);
                }
                return proceed();
            },
            () => giver.redeem(invite.inviteToken),
        );

        expect({ status, errorType: body.errorType, field: body.details.field }).toEqual({
            status: 400,
            errorType: 'invalid-params',
            field: 'username',
        });
        expect([await statusOf(giver), await statusOf(taker), await scene.usesOf(invite._id)]).toEqual(['none', 'none', 0]);
        expect((await scene.logged()).join('\n')).toContain(`${taker.userId} came into room ${rid} by the username of ${giver.userId}`);
        const messages = await scene.workspace.database.messages.find({ rid: watchers, msg: { $regex: 'in place of' } });
        expect(messages.map(({ msg }) => msg)).toEqual([expect.stringMatching(/^⚠️ `@.*` joined .* removed them again.*ban them again\.$/)]);
        await scene.changeSetting('Audit_Room', '');
        await waitFor(async () => expect(await scene.storeSnapshot()).not.toContain('audited-setting:Audit_Room'));

        // The giver can still join under their new name.
        expect((await giver.redeem(invite.inviteToken)).status).toBe(200);
        expect(await scene.usesOf(invite._id)).toBe(1);
    });

    it.each([
        ['cannot be removed, because the server refuses', () => Promise.reject(new Error('no')), 'could not remove them'],
        ['deleted their account', undefined, 'removed them again'],
    ] as const)('a person who joined that way and %s is reported', async (_what, remove, reported) => {
        const watchers = await scene.room(scene.admin, 'p');
        await scene.changeSetting('Audit_Room', watchers);
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        const [giver, taker] = [await scene.person(), await bannedPerson()];
        let swapped = false;
        await scene.intercept(
            async (call, proceed) => {
                if (call.name === JOIN && !swapped) {
                    swapped = true;
                    await swap(giver, taker);
                } else if (remove === undefined && swapped && isReading(call, taker)) {
                    return undefined;
                }
                return remove && /removeUsersFromRoom|doRemoveUsers/i.test(call.name) ? remove() : proceed();
            },
            () => giver.redeem(invite.inviteToken),
        );
        const messages = await scene.workspace.database.messages.find({ rid: watchers, msg: { $regex: 'in place of' } });
        expect(messages.map(({ msg }) => msg)).toEqual([expect.stringContaining(reported)]);
        await scene.changeSetting('Audit_Room', '');
        await waitFor(async () => expect(await scene.storeSnapshot()).not.toContain('audited-setting:Audit_Room'));
    });

    it('a person who was in the room already stays there, and is not reported', async () => {
        const { body: invite } = await owner.invite(rid, 7, maxUses);
        const [giver, member] = [await scene.person(), await scene.person()];
        await scene.add(rid, member);
        const { status } = await scene.intercept(
            async ({ name }, proceed) => {
                if (name === JOIN) {
                    await swap(giver, member);
                }
                return proceed();
            },
            () => giver.redeem(invite.inviteToken),
        );
        expect(status).toBe(500);
        expect([await statusOf(giver), await statusOf(member), await scene.usesOf(invite._id)]).toEqual(['none', 'member', 0]);
    });
});

it(
    `in ${ROUNDS} races on two instances, no ban is lifted and every member is counted, except in the window between two adjacent calls`,
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
            const race = async (): Promise<void> => {
                await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
                swapping = true;
                hitWindow ||= isOpen;
                await swap(giver, taker);
                swapping = false;
            };
            await scene.intercept(
                async (call, proceed) => {
                    const result = await slow(call, proceed);
                    // The window opens when the app has read the name, and closes when the server has looked it up.
                    isOpen = isReading(call, giver) || (isOpen && call.name !== JOIN);
                    hitWindow ||= isOpen && swapping;
                    return result;
                },
                () => Promise.all([giver.redeem(invite.inviteToken), race()]),
            );
            if (hitWindow) {
                inWindow++;
                // The app must have removed the taker again.
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

it('the check catches an app that trusts the name from the start of the request', async () => {
    const { body: invite } = await owner.invite(rid, 7, 2);
    const [giver, taker] = [await scene.person(), await bannedPerson()];
    let swapped = false;
    await scene.intercept(
        async (call, proceed) => {
            const result = await proceed();
            if (isReading(call, giver) && !swapped) {
                swapped = true;
                await swap(giver, taker);
            }
            // The name as it was before the swap.
            return result;
        },
        () => giver.redeem(invite.inviteToken),
    );
    expect(await violations(invite._id, giver, taker)).toEqual([expect.stringContaining('the ban was lifted')]);
});

describe('adding people by name', () => {
    it('adds nobody by a username that changed hands after it was looked up', async () => {
        const [giver, taker] = [await scene.person(), await bannedPerson()];
        const reply = await scene.intercept(
            async (call, proceed) => {
                if (isReading(call, giver)) {
                    await swap(giver, taker);
                }
                return proceed();
            },
            () => owner.types(`/invite @${giver.user.username}`, rid),
        );
        expect(reply).toContain('could not be added');
        expect([await statusOf(giver), await statusOf(taker)]).toEqual(['none', 'banned']);
    });
});
