import { readFileSync } from 'node:fs';

import '../coverage/sandboxCounts.mts';
import { expectDescribed } from '../tools/openapi.mts';
import { APP_PATH, MANIFEST, PACKAGE_UNDER_TEST } from '../project.mts';
import {
    addUserToRoom,
    buttonsIn,
    Client,
    createDirectRoom,
    createRoom,
    createUser,
    giveRoomRole,
    issueLoginToken,
    pressButton,
    setSetting,
    SIGNING_KEYS,
    Workspace,
    type Answer,
    type AppCall,
    type ButtonOnScreen,
    type CallInterceptor,
    type Instance,
    type MailServer,
    type NewUser,
    type RoomRole,
    type UserDocument,
    type WorkspaceOptions,
} from '../workspace/index.mts';

/** A client that checks each response of the app against docs/openapi.json. */
export class Visitor extends Client {
    constructor(url: string, userId?: string, authToken?: string) {
        super(url, userId, authToken, MANIFEST.id);
    }

    override async app<T = any>(method: string, endpoint: string, content?: unknown): Promise<Answer<T>> {
        const answer = await super.app<T>(method, endpoint, content);
        noteToken(answer.body);
        // The server responds in place of an app that is disabled or removed.
        if (answer.status !== 404) {
            expectDescribed(method, endpoint, answer);
        }
        return answer;
    }
}

/** A user of the workspace, with a login. */
export class Person extends Visitor {
    constructor(
        private readonly workspace: Workspace,
        readonly user: UserDocument,
        token: string,
    ) {
        super(workspace.url, user._id, token);
    }

    /** Types a command in a room, and returns the replies to this person. */
    async types(line: string, rid: string, tmid?: string): Promise<string> {
        const [, command, params] = /^\/(\S+) ?(.*)$/s.exec(line) as unknown as [string, string, string];
        const before = this.reads().length;
        await this.rest('POST', 'commands.run', { command, params, roomId: rid, ...(tmid && { tmid }) });
        return this.reads().slice(before).join('\n');
    }

    /** Runs a command by the server's DDP method, which accepts any room id, and returns the replies to this person. */
    async callsMethod(line: string, rid: string): Promise<string> {
        const [, cmd, params] = /^\/(\S+) ?(.*)$/s.exec(line) as unknown as [string, string, string];
        const before = this.reads().length;
        const call = { msg: 'method', id: '1', method: 'slashCommand', params: [{ cmd, params, msg: { rid } }] };
        await this.rest('POST', 'method.call/slashCommand', { message: JSON.stringify(call) });
        return this.reads().slice(before).join('\n');
    }

    /** Returns all replies to this person. */
    reads(): string[] {
        return this.workspace.screens.of(this.user._id).map(({ text }) => text);
    }

    /** Returns the buttons under the last reply, as this person's client shows them. */
    buttons(): ButtonOnScreen[] {
        return buttonsIn(this.workspace.screens.of(this.user._id).at(-1));
    }

    /** Presses a button, and returns the replies to this person. */
    async presses(button: ButtonOnScreen, rid: string): Promise<string> {
        const before = this.reads().length;
        const { status } = await pressButton(this, button, rid);
        if (status !== 200) {
            throw new Error(`The button returned ${status}`);
        }
        return this.reads().slice(before).join('\n');
    }

    redeem(token: unknown): Promise<Answer<any>> {
        return this.app('POST', 'useInviteToken', { token });
    }

    invite(rid: unknown, days: unknown = 7, maxUses: unknown = 0): Promise<Answer<any>> {
        return this.app('POST', 'findOrCreateInvite', { rid, days, maxUses });
    }
}

/** Whether the call marks a claim: the seat is taken, and the app is about to read the invite again. */
export function marksClaim({ name, args }: AppCall): boolean {
    return name.includes('updateByAssociations') && (args[1] as { kind?: string }).kind === 'claim';
}

/** Sits between the app and the server on every instance. It may count, delay, refuse or replace a call. */
type Interceptor = (call: AppCall, proceed: () => Promise<unknown>, instance: Instance) => Promise<unknown>;

/** A running workspace with the packaged app in it, and an administrator. */
export class Scene {
    private constructor(
        readonly workspace: Workspace,
        readonly admin: Person,
    ) {}

