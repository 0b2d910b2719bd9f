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
    press,
    Workspace,
    type Answer,
    type ButtonOnScreen,
    type NewUser,
    type RoomRole,
    type UserDocument,
    type WorkspaceOptions,
} from '../workspace/index.mts';

/** Somebody who talks to the app, and takes note that each answer is one that the API's description has. */
export class Visitor extends Client {
    constructor(url: string, userId?: string, authToken?: string) {
        super(url, userId, authToken, MANIFEST.id);
    }

    override async app<T = any>(method: string, endpoint: string, content?: unknown): Promise<Answer<T>> {
        const answer = await super.app<T>(method, endpoint, content);
        noteToken(answer.body);
        // An app that is disabled or removed answers nothing: the server does.
        if (answer.status !== 404) {
            expectDescribed(method, endpoint, answer);
        }
        return answer;
    }
}

/** Somebody in the workspace, with a login. */
export class Person extends Visitor {
    constructor(
        private readonly workspace: Workspace,
        readonly user: UserDocument,
        token: string,
    ) {
        super(workspace.url, user._id, token);
    }

    /** Types a command in a room; answers what this person read then. */
    async types(line: string, rid: string, tmid?: string): Promise<string> {
        const [, command, params] = /^\/(\S+) ?(.*)$/s.exec(line) as unknown as [string, string, string];
        const before = this.reads().length;
        await this.rest('POST', 'commands.run', { command, params, roomId: rid, ...(tmid && { tmid }) });
        return this.reads().slice(before).join('\n');
    }

    /** Runs a command by the server's DDP method, which takes any room id; returns what this person read then. */
    async callsMethod(line: string, rid: string): Promise<string> {
        const [, cmd, params] = /^\/(\S+) ?(.*)$/s.exec(line) as unknown as [string, string, string];
        const before = this.reads().length;
        const call = { msg: 'method', id: '1', method: 'slashCommand', params: [{ cmd, params, msg: { rid } }] };
        await this.rest('POST', 'method.call/slashCommand', { message: JSON.stringify(call) });
        return this.reads().slice(before).join('\n');
    }

    /** All that this person alone was shown. */
    reads(): string[] {
        return this.workspace.screens.of(this.user._id).map(({ text }) => text);
    }

    /** The buttons under the last answer that this person read, as their client shows them. */
    buttons(): ButtonOnScreen[] {
        return buttonsIn(this.workspace.screens.of(this.user._id).at(-1));
    }

