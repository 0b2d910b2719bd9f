import { isDeepStrictEqual } from 'node:util';

import { MANIFEST } from '../project.mts';
import { buttonsIn, Client, createDirectRoom, PASSWORD, pressButton, type Answer, type Workspace } from '../workspace/index.mts';
import { waitFor } from './waitFor.mts';

/**
 * Plays the app's main job over HTTP and by commands: create, find, list, redeem, use up, ban, unban, and the bot. Prints
 * each step with its result. Returns whether all of them passed.
 */
export async function tour(workspace: Workspace, print: (text: string) => void): Promise<boolean> {
    let failed = 0;
    const step = (what: string, seen: unknown, expected: unknown): void => {
        const good = isDeepStrictEqual(seen, expected);
        failed += good ? 0 : 1;
        print(
            `${good ? '  ok ' : 'FAIL '} ${what}${good ? '' : `\n      expected ${JSON.stringify(expected)}\n      saw      ${JSON.stringify(seen)}`}`,
        );
    };
    const login = (username: string): Promise<Client> => Client.login(workspace.url, username, PASSWORD, MANIFEST.id);
    const [admin, alice, bob, carol, dave] = (await Promise.all(['admin', 'alice', 'bob', 'carol', 'dave'].map(login))) as [
        Client,
        Client,
        Client,
        Client,
        Client,
    ];
    const anonymous = new Client(workspace.url, undefined, undefined, MANIFEST.id);
    const room = await workspace.database.rooms.findOne({ name: 'secret' });
    const rid = room!._id;
    const isIn = async (person: Client): Promise<boolean> =>
        (await workspace.database.subscriptions.count({ rid, 'u._id': person.userId, 'status': { $exists: false } })) === 1;
    const read = (person: Client): string => workspace.screens.of(person.userId!).at(-1)?.text ?? '';
    const redeem = (person: Client, token: string): Promise<Answer<any>> => person.app('POST', 'useInviteToken', { token });
    const refusal = ({ status, body }: Answer): unknown => ({ status, errorType: (body as { errorType?: string }).errorType });
    const type = (person: Client, params: string, roomId = rid): Promise<unknown> =>
        person.rest('POST', 'commands.run', { command: 'invite', params, roomId });

    print('\nAlice owns the private room #secret and invites one person for ten days');
    const made = await alice.app('POST', 'findOrCreateInvite', { rid, days: 10, maxUses: 1 });
    step(
        'findOrCreateInvite creates an invite',
        { status: made.status, uses: made.body.uses, days: made.body.days },
        { status: 200, uses: 0, days: 10 },
    );
    const again = await alice.app('POST', 'findOrCreateInvite', { rid, days: 10, maxUses: 1 });
    step('the same request again finds the same invite', again.body._id, made.body._id);
    const listed = await admin.app('GET', 'listInvites');
    step(
        'an administrator lists it without its token',
        listed.body.map(({ _id, inviteToken }: Record<string, unknown>) => ({ _id, inviteToken })),
        [{ _id: made.body._id, inviteToken: undefined }],
    );
    step('Bob cannot list invites', refusal(await bob.app('GET', 'listInvites')), { status: 403, errorType: 'not_authorized' });

    print('\nCarol joins, and uses the invite up');
    const token = made.body.inviteToken as string;
    step('the token is valid for anonymous callers', (await anonymous.app('POST', 'validateInviteToken', { token })).body, {
        valid: true,
        success: true,
    });
    step('Carol redeems it', (await redeem(carol, token)).body.room?.name, 'secret');
    step('Carol is in #secret', await isIn(carol), true);
    step('Dave is too late: the invite is used up', refusal(await redeem(dave, token)), { status: 400, errorType: 'error-invite-token-expired' });
    step('Dave is not in #secret', await isIn(dave), false);
    step('an unknown token is refused', refusal(await redeem(dave, 'AAAAAAAAAAAAAAAA')), { status: 400, errorType: 'error-invalid-token' });
    step('the record id is not a token', refusal(await redeem(dave, made.body._id)), { status: 400, errorType: 'error-invalid-token' });

    print('\nThe same in chat: Alice types /invite create 2w');
    await type(alice, 'create 2w');
    print(read(alice).replace(/^/gm, '     | '));
    const link = /https?:\S+?#(\w+)/.exec(read(alice)) ?? [];
    await type(alice, 'list');
    print('  Alice types /invite list');
    print(read(alice).replace(/^/gm, '     | '));
    const general = await workspace.database.rooms.findOne({ name: 'general' });
    await type(dave, `use ${link[0]}`, general!._id);
    print('  Dave types /invite use with the link');
    print(read(dave).replace(/^/gm, '     | '));
    step('Dave is in #secret', await isIn(dave), true);

    print('\nAlice bans Dave, and no link works for him until she lifts the ban');
    await alice.rest('POST', 'rooms.banUser', { roomId: rid, userId: dave.userId });
    step('Dave is refused with the link', refusal(await redeem(dave, link[1]!)), { status: 400, errorType: 'error-user-is-banned' });
    const banned = await alice.rest('GET', `rooms.bannedUsers?roomId=${rid}`);
    step(
        'Dave is still banned',
        banned.bannedUsers.map(({ username }: { username: string }) => username),
        ['dave'],
    );
    await alice.rest('POST', 'rooms.unbanUser', { roomId: rid, userId: dave.userId });
    step('after the ban is lifted, Dave redeems the link', (await redeem(dave, link[1]!)).status, 200);
    step('Dave is in #secret again', await isIn(dave), true);

    print('\nAlice revokes her first invite');
    step('removeInvite returns true', (await alice.app('DELETE', `removeInvite/${made.body._id}`)).body, true);
    step('its token is invalid', refusal(await redeem(carol, token)), { status: 400, errorType: 'error-invalid-token' });

    print('\nBob sends a link to the app’s bot, and joins by its button');
    const bot = (await workspace.database.users.findOne({ type: 'app' }))!;
    const person = (await workspace.database.users.findOne({ username: 'bob' }))!;
    const { _id: directRoom } = await createDirectRoom(workspace.database, [person, bot]);
    await bob.rest('POST', 'chat.sendMessage', { message: { rid: directRoom, msg: link[0] } });
    const answer = await waitFor(async () => {
        const [message] = await workspace.database.messages.find({ 'rid': directRoom, 'u._id': bot._id });
        return message ?? Promise.reject(new Error('The bot has not answered'));
    });
    print(answer.msg.replace(/^/gm, '     | '));
    await pressButton(bob, buttonsIn(answer)[0]!, directRoom);
    step('Bob is in #secret', await isIn(bob), true);

    print(failed === 0 ? '\nEvery step passed.' : `\n${failed} steps failed.`);
    return failed === 0;
}
