import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { APP_PATH, MANIFEST, PACKAGE_UNDER_TEST, ROOT } from '../project.mts';
import { waitFor } from '../tools/waitFor.mts';
import { Modal, NEVER, type Answer } from '../workspace/index.mts';
import { DAY, refusal, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

/**
 * The real package of 0.1.0 runs on two instances and writes its data. Then it is updated while people redeem links.
 * The tests follow one another: the update, what works after it, the night, the way back and forth, and the removal.
 */

const FIRST_RELEASE = join(ROOT, 'test/fixtures/invite-manager_0.1.0.zip');

/** An update takes two seconds, and longer on a busy machine. */
const UPDATE_MS = 60_000;

const scene = await useScene({ instances: 2, zip: FIRST_RELEASE });
const { appPersistence, jobs, users } = scene.workspace.database;

interface Link {
    _id: string;
    rid: string;
    inviteToken: string;
    maxUses: number;
}

/** What people have left in 0.1.0. */
interface Left {
    owner: Person;
    moderator: Person;
    rid: string;
    links: Record<'open' | 'unused' | 'partlyUsed' | 'usedUp' | 'expired' | 'longExpired' | 'interrupted' | 'abandoned' | 'busy', Link>;
    /** Their instance was killed when they had a seat: before the server added them, and right after it. */
    notAdded: Person;
    notConfirmed: Person;
}

let left: Left;

const USED_UP = { errorType: 'error-invite-token-expired', field: 'maxUses' };
const EXPIRED = { errorType: 'error-invite-token-expired', field: 'expires' };

/** Redeems a link of either version. docs/openapi.json does not describe the responses of 0.1.0. */
const redeem = (person: Person, { inviteToken }: Link): Promise<Answer<any>> =>
    person.request('POST', `${APP_PATH}/useInviteToken`, { token: inviteToken });

const redeemAsNewPerson = async (link: Link): Promise<Answer<any>> => redeem(await scene.person(), link);

/** Returns the number of people who came into the room of a link: all but its owner. */
const guestsOf = async ({ rid }: Link): Promise<number> => (await scene.members(rid)).length - 1;

const appStatus = async (): Promise<string> => (await scene.adminApi('GET', '')).body.app.status;

const enable = (): Promise<unknown> => scene.adminApi('POST', 'status', { status: 'manually_enabled' });

/** Returns all records of the app as text. */
const records = async (): Promise<string> => JSON.stringify(await appPersistence.find());

/** Replaces the installed version on all instances. */
async function replaceBy(zip: string): Promise<void> {
    expect((await scene.install(zip, `/api/apps/${MANIFEST.id}`)).status).toBe(200);
    await scene.workspace.settled();
}

/** Kills the instance that serves a redemption when the server is asked to add the person, and starts another one. */
async function cutOff(link: Link, when: 'before' | 'after'): Promise<Person> {
    const person = await scene.person();
    let killed: Promise<void> | undefined;
    await scene.intercept(
        async ({ name }, proceed, instance) => {
            if (!name.includes('doUpdate')) {
                return proceed();
            }
            await (when === 'after' ? proceed() : undefined);
            killed = scene.workspace.kill(instance);
            return NEVER;
        },
        () => redeem(person, link).catch(() => undefined),
    );
    expect(killed).toBeDefined();
    await killed;
    await scene.workspace.run(1);
    return person;
}

async function useFirstRelease(): Promise<Left> {
    await scene.changeSetting('Keep_Ended_Days', 5);
    await scene.changeSetting('Create_Roles', 'owner');
    await scene.changeSetting('Default_Uses', 'x10');
    const [owner, moderator] = (await scene.people(2)) as [Person, Person];
    const rid = await scene.room(owner, 'c');
    await scene.add(rid, moderator, 'moderator');
    const create = async (days: number, maxUses: number, room = rid): Promise<Link> => (await owner.invite(room, days, maxUses)).body;
    const links = {
        open: await create(0, 0, await scene.room(owner)),
        unused: await create(7, 5),
        partlyUsed: await create(7, 3),
        usedUp: await create(7, 1),
        expired: await create(1, 0),
        longExpired: await create(2, 0),
        interrupted: await create(7, 2, await scene.room(owner)),
        abandoned: await create(8, 1),
        busy: await create(9, 12, await scene.room(owner)),
    };
    for (const link of [links.open, links.open, links.partlyUsed, links.usedUp]) {
        expect((await redeemAsNewPerson(link)).status).toBe(200);
    }
    const age = ({ _id }: Link, ms: number): Promise<unknown> =>
        appPersistence.updateOne({ 'data.kind': 'invite', 'data.id': _id }, { $inc: { 'data.createdAt': -ms } });
    await age(links.expired, 2 * DAY);
    await age(links.longExpired, 8 * DAY);
    const notAdded = await cutOff(links.interrupted, 'before');
    const notConfirmed = await cutOff(links.interrupted, 'after');
    await cutOff(links.abandoned, 'before');
    expect(await appPersistence.find({ 'data.state': 'taken' })).toHaveLength(3);
    expect((await appPersistence.find({ 'data.kind': 'data-version' })).map(({ data }) => data)).toMatchObject([{ version: 1 }]);
    return { owner, moderator, rid, links, notAdded, notConfirmed };
}

beforeAll(async () => {
    left = await useFirstRelease();
}, 120_000);

it(
    'an update of two instances turns nobody away who redeems a link meanwhile, and limits hold',
    async () => {
        const { open, busy } = left.links;
        let isUpdated = false;
        let withoutResponse = 0;
        let replaced = 0;
        const update = replaceBy(PACKAGE_UNDER_TEST).then(() => void (isUpdated = true));

        /**
         * Redeems as a new person, who tries again while the app is being replaced. The server returns 404 meanwhile. A
         * request that the former version was working on gets no response for 30 seconds.
         */
        async function persist(link: Link): Promise<Answer<any>> {
            const person = await scene.person();
            return waitFor(async () => {
                const answer = await (isUpdated ? redeem(person, link) : Promise.race([redeem(person, link), update]));
                withoutResponse += Number(!answer);
                replaced += Number(answer?.status === 404);
                if (!answer || answer.status === 404) {
                    throw new Error('The app was being replaced for too long');
                }
                return answer;
            }, UPDATE_MS);
        }
        /** Lets people come, one after another, until the app is updated and `last` holds for an answer. */
        async function come(link: Link, last: (answer: Answer<any>) => boolean): Promise<void> {
            for (let answer = await persist(link); !isUpdated || !last(answer); answer = await persist(link)) {
                if (answer.status !== 200) {
                    expect(refusal(answer)).toMatchObject(USED_UP);
                }
            }
        }
        const isIn = ({ status }: Answer<any>): boolean => status === 200;
        await Promise.all([come(open, isIn), come(open, isIn), come(busy, (answer) => !isIn(answer)), come(busy, (answer) => !isIn(answer))]);

        expect(await appStatus()).toMatch(/enabled$/);
        expect(replaced).toBeGreaterThan(0);
        expect(await guestsOf(busy)).toBe(12);
        expect(await scene.usesOf(busy._id)).toBe(12);
        // 0.1.0 counts a use of a link without a limit after the person is in, so a request without response may lack it.
        const came = await guestsOf(open);
        expect(await scene.usesOf(open._id)).toBeLessThanOrEqual(came);
        expect(await scene.usesOf(open._id)).toBeGreaterThanOrEqual(came - withoutResponse);
    },
    2 * UPDATE_MS,
);

describe('after the update', () => {
    it('settings are as they were saved', async () => {
        const { owner, moderator, rid } = left;
        const { settings } = (await scene.adminApi('GET', 'settings')).body;
        expect(settings).toMatchObject({
            Keep_Ended_Days: { value: 5 },
            Create_Roles: { value: 'owner' },
            Default_Uses: { value: 'x10' },
        });
        // It was never saved, so the workspace's permission counts now.
        expect(settings.Manage_Roles.value ?? settings.Manage_Roles.packageValue).toBe('');
        expect((await moderator.invite(rid)).status).toBe(400);
        expect((await Modal.byRoomAction(owner, rid)).fields).toMatchObject({ uses: '10' });
    });

    it('lists, details, chat and the modal show the links with their uses', async () => {
        const { owner, rid, links } = left;
        const { unused, partlyUsed, usedUp, expired, longExpired, abandoned } = links;
        const { body } = await owner.app('GET', `invites.list?rid=${rid}`);
        const shown = Object.fromEntries(body.invites.map(({ _id, uses, state }: any) => [_id, { uses, state }]));
        expect(shown).toEqual({
            [unused._id]: { uses: 0, state: 'active' },
            [partlyUsed._id]: { uses: 1, state: 'active' },
            [usedUp._id]: { uses: 1, state: 'used-up' },
            [expired._id]: { uses: 0, state: 'expired' },
            [longExpired._id]: { uses: 0, state: 'expired' },
            [abandoned._id]: { uses: 1, state: 'used-up' },
        });
        expect((await owner.app('GET', `invites.info?inviteId=${partlyUsed._id}`)).body.invite).toMatchObject({
            ...{ days: 7, maxUses: 3, uses: 1, label: null, approval: false, audience: null, rooms: [{ _id: rid }], mayEdit: true },
            inviteToken: partlyUsed.inviteToken,
        });
        expect((await (await scene.person()).app('POST', 'inviteInfo', { token: partlyUsed.inviteToken })).body).toMatchObject({
            maxUses: 3,
            usesLeft: 2,
        });
        expect((await owner.invite(rid, 7, 3)).body).toMatchObject({ _id: partlyUsed._id, inviteToken: partlyUsed.inviteToken });
        expect(await owner.types('/invite list', rid)).toMatch(/used 1\/3/);
        expect(await owner.types(`/invite show ${partlyUsed._id}`, rid)).toContain(partlyUsed.inviteToken);
        expect((await (await Modal.byRoomAction(owner, rid)).press('Active links')).text).toContain('used 1/3');
    });

    it('each link lets in as many people as it had uses left, and the history keeps them', async () => {
        const { owner, links } = left;
        const { unused, partlyUsed, usedUp, expired, longExpired, open } = links;
        for (const link of [open, unused, partlyUsed, partlyUsed]) {
            expect((await redeemAsNewPerson(link)).status).toBe(200);
        }
        expect(refusal(await redeemAsNewPerson(partlyUsed))).toMatchObject(USED_UP);
        expect(refusal(await redeemAsNewPerson(usedUp))).toMatchObject(USED_UP);
        expect(refusal(await redeemAsNewPerson(expired))).toMatchObject(EXPIRED);
        expect(refusal(await redeemAsNewPerson(longExpired))).toMatchObject(EXPIRED);
        const { joins } = (await owner.app('GET', `invites.joins?inviteId=${partlyUsed._id}`)).body;
        expect(joins.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['used-up', 'joined', 'joined']);
    });

    it('people whose attempt was interrupted keep their seats', async () => {
        const { links, notAdded, notConfirmed } = left;
        expect(refusal(await redeemAsNewPerson(links.interrupted))).toMatchObject(USED_UP);
        expect((await redeem(notAdded, links.interrupted)).status).toBe(200);
        expect((await redeem(notConfirmed, links.interrupted)).status).toBe(200);
        expect(await guestsOf(links.interrupted)).toBe(2);
        expect(await scene.usesOf(links.interrupted._id)).toBe(2);
    });

    it('a seat of a person who never came back is free after ten minutes, for one person', async () => {
        const { abandoned } = left.links;
        expect(refusal(await redeemAsNewPerson(abandoned))).toMatchObject(USED_UP);
        await appPersistence.updateOne({ 'data.subject': abandoned._id, 'data.state': 'taken' }, { $inc: { 'data.at': -11 * 60 * 1000 } });
        expect((await redeemAsNewPerson(abandoned)).status).toBe(200);
        expect(refusal(await redeemAsNewPerson(abandoned))).toMatchObject(USED_UP);
    });

    it('an edit changes a link of 0.1.0, whose token and uses stay', async () => {
        const { owner, links } = left;
        const inviteId = links.partlyUsed._id;
        const { body } = await owner.app('POST', 'invites.update', { inviteId, maxUses: 4, label: 'Old link' });
        expect(body.invite).toMatchObject({ label: 'Old link', maxUses: 4, uses: 3, inviteToken: links.partlyUsed.inviteToken });
        expect((await redeemAsNewPerson(links.partlyUsed)).status).toBe(200);
        expect(refusal(await redeemAsNewPerson(links.partlyUsed))).toMatchObject(USED_UP);
    });

    it('the night deletes the link that ended longer ago than the setting says, and no other', async () => {
        await scene.workspace.night();
        const { body } = await scene.admin.app('GET', 'listInvites');
        const kept = Object.values(left.links).filter(({ _id }) => _id !== left.links.longExpired._id);
        expect(body.map(({ _id }: Link) => _id).sort()).toEqual(kept.map(({ _id }) => _id).sort());
        expect(refusal(await redeemAsNewPerson(left.links.longExpired))).toMatchObject({ errorType: 'error-invalid-token' });
        expect((await scene.logged()).join('\n')).not.toContain('cannot be read');
    });
});

it('0.1.0 stays disabled on the newer data and changes nothing, and after the next update all is as before', async () => {
    const { owner, rid, links } = left;
    await scene.workspace.jobsDone();
    const before = await records();
    const listed = (await scene.admin.app('GET', 'listInvites')).body;

    await replaceBy(FIRST_RELEASE);

    expect(await appStatus()).not.toMatch(/enabled$/);
    await enable();
    expect(await appStatus()).not.toMatch(/enabled$/);
    expect((await redeemAsNewPerson(links.unused)).status).toBe(404);
    await scene.workspace.night();
    expect(await records()).toBe(before);
    expect((await scene.logged()).join('\n')).toContain('written by a newer version of the app');

    await replaceBy(PACKAGE_UNDER_TEST);
    await enable();
    await scene.workspace.settled();
    expect((await scene.admin.app('GET', 'listInvites')).body).toEqual(expect.arrayContaining(listed));
    for (let turn = 0; turn < 2; turn++) {
        expect((await redeemAsNewPerson(links.unused)).status).toBe(200);
    }
    expect(await scene.usesOf(links.unused._id)).toBe(3);
    expect((await scene.adminApi('GET', 'settings')).body.settings).toMatchObject({ Keep_Ended_Days: { value: 5 } });
    expect(await owner.types('/invite-link list', rid)).toContain('used 3/5');
});

it('a removal leaves no record, no job, no bot, no command and no button', async () => {
    const { owner, rid } = left;
    expect(await jobs.find()).not.toEqual([]);
    expect((await scene.admin.request('DELETE', `/api/apps/${MANIFEST.id}`)).status).toBe(200);
    await scene.workspace.settled();
    expect(await appPersistence.find()).toEqual([]);
    expect(await jobs.find()).toEqual([]);
    expect(await users.find({ type: 'app' })).toEqual([]);
    expect((await owner.request('GET', '/api/apps/actionButtons')).body).toEqual([]);
    const { commands } = await owner.rest('GET', 'commands.list');
    expect(commands.map(({ command }: { command: string }) => command)).not.toContain('invite-link');
    // The server lost its own callback when the app replaced it.
    expect(await owner.types('/invite help', rid)).toBe('');
    await scene.workspace.restart();
    expect(await owner.types('/invite help', rid)).toBe('No user exists by the name of `help`.');
});