    /** Installs `zip`, by default the package under test. `beforeInstall` runs before that. */
    static async open(
        { zip = PACKAGE_UNDER_TEST, ...options }: WorkspaceOptions & { zip?: string } = {},
        beforeInstall: (scene: Scene) => Promise<unknown> = async () => undefined,
    ): Promise<Scene> {
        const workspace = await Workspace.start(options);
        const keys = process.env.SIGNING_KEYS;
        if (keys) {
            await setSetting(workspace.database, SIGNING_KEYS, JSON.parse(keys));
        }
        workspace.screens.onMessage(({ text }) => noteTokens(text));
        workspace.screens.onInteraction((_userId, interaction) => noteTokens(JSON.stringify(interaction)));
        const scene = new Scene(workspace, await makePerson(workspace, { username: 'admin', roles: ['admin', 'user'] }));
        await beforeInstall(scene);
        const { status, body } = await scene.install(zip);
        if (status !== 200) {
            await workspace.stop();
            throw new Error(`The app could not be installed: ${JSON.stringify(body)}`);
        }
        await workspace.settled();
        return scene;
    }

    /** Stops the workspace. Throws if the app's log contains any secret of this workspace. */
    async close(): Promise<void> {
        await this.workspace.jobsDone();
        const logs = await this.workspace.database.appLogs.find();
        const written = logs
            .flatMap(({ entries }) => entries)
            .filter(({ severity }) => (severity as string) !== 'debug')
            .map((entry) => JSON.stringify(entry))
            .join('\n');
        await this.workspace.stop();
        const leaked = [...secrets].filter((secret) => written.includes(secret));
        if (leaked.length > 0) {
            throw new Error(`The app's log holds ${leaked.length} of the tokens, logins and passwords of this run`);
        }
    }

    /** Uploads a package as the administration page does. */
    async install(zip: string, path = '/api/apps'): Promise<Answer<any>> {
        const form = new FormData();
        form.append('app', new Blob([Uint8Array.from(readFileSync(zip))]), 'app.zip');
        form.append('permissions', JSON.stringify(MANIFEST.permissions));
        const { userId, authToken } = this.admin;
        const response = await fetch(this.workspace.url + path, {
            method: 'POST',
            headers: { 'x-user-id': userId!, 'x-auth-token': authToken! },
            body: form,
        });
        return { status: response.status, headers: response.headers, body: await response.json() };
    }

    /** Returns a client without a login. */
    anonymous(): Visitor {
        return new Visitor(this.workspace.url);
    }

    person(user: Partial<NewUser> = {}): Promise<Person> {
        return makePerson(this.workspace, user);
    }

    /** Sets up a mail server for the workspace, and remembers the tokens in all e-mails that it receives. */
    async receiveMail(): Promise<MailServer> {
        const mailServer = await this.workspace.receiveMail();
        mailServer.onMail(({ text, html }) => noteTokens(`${text} ${html}`));
        return mailServer;
    }

    /** Creates a person who has not chosen a username yet. */
    async withoutUsername(): Promise<Person> {
        const person = await this.person();
        await this.workspace.database.users.updateOne({ _id: person.userId }, { $unset: { username: '' } });
        return person;
    }

    people(count: number): Promise<Person[]> {
        return Promise.all(Array.from({ length: count }, () => this.person()));
    }

    /** Creates a channel or private group, and returns its id. */
    async room(owner: Person, kind: 'c' | 'p' = 'p', extra: Parameters<typeof createRoom>[4] = {}): Promise<string> {
        return (await createRoom(this.workspace.database, kind, `room-${++made}`, owner.user, extra))._id;
    }

    async direct(...people: Person[]): Promise<string> {
        return (
            await createDirectRoom(
                this.workspace.database,
                people.map(({ user }) => user),
            )
        )._id;
    }

    async add(rid: string, person: Person, role?: RoomRole): Promise<void> {
        await addUserToRoom(this.workspace.database, rid, person.user);
        if (role) {
            await giveRoomRole(this.workspace.database, rid, person.user._id, role);
        }
    }

    /** Returns the usernames of the room's members. A banned person is not a member. */
    async members(rid: string): Promise<string[]> {
        const subscriptions = await this.workspace.database.subscriptions.find({ rid, status: { $exists: false } });
        return subscriptions.map(({ u }) => u.username!).sort();
    }

