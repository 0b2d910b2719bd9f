import { describe, expect, it } from '@jest/globals';

import { buttonsIn, createRoom, type RoomDocument } from '../workspace/index.mts';
import { LINK, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const { database } = scene.workspace;
const owner = await scene.person({ username: 'olivia' });
const guest = await scene.person({ username: 'gwen' });
const { _id: lobby } = await createRoom(database, 'c', 'lobby', owner.user);

/** Returns the messages of a room, oldest first. */
async function messagesIn(rid: string): Promise<{ author: string | undefined; text: string; blocks?: unknown[] }[]> {
    const messages = await database.messages.find({ rid, t: { $exists: false } });
    return messages.map(({ u, msg, blocks }) => ({ author: u.username, text: msg, ...(blocks && { blocks }) }));
}

async function directRoom(...people: Person[]): Promise<RoomDocument | undefined> {
    const rooms = await database.rooms.find({ t: 'd' });
    return rooms.find(({ uids = [] }) => uids.length === people.length && people.every(({ userId }) => uids.includes(userId!)));
}

/** Creates an invite to a private group, and returns its parts. */
async function invite(maxUses = 0): Promise<{ rid: string; _id: string; token: string }> {
    const rid = await scene.room(owner);
    const { body } = await owner.invite(rid, 7, maxUses);
    return { rid, _id: body._id, token: body.inviteToken };
}

describe('/invite share', () => {
    it('posts a card as the caller, whose button lets each person who presses it in', async () => {
        const { rid, _id, token } = await invite(1);
        expect(await owner.types(`/invite share ${_id}`, lobby)).toBe('Shared here.');
        const card = (await messagesIn(lobby)).at(-1)!;
        const name = (await database.rooms.findOne({ _id: rid }))!.name!;
        expect(card.author).toBe('olivia');
        expect(card.text).toMatch(
            new RegExp(
                `^@olivia invites you to \\*${name}\\*:\n\\[(${LINK(scene.workspace, token)})\\]\\(\\1\\)\nIt expires in 7 days, on .* UTC\\.$`,
            ),
        );
        const [button] = buttonsIn(card);
        expect(button).toMatchObject({ label: 'Join' });

        expect(await guest.presses(button!, lobby)).toContain(`Welcome! You are now in *${name}*`);
        expect(await scene.members(rid)).toContain('gwen');
        expect(await guest.presses(button!, lobby)).toContain(`You’re already in *${name}*`);
        const late = await scene.person();
        expect(await late.presses(button!, lobby)).toContain('That link has been used up.');
        expect(await scene.members(rid)).not.toContain(late.user.username);
    });

    it('posts it to a room or a person, and starts the direct message', async () => {
        const { _id, token } = await invite();
        const { _id: other } = await createRoom(database, 'c', 'kitchen', owner.user);
        expect(await owner.types(`/invite share ${_id} to #Kitchen please`, lobby)).toBe('Shared with `#Kitchen`.');
        expect((await messagesIn(other)).at(-1)!.text).toContain(token);

        expect(await directRoom(owner, guest)).toBeUndefined();
        expect(await owner.types(`/invite share ${_id} with @gwen`, lobby)).toBe('Shared with `@gwen`.');
        const direct = (await directRoom(owner, guest))!;
        expect(await owner.types(`/invite share ${_id} @gwen`, lobby)).toBe('Shared with `@gwen`.');
        expect((await messagesIn(direct._id)).map(({ author }) => author)).toEqual(['olivia', 'olivia']);
    });

    it.each([
        ['a person who does not exist', '@nobody', 'There is no user called `nobody`.'],
        ['a room that does not exist', '#nowhere', 'That room does not exist, or you are not a member of it.'],
        ['a private room of others', '#vault', 'That room does not exist, or you are not a member of it.'],
        ['a room where the caller may not write', '#notices', 'You can’t post in that room, so I did not share the link there.'],
    ])('posts nothing to %s', async (_what, destination, reply) => {
        if (!(await database.rooms.findOne({ name: 'vault' }))) {
            await createRoom(database, 'p', 'vault', guest.user);
            const { _id: rid } = await createRoom(database, 'c', 'notices', guest.user);
            await database.rooms.updateOne({ _id: rid }, { $set: { ro: true } });
            await scene.add(rid, owner);
        }
        const { _id } = await invite();
        const before = await database.messages.count({});
        expect(await owner.types(`/invite share ${_id} ${destination}`, lobby)).toBe(reply);
        expect(await database.messages.count({})).toBe(before);
    });

    it('is for the creator alone, and for links that work', async () => {
        const { rid, _id, token } = await invite();
        const moderator = await scene.person();
        await scene.add(rid, moderator, 'moderator');
        const before = await database.messages.count({ rid: lobby });
        expect(await moderator.types(`/invite share ${_id}`, lobby)).toBe('Only the person who created a link can share it.');
        expect(await guest.types(`/invite share ${_id}`, lobby)).toContain('There is no such link, or you cannot manage it.');
        expect(await guest.types(`/invite share ${token}`, lobby)).toContain('There is no such link, or you cannot manage it.');
        await owner.types(`/invite pause ${_id}`, lobby);
        expect(await owner.types(`/invite share ${_id}`, lobby)).toContain('paused');
        expect(await owner.types('/invite share', lobby)).toContain('Which link?');
        expect(await database.messages.count({ rid: lobby })).toBe(before);
    });

    it('has a card in the workspace’s language', async () => {
        const { _id } = await invite();
        await database.settings.updateOne({ _id: 'Language' }, { $set: { value: 'de' } });
        await owner.types(`/invite share ${_id}`, lobby);
        await database.settings.updateOne({ _id: 'Language' }, { $set: { value: 'en' } });
        const card = (await messagesIn(lobby)).at(-1)!;
        expect(card.text).toMatch(/^@olivia lädt dich in \*.*\* ein:/);
        expect(buttonsIn(card)).toMatchObject([{ label: 'Beitreten' }]);
    });
});

describe('a forged press of Join', () => {
    it.each(['', 'not a token', 'ABCDEFGHJKLMNPQR'])('with "%s" lets nobody in', async (value) => {
        const { rid, _id } = await invite();
        const before = await scene.members(rid);
        for (const forged of [value, _id]) {
            expect(await guest.presses({ label: 'Join', actionId: 'join-invite', blockId: 'answer-0', value: forged }, lobby)).toMatch(
                /^There is no such link|^Too many wrong links/,
            );
        }
        expect(await scene.members(rid)).toEqual(before);
    });

    it('does not lift a ban', async () => {
        const rid = await scene.room(owner, 'c');
        const { body } = await owner.invite(rid);
        const banned = await scene.person();
        await scene.add(rid, banned);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
        await banned.presses({ label: 'Join', actionId: 'join-invite', blockId: 'answer-0', value: body.inviteToken }, lobby);
        expect(await scene.banned(rid)).toContain(banned.user.username);
        expect(await scene.members(rid)).not.toContain(banned.user.username);
    });
});