    /** Presses a button; answers what this person read then. */
    async presses(button: ButtonOnScreen, rid: string): Promise<string> {
        const before = this.reads().length;
        const { status } = await press(this, button, rid);
        if (status !== 200) {
            throw new Error(`The button answered ${status}`);
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

/** A running workspace with the packaged app in it, and an administrator. */
export class Scene {
    private constructor(
        readonly workspace: Workspace,
        readonly admin: Person,
    ) {}

    /** `first` comes before the app is installed; `zip` is its package, by default the one that the tests are about. */
    static async open(
        { zip = PACKAGE_UNDER_TEST, ...options }: WorkspaceOptions & { zip?: string } = {},
        first: (scene: Scene) => Promise<unknown> = async () => undefined,
    ): Promise<Scene> {
        const workspace = await Workspace.start(options);
        workspace.screens.onMessage(({ text }) => noteTokens(text));
        workspace.screens.onInteraction((_userId, interaction) => noteTokens(JSON.stringify(interaction)));
        const scene = new Scene(workspace, await makePerson(workspace, { username: 'admin', roles: ['admin', 'user'] }));
        await first(scene);
        const { status, body } = await scene.install(zip);
        if (status !== 200) {
            throw new Error(`The app could not be installed: ${JSON.stringify(body)}`);
        }
        await workspace.settled();
        return scene;
    }

    /** Ends it, and looks through all that the app has written to its log: no secret that was about in this workspace may stand there. */
    async close(): Promise<void> {
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

    /** Somebody who is not logged in. */
    stranger(): Visitor {
        return new Visitor(this.workspace.url);
    }

    person(user: Partial<NewUser> = {}): Promise<Person> {
        return makePerson(this.workspace, user);
    }

    /** Somebody whose account is not finished: they have not chosen a username yet. */
    async nameless(): Promise<Person> {
        const person = await this.person();
        await this.workspace.database.users.updateOne({ _id: person.userId }, { $unset: { username: '' } });
        return person;
    }

    people(count: number): Promise<Person[]> {
        return Promise.all(Array.from({ length: count }, () => this.person()));
    }

    /** A new channel or private group of that owner's. Answers its id. */
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

    /** The usernames of who is in the room; a banned person is not. */
    async members(rid: string): Promise<string[]> {
        const subscriptions = await this.workspace.database.subscriptions.find({ rid, status: { $exists: false } });
        return subscriptions.map(({ u }) => u.username!).sort();
    }

    /** The usernames of who is banned from the room, as the server tells them. */
    async banned(rid: string): Promise<string[]> {
        const { bannedUsers } = await this.admin.rest('GET', `rooms.bannedUsers?roomId=${rid}`);
        return bannedUsers.map(({ username }: { username: string }) => username);
    }

    /** Changes one of the app's settings as the administration page does; rejects with what the administrator reads when it is refused. */
    async set(id: string, value: unknown): Promise<void> {
        const { settings } = (await this.ask('GET', 'settings')).body;
        const { status, body } = await this.ask('POST', 'settings', { settings: [{ ...settings[id], value }] });
        if (status !== 200) {
            throw new Error(body.error);
        }
        await this.workspace.settled();
    }

    /** One of the administration's own calls about the app. */
    async ask(method: string, about: string, content?: unknown): Promise<Answer<any>> {
        return this.admin.request(method, `/api/apps/${MANIFEST.id}/${about}`, content);
    }

    /** What the app wrote to its log beyond what the engine writes by itself. */
    async logged(): Promise<string[]> {
        const { body } = await this.ask('GET', 'logs');
        return body.logs.flatMap(({ entries }: { entries: { severity: string; args: unknown[] }[] }) =>
            entries.filter(({ severity }) => severity !== 'debug').map(({ args }) => args.join(' ')),
        );
    }

    /** How often an invite was used, as the list of invites says. */
    async usesOf(inviteId: string): Promise<number> {
        const { body } = await this.admin.app('GET', 'listInvites');
        return body.find(({ _id }: { _id: string }) => _id === inviteId).uses;
    }

    /** Lets an invite's time pass: it was made that long ago. */
    async age(inviteId: string, ms: number): Promise<void> {
        const { database } = this.workspace;
        const record = await database.appPersistence.findOne({ 'data.kind': 'invite', 'data.id': inviteId });
        await database.appPersistence.updateOne({ _id: record!._id }, { $inc: { 'data.createdAt': -ms } });
    }

    /** All that the app has stored but counts of wrong tokens, as text: unchanged text means that nothing was changed. */
    async stored(): Promise<string> {
        return JSON.stringify(await this.workspace.database.appPersistence.find({ 'data.kind': { $ne: 'wrong-tokens' } }));
    }
}

const PERSONS_PASSWORD = 'a password';
export const DAY = 24 * 60 * 60 * 1000;
export const LINK = (workspace: Workspace, token: string): string => `${workspace.url}${APP_PATH}/join#${token}`;
export const TOKEN = /^[A-HJ-NP-Z2-9]{16}$/;

/** What everybody reads who is not logged in: the reference's two fields, and the live server's two more. */
export const NOT_LOGGED_IN = {
    status: 'error',
    message: 'You must be logged in to do this.',
    success: false,
    error: 'You must be logged in to do this.',
};

/** What a refusal says: its status and body. */
export function refusal({ status, body }: Answer<any>): { status: number; errorType: string; error: string; field?: string } {
    return { status, errorType: body.errorType, error: body.error, ...(body.details && { field: body.details.field }) };
}

/** Every token of an invite, login and password that this test file has come to know. */
const secrets = new Set<string>([PERSONS_PASSWORD]);

function noteToken(body: unknown): void {
    for (const one of Array.isArray(body) ? body : [body]) {
        const token = (one as { inviteToken?: unknown } | null)?.inviteToken;
        if (typeof token === 'string') {
            secrets.add(token);
        }
    }
}

/** Those of the links in what somebody reads. */
function noteTokens(text: string): void {
    for (const [, token] of text.matchAll(/join#([A-HJ-NP-Z2-9]{16})/g)) {
        secrets.add(token!);
    }
}

let made = 0;

async function makePerson(workspace: Workspace, user: Partial<NewUser>): Promise<Person> {
    const document = await createUser(workspace.database, { username: `person-${++made}`, password: PERSONS_PASSWORD, ...user });
    secrets.add(user.password ?? PERSONS_PASSWORD);
    const login = await issueLoginToken(workspace.database, document._id);
    secrets.add(login);
    return new Person(workspace, document, login);
}