    /** Returns the usernames of the people who are banned from the room. */
    async banned(rid: string): Promise<string[]> {
        const { bannedUsers } = await this.admin.rest('GET', `rooms.bannedUsers?roomId=${rid}`);
        return bannedUsers.map(({ username }: { username: string }) => username);
    }

    /** Returns what the app's bot wrote to a person in their direct message, the latest last. */
    async toldByBot(person: Person): Promise<{ msg: string; rid: string; blocks?: unknown[] }[]> {
        await this.workspace.jobsDone();
        const { messages, rooms, users } = this.workspace.database;
        const bot = (await users.findOne({ type: 'app' }))!;
        const direct = (await rooms.find({ t: 'd' })).find(({ uids = [] }) => uids.includes(person.userId!) && uids.includes(bot._id));
        return direct ? messages.find({ 'rid': direct._id, 'u._id': bot._id }) : [];
    }

    /** Changes a setting as the administration page does. Rejects with the message that the administrator reads. */
    async changeSetting(id: string, value: unknown): Promise<void> {
        const { settings } = (await this.adminApi('GET', 'settings')).body;
        const { status, body } = await this.adminApi('POST', 'settings', { settings: [{ ...settings[id], value }] });
        if (status !== 200) {
            throw new Error(body.error);
        }
        await this.workspace.settled();
    }

    /** Calls the server's API about the app, as the administration page does. */
    async adminApi(method: string, about: string, content?: unknown): Promise<Answer<any>> {
        return this.admin.request(method, `/api/apps/${MANIFEST.id}/${about}`, content);
    }

    /** Returns the app's own log lines, without those of the engine. */
    async logged(): Promise<string[]> {
        const { body } = await this.adminApi('GET', 'logs');
        return body.logs.flatMap(({ entries }: { entries: { severity: string; args: unknown[] }[] }) =>
            entries.filter(({ severity }) => severity !== 'debug').map(({ args }) => args.join(' ')),
        );
    }

    /**
     * Runs `work` while `interceptor` sits between the app and the server on every instance. `proceed` carries a call
     * out as before. The former interceptors are restored whether `work` succeeds or fails.
     */
    async intercept<T>(interceptor: Interceptor, work: () => Promise<T>): Promise<T> {
        const set = this.workspace.instances.map((instance) => {
            const former = instance.interceptor;
            const current: CallInterceptor = (call, proceed) => interceptor(call, () => former(call, proceed), instance);
            instance.interceptor = current;
            return { instance, former, current };
        });
        try {
            return await work();
        } finally {
            // An instance that was stopped meanwhile must keep the interceptor that never returns.
            set.filter(({ instance, current }) => instance.interceptor === current).forEach(({ instance, former }) => {
                instance.interceptor = former;
            });
        }
    }

    /** Runs `work` and returns the app's calls to the server meanwhile. */
    async callsDuring(work: () => Promise<unknown>): Promise<AppCall[]> {
        const calls: AppCall[] = [];
        await this.intercept((call, proceed) => {
            calls.push(call);
            return proceed();
        }, work);
        return calls;
    }

    /** Runs `work` and returns the requests for the workspace's permission table meanwhile. */
    async permissionReadsDuring(work: () => Promise<unknown>): Promise<{ url: string }[]> {
        const calls = await this.callsDuring(work);
        const requests = calls.filter(({ name }) => name === 'bridges:getHttpBridge:doCall').map(({ args }) => args[0] as { url: string });
        return requests.filter(({ url }) => url.endsWith('/permissions.listAll'));
    }

    /** Returns the number of uses that listInvites shows for an invite. */
    async usesOf(inviteId: string): Promise<number> {
        const { body } = await this.admin.app('GET', 'listInvites');
        return body.find(({ _id }: { _id: string }) => _id === inviteId).uses;
    }

    /** Makes an invite older by `ms`. */
    async ageInvite(inviteId: string, ms: number): Promise<void> {
        const { database } = this.workspace;
        const record = await database.appPersistence.findOne({ 'data.kind': 'invite', 'data.id': inviteId });
        const { createdAt, expires } = record!.data as { createdAt: number; expires: number | null };
        const older = { 'data.createdAt': createdAt - ms, 'data.expires': expires === null ? null : expires - ms };
        await database.appPersistence.updateOne({ _id: record!._id }, { $set: older });
    }

