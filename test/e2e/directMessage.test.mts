import { beforeAll, expect, it } from '@jest/globals';

import { buttonsIn, createDirectRoom, type RoomDocument, type UserDocument } from '../workspace/index.mts';
import { CLICKABLE, LINK, type Person } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const { database } = scene.workspace;
const owner = await scene.person({ username: 'olivia' });
let bot: UserDocument;

beforeAll(async () => {
    bot = (await database.users.findOne({ type: 'app' }))!;
});

interface Posted {
    text: string;
    blocks?: unknown[];
}

/** Sends the bot a message, and returns its answer once it has come. */
async function tell(person: Person, text: string): Promise<Posted & { rid: string }> {
    const { _id: rid } = await directRoomOf(person);
    const answers = async (): Promise<Posted[]> =>
        (await database.messages.find({ 'rid': rid, 'u._id': bot._id })).map(({ msg, blocks }) => ({ text: msg, ...(blocks && { blocks }) }));
    const before = (await answers()).length;
    await person.rest('POST', 'chat.sendMessage', { message: { rid, msg: text } });
    for (;;) {
        const now = await answers();
        if (now.length > before) {
            return { ...now.at(-1)!, rid };
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

async function directRoomOf(person: Person): Promise<RoomDocument> {
    const existing = (await database.rooms.find({ t: 'd' })).find(({ uids = [] }) => uids.includes(person.userId!) && uids.includes(bot._id));
    return existing ?? createDirectRoom(database, [person.user, bot]);
}

it.each([
    ['a link', (token: string) => LINK(scene.workspace, token)],
    ['a token', (token: string) => token],
    ['a link as a copied message has it', (token: string) => CLICKABLE(scene.workspace, token)],
    ['a link within a sentence', (token: string) => `Look: <${LINK(scene.workspace, token)}>, please!`],
])('%s sent to the bot brings the invite with a button that joins', async (_what, message) => {
    const rid = await scene.room(owner);
    const { body } = await owner.invite(rid, 7);
    const guest = await scene.person();
    const answer = await tell(guest, message(body.inviteToken));
    const name = (await database.rooms.findOne({ _id: rid }))!.name!;
    expect(answer.text).toContain(`@olivia invites you to *${name}*:`);
    expect(answer.text).toContain('It expires in 7 days');
    const [button] = buttonsIn(answer);
    expect(await guest.presses(button!, answer.rid)).toContain(`Welcome! You are now in *${name}*`);
    expect(await scene.members(rid)).toContain(guest.user.username);
});

it('a link posted elsewhere does not reach the app', async () => {
    const rid = await scene.room(owner);
    const { body } = await owner.invite(rid, 7);
    const calls = await scene.callsDuring(() =>
        owner.rest('POST', 'chat.sendMessage', { message: { rid, msg: LINK(scene.workspace, body.inviteToken) } }),
    );
    expect(calls).toEqual([]);
});

it('anything else brings a short help, in the reader’s language', async () => {
    const help = 'Send me an invite link, and I’ll show you where it leads. To invite people, type `/invite create` in a room. More: `/invite help`';
    const guest = await scene.person();
    for (const text of ['hello', '/invite create', '7e5eeb03f23c39a7635a7844', `x${'y '.repeat(1000)}`]) {
        expect(await tell(guest, text)).toMatchObject({ text: help });
    }
    const greta = await scene.person({ language: 'de' });
    expect((await tell(greta, 'Hallo')).text).toContain('Schicke mir einen Einladungslink');
});

it('a link that does not work brings the reason, and no room', async () => {
    const rid = await scene.room(owner);
    const { body } = await owner.invite(rid, 7);
    const guest = await scene.person();
    await owner.types(`/invite pause ${body._id}`, rid);
    expect((await tell(guest, body.inviteToken)).text).toContain('paused');
    await owner.types(`/invite revoke ${body._id}`, rid);
    const { text, blocks } = await tell(guest, body.inviteToken);
    expect(text).toMatch(/^There is no such link/);
    expect(blocks).toBeUndefined();
    expect(text).toBe((await tell(guest, 'ABCDEFGHJKLMNPQR')).text);
});

it('a person who is in the room is led to it, and a banned person too, without learning more', async () => {
    const rid = await scene.room(owner, 'c');
    const { body } = await owner.invite(rid, 7);
    expect((await tell(owner, body.inviteToken)).text).toMatch(/^You(’re| are) already in/);
    const banned = await scene.person();
    await scene.add(rid, banned);
    await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
    const { text, blocks } = await tell(banned, body.inviteToken);
    expect(text).toMatch(/^You’re already in/);
    expect(blocks).toBeUndefined();
    expect(await scene.banned(rid)).toContain(banned.user.username);
});

it('makes a person who guesses wait, as every other way in does', async () => {
    const guesser = await scene.person();
    const answers: string[] = [];
    for (let guess = 0; guess < 12; guess++) {
        answers.push((await tell(guesser, `ABCDEFGHJKLMNP${'QRSTUVWXYZ23'.charAt(guess)}2`)).text);
    }
    expect(answers.at(-1)).toMatch(/^You have tried too many|^Too many/);
});

it('answers no other bot', async () => {
    const other = await scene.person();
    await database.users.updateOne({ _id: other.userId }, { $set: { type: 'bot' } });
    const { _id: rid } = await directRoomOf(other);
    await other.rest('POST', 'chat.sendMessage', { message: { rid, msg: 'hello' } });
    // The app handles messages in their order, so this answer comes after one to the bot would have.
    await tell(await scene.person(), 'hello');
    expect(await database.messages.count({ 'rid': rid, 'u._id': bot._id })).toBe(0);
});
