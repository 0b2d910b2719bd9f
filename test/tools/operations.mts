import type { Person, Scene } from '../e2e/scene.mts';
import { Client, Modal, type Answer } from '../workspace/index.mts';

/** Carries an operation out, and throws unless it succeeds. */
export type Act = () => Promise<void>;

/** Sets an operation up, and returns the part that counts. */
export type Prepare = () => Promise<Act>;

export type OperationName = keyof ReturnType<typeof table>;

/** Returns the client that sends a person's requests, or those of an anonymous caller. */
type ClientOf = (caller: Client) => Client;

/**
 * Returns everything that can be done with invites, over HTTP and in chat. Each operation has a room of its own, and
 * each invite one use, because the first use of an invite posts a notice in the background.
 */
export function operationsOf(scene: Scene, owner: Person, clientOf: ClientOf = (caller) => caller): Record<OperationName, Prepare> {
    const operations = Object.entries(table(scene, owner, clientOf)).map(([name, prepare]) => [
        name,
        async () => {
            const act = await prepare();
            await scene.workspace.jobsDone();
            return act;
        },
    ]);
    return Object.fromEntries(operations) as Record<OperationName, Prepare>;
}

/** Lets the app send e-mails, and makes the first requests, which fill the caches of every instance. */
export async function prepareOperations(scene: Scene, owner: Person, clientOf: ClientOf = (caller) => caller): Promise<void> {
    await scene.receiveMail();
    await scene.changeSetting('Allow_Email_Invites', true);
    const { body: invite } = await owner.invite(await scene.room(owner));
    for (const _instance of scene.workspace.instances) {
        await scene.anonymous().app('POST', 'validateInviteToken', { token: invite.inviteToken });
        await clientOf(scene.admin).app('GET', 'listInvites');
        await clientOf(scene.admin).app('GET', 'invites.list');
    }
}