    /** Makes the entries of a person in the history older by `ms`. */
    async ageHistory({ userId }: Person, ms: number): Promise<void> {
        const { appPersistence } = this.workspace.database;
        for (const { _id, associations = [], data } of await appPersistence.find({ 'data.kind': 'join', 'data.personId': userId })) {
            const at = (data as { at: number }).at - ms;
            const day = new Date(at).toISOString().slice(0, 10);
            const aged = associations.map(({ model, id }) => ({
                model,
                id: id.replace(/^joins-on:.*/, `joins-on:${day}`).replace(/^(joins-in:.*):.*/, `$1:${day.slice(0, 7)}`),
            }));
            await appPersistence.updateOne({ _id }, { $set: { 'associations': aged, 'data.at': at } });
        }
    }

    /** Changes the roles of a permission as the administration page does. */
    async changePermission(_id: string, ...roles: string[]): Promise<void> {
        await this.admin.rest('POST', 'permissions.update', { permissions: [{ _id, roles }] });
    }

    /** Makes the permissions that the app has read ten minutes older, on every instance. */
    async agePermissions(): Promise<void> {
        const { appPersistence } = this.workspace.database;
        await appPersistence.updateOne({ 'data.kind': 'permissions' }, { $inc: { 'data.readAt': -10 * 60 * 1000 } });
        // A changed setting makes each instance load the stored permissions again.
        await this.changeSetting('Keep_Ended_Days', ++keptDays);
    }

    /**
     * Returns all records of the app as text, except what notes attempts and notices, and the permissions of the
     * workspace. Equal texts mean that nothing changed.
     */
    async storeSnapshot(): Promise<string> {
        await this.workspace.jobsDone();
        const changing = ['wrong-tokens', 'join', 'permissions', 'notice'];
        return JSON.stringify(await this.workspace.database.appPersistence.find({ 'data.kind': { $nin: changing } }));
    }
}

const PERSONS_PASSWORD = 'a password';
export const DAY = 24 * 60 * 60 * 1000;
export const LINK = (workspace: Workspace, token: string): string => `${workspace.url}${APP_PATH}/join#${token}`;

/** The same link as texts have it, so that clients link it whatever its host is. */
export const CLICKABLE = (workspace: Workspace, token: string): string => `[${LINK(workspace, token)}](${LINK(workspace, token)})`;
export const TOKEN = /^[A-HJ-NP-Z2-9]{16}$/;

/** The server's response to an anonymous caller. */
export const NOT_LOGGED_IN = {
    status: 'error',
    message: 'You must be logged in to do this.',
    success: false,
    error: 'You must be logged in to do this.',
};

/** Returns the status and the fields of a refusal. */
export function refusal({ status, body }: Answer<any>): { status: number; errorType: string; error: string; field?: string } {
    return { status, errorType: body.errorType, error: body.error, ...(body.details && { field: body.details.field }) };
}

/** Every invite token, login and password of this test file. */
const secrets = new Set<string>([PERSONS_PASSWORD]);

function noteToken(body: unknown): void {
    const { invite, invites = [] } = (body ?? {}) as { invite?: unknown; invites?: unknown[] };
    for (const one of Array.isArray(body) ? body : [body, invite, ...invites]) {
        const token = (one as { inviteToken?: unknown } | null)?.inviteToken;
        if (typeof token === 'string') {
            secrets.add(token);
        }
    }
}

/** Remembers the tokens of all links in a text. */
function noteTokens(text: string): void {
    for (const [, token] of text.matchAll(/join#([A-HJ-NP-Z2-9]{16})/g)) {
        secrets.add(token!);
    }
}

let made = 0;
let keptDays = 30;

async function makePerson(workspace: Workspace, user: Partial<NewUser>): Promise<Person> {
    const document = await createUser(workspace.database, { username: `person-${++made}`, password: PERSONS_PASSWORD, ...user });
    secrets.add(user.password ?? PERSONS_PASSWORD);
    const login = await issueLoginToken(workspace.database, document._id);
    secrets.add(login);
    return new Person(workspace, document, login);
}
