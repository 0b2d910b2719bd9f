import { DAY } from '../e2e/scene.mts';
import type { State, Visits } from './states.mts';

/** The screens of a refused invite. */
export function refusalStates(visits: Visits): State[] {
    const { owner, rid, scene } = visits;
    return [
        {
            name: 'expired',
            heading: 'This invite link has expired',
            reach: async (page) => {
                const { body } = await owner.invite(rid, 3, nextNumber());
                await scene.ageInvite(body._id, 3 * DAY);
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'used-up',
            heading: 'This invite link has been used up',
            reach: async (page) => {
                const { body } = await owner.invite(rid, nextNumber(), 1);
                await (await scene.person()).redeem(body.inviteToken);
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'paused',
            heading: 'This invite link is paused',
            reach: async (page) => {
                const { body } = await owner.invite(rid, nextNumber());
                await owner.app('POST', 'invites.update', { inviteId: body._id, paused: true });
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'not-invited',
            heading: 'This link is for other people',
            reach: async (page) => {
                const { body } = await owner.app('POST', 'invites.create', { rid, audience: { emailDomains: ['example.org'] } });
                await visits.open(page, { token: body.invite.inviteToken });
            },
        },
        {
            name: 'no-longer-valid',
            heading: 'This invite link no longer works',
            reach: async (page) => {
                const maker = await scene.person();
                await scene.add(rid, maker, 'moderator');
                const { body } = await maker.invite(rid);
                await owner.rest('POST', 'groups.kick', { roomId: rid, userId: maker.userId });
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'archived',
            heading: 'This room is archived',
            reach: async (page) => {
                const archived = await scene.room(owner, 'c');
                const { body } = await owner.invite(archived);
                await scene.admin.rest('POST', 'channels.archive', { roomId: archived });
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'of-another-kind',
            heading: 'This room no longer accepts invite links',
            reach: async (page) => {
                const changed = await scene.room(owner, 'p');
                const { body } = await owner.invite(changed);
                await scene.workspace.database.rooms.updateOne({ _id: changed }, { $set: { t: 'l' } });
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'managed-by-attributes',
            heading: 'There is no such invite link',
            reach: async (page) => {
                const managed = await scene.room(owner, 'p');
                const { body } = await owner.invite(managed);
                const abacAttributes = [{ key: 'clearance', values: ['high'] }];
                await scene.workspace.database.rooms.updateOne({ _id: managed }, { $set: { abacAttributes } });
                await visits.open(page, { token: body.inviteToken });
            },
        },
        {
            name: 'without-a-username',
            heading: 'Choose a username first',
            reach: async (page) => visits.open(page, { as: await scene.withoutUsername() }),
        },
        { name: 'unknown', heading: 'There is no such invite link', reach: (page) => visits.open(page, { token: 'AAAAAAAAAAAAAAAA' }) },
        { name: 'incomplete', heading: 'There is no such invite link', reach: (page) => visits.open(page, { token: 'R4VDX' }) },
        { name: 'does-not-work', heading: 'This invite link does not work', reach: (page) => page.goto(visits.link('AAAAAAAAAAAAAAAA')) },
        {
            name: 'banned',
            heading: 'You are banned from this room',
            reach: async (page) => {
                const banned = await scene.person();
                await banned.redeem(visits.token);
                await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
                await visits.open(page, { as: banned });
            },
        },
        {
            name: 'cannot-tell',
            heading: 'You are already in this room',
            reach: async (page) => {
                const member = await scene.person();
                await member.redeem(visits.token);
                await scene.changeSetting('Ask_About_Bans', false);
                try {
                    await visits.open(page, { as: member });
                    await page.getByRole('button', { name: 'Try again' }).waitFor();
                } finally {
                    await scene.changeSetting('Ask_About_Bans', true);
                }
            },
        },
        {
            name: 'too-many',
            heading: 'Too many attempts',
            reach: async (page) => {
                const guesser = await scene.person();
                for (let tries = 0; tries < 10; tries++) {
                    await guesser.redeem('AAAAAAAAAAAAAAAA');
                }
                await visits.open(page, { as: guesser });
            },
        },
        {
            name: 'no-answer',
            heading: 'The workspace is not responding',
            reach: async (page) => {
                await page.route('**/inviteInfo', (route) => route.abort());
                await visits.open(page);
            },
        },
    ];
}

let number = 100;

/** Makes invites with otherwise equal terms differ. */
function nextNumber(): number {
    return ++number;
}