function table(scene: Scene, owner: Person, clientOf: ClientOf) {
    const [creator, admin] = [clientOf(owner), clientOf(scene.admin)];
    /** The first to use each invite, the person who follows, and one who is in a single room. */
    const [first, second, third] = [once(() => scene.person()), once(() => scene.person()), once(() => scene.person())];
    const guest = async (): Promise<Client> => clientOf(await second());
    const redeem = (client: Client, token: string): Promise<Answer> => client.app('POST', 'useInviteToken', { token });

    /** Creates an invite that one person has used. */
    const usedInvite = async (maxUses = 3): Promise<any> => {
        const { body } = await creator.app('POST', 'findOrCreateInvite', { rid: await scene.room(owner), days: 7, maxUses });
        await succeed(redeem(clientOf(await first()), body.inviteToken));
        return body;
    };
    const onInvite =
        (act: (invite: any) => Promise<Answer>): Prepare =>
        async () => {
            const invite = await usedInvite();
            return () => succeed(act(invite));
        };
    const redeeming =
        (maxUses: number): Prepare =>
        async () => {
            const { inviteToken } = await usedInvite(maxUses);
            const client = await guest();
            return () => succeed(redeem(client, inviteToken));
        };
    const invitesOfRoom = { days: 7, maxUses: 3 };

    /** Creates an invite with approval, by which a person asks to join. */
    const request = async (): Promise<{ invite: any; client: Client; ask: Act; requestId: () => string }> => {
        const { body } = await creator.app('POST', 'invites.create', { rid: await scene.room(owner), approval: true, notify: 'none' });
        const client = clientOf(await scene.person());
        let requestId = '';
        const ask = async (): Promise<void> => {
            const answer: Answer<any> = await redeem(client, body.invite.inviteToken);
            requestId = answer.body.request._id;
            await succeed(answer, 202);
        };
        return { invite: body.invite, client, ask, requestId: () => requestId };
    };
    const onRequest =
        (act: (asked: { invite: any; requestId: string }) => Promise<Answer>): Prepare =>
        async () => {
            const { invite, ask, requestId } = await request();
            await ask();
            return () => succeed(act({ invite, requestId: requestId() }));
        };
    const inChat =
        (line: (invite: any) => string, reply: RegExp, person: () => Promise<Person> = async () => owner): Prepare =>
        async () => {
            const [invite, author] = [await usedInvite(), await person()];
            const rid = author === owner ? invite.rid : await elsewhere();
            return async () => {
                const text = await author.types(line(invite), rid);
                if (!reply.test(text)) {
                    throw new Error(`${line(invite)} got the reply ${text}`);
                }
            };
        };
    const elsewhere = once(async () => scene.room(await second()));
    const onlyRoom = once(async () => scene.room(await third()));
    let mails = 0;
    return {
        'findOrCreateInvite, finding': onInvite(({ rid }) => creator.app('POST', 'findOrCreateInvite', { rid, ...invitesOfRoom })),
        'findOrCreateInvite, creating': async () => {
            const rid = await scene.room(owner);
            return () => succeed(creator.app('POST', 'findOrCreateInvite', { rid, ...invitesOfRoom }));
        },
        'listInvites': async () => () => succeed(admin.app('GET', 'listInvites')),
        'listInvites of a room': onInvite(({ rid }) => admin.app('GET', `listInvites?rid=${rid}`)),
        'validateInviteToken': onInvite(({ inviteToken }) => clientOf(scene.anonymous()).app('POST', 'validateInviteToken', { token: inviteToken })),
        'inviteInfo': async () => {
            const [{ inviteToken }, client] = [await usedInvite(), await guest()];
            return () => succeed(client.app('POST', 'inviteInfo', { token: inviteToken }));
        },
        'useInviteToken, with a limit': redeeming(3),
        'useInviteToken, without a limit': redeeming(0),
        'useInviteToken, with approval': async () => (await request()).ask,
        'useInviteToken of a member': onInvite(({ inviteToken }) => redeem(creator, inviteToken)),
        'removeInvite': onInvite(({ _id }) => creator.app('DELETE', `removeInvite/${_id}`)),
        'invites.create': onInvite(({ rid }) => creator.app('POST', 'invites.create', { rid, expires: '7d', maxUses: 3 })),
        'invites.info': onInvite(({ _id }) => creator.app('GET', `invites.info?inviteId=${_id}`)),
        'invites.list': async () => () => succeed(admin.app('GET', 'invites.list')),
        'invites.list of a room': onInvite(({ rid }) => creator.app('GET', `invites.list?rid=${rid}`)),
        'invites.update': onInvite(({ _id }) => creator.app('POST', 'invites.update', { inviteId: _id, label: 'Spring', maxUses: 5 })),
        'invites.rotateToken': onInvite(({ _id }) => creator.app('POST', 'invites.rotateToken', { inviteId: _id })),
        'invites.revoke': onInvite(({ _id }) => creator.app('POST', 'invites.revoke', { inviteId: _id })),
        'invites.joins of an invite': onInvite(({ _id }) => creator.app('GET', `invites.joins?inviteId=${_id}`)),
        'invites.joins of a room': onInvite(({ rid }) => creator.app('GET', `invites.joins?rid=${rid}`)),
        // Of one day, because each month that the days are in costs a call.
        'invites.stats of a room': onInvite(({ rid }) => creator.app('GET', `invites.stats?rid=${rid}&days=1`)),
        'invites.requests of a room': onRequest(({ invite }) => creator.app('GET', `invites.requests?rid=${invite.rid}`)),
        'invites.approve': onRequest(({ requestId }) => creator.app('POST', 'invites.approve', { requestId })),
        'invites.deny': onRequest(({ requestId }) => creator.app('POST', 'invites.deny', { requestId })),
        'invites.send to one address': onInvite(({ rid }) => {
            const emails = [`person-${++mails}@example.com`];
            return creator.app('POST', 'invites.send', { rid, emails });
        }),
        'health': async () => () => succeed(admin.app('GET', 'health')),
        '/invite create': inChat(() => '/invite create 7d x5', /join#/),
        '/invite list': inChat(() => '/invite list', /expires in 7 days/),
        '/invite use': inChat(({ inviteToken }) => `/invite use ${inviteToken}`, /You are now in/, second),
        'opening the modal': async () => {
            const rid = await onlyRoom();
            const person = clientOf(await third());
            return async () => {
                await Modal.byRoomAction(person, rid);
            };
        },
    } satisfies Record<string, Prepare>;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
    let made: Promise<T> | undefined;
    return () => (made ??= make());
}

async function succeed(answer: Answer | Promise<Answer>, wanted = 200): Promise<void> {
    const { status, body } = await answer;
    if (status !== wanted) {
        throw new Error(`An operation returned ${status} in place of ${wanted}: ${JSON.stringify(body)}`);
    }
}
