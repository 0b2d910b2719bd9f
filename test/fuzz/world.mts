import { Scene, type Person } from '../e2e/scene.mts';
import { MANIFEST } from '../project.mts';
import type { Caller } from './calls.mts';

type Someone = Exclude<Caller, 'anonymous' | 'forger'>;

/** A well-formed token that does not exist. */
const WRONG = 'AAAAAAAAAAAAAAAA';

/** A workspace with one of everything that a caller might attack. */
export class World {
    /** Every token so far, with the id of the person who may read it. */
    readonly tokens = new Map<string, string>();
    /** The tokens that their creators wrote into a label, which others may read. */
    private readonly published = new Set<string>();
    private readonly people = new Map<Someone, Person>();
    private names: Record<string, string> = {};
    private kept = new Set<string>();
    private elsewhere!: Person;

    private constructor(readonly scene: Scene) {}

    /** `beforeInstall` runs before the app is installed. */
    static async open(beforeInstall: () => void): Promise<World> {
        const scene = await Scene.open({}, async () => beforeInstall());
        // They are written in the background, by no caller.
        await scene.changeSetting('Send_Notices', false);
        const world = new World(scene);
        const owner = await scene.person();
        const elsewhere = await scene.person();
        world.elsewhere = elsewhere;
        const rooms = {
            room: await scene.room(owner, 'p'),
            open: await scene.room(owner, 'c'),
            elsewhere: await scene.room(elsewhere, 'p'),
        };
        world.people.set('admin', scene.admin);
        await scene.add(rooms.room, scene.admin);
        world.people.set('owner', owner);
        const { body: invite } = await owner.invite(rooms.room, 30, 2);
        await owner.invite(rooms.open, 0, 0);
        const { body: otherInvite } = await elsewhere.invite(rooms.elsewhere, 30, 0);
        world.kept = new Set(await world.inviteIds());
        world.names = { ...rooms, invite: invite._id, otherInvite: otherInvite._id, token: WRONG, ownToken: invite.inviteToken };
        const asked = await elsewhere.app('POST', 'invites.create', { rid: rooms.elsewhere, approval: true });
        const asking = await (await scene.person()).redeem(asked.body.invite.inviteToken);
        world.kept.add(asked.body.invite._id as string);
        world.names.request = asking.body.request._id;
        for (const one of ['nobody', 'member', 'banned'] as const) {
            await world.replace(one);
        }
        world.names.direct = await scene.direct(owner, world.person('member'));
        world.names.roomName = (await scene.workspace.database.rooms.findOne({ _id: rooms.room }))!.name!;
        Object.assign(world.names, { owner: owner.user.username, ownerId: owner.userId });
        await world.learnTokens();
        return world;
    }

    close(): Promise<void> {
        return this.scene.close();
    }

    person(caller: Someone): Person {
        return this.people.get(caller)!;
    }

    /** Returns the login that the caller sends, or undefined for an anonymous caller. */
    loginOf(caller: Caller): { userId: string; authToken: string } | undefined {
        if (caller === 'anonymous') {
            return undefined;
        }
        const { userId, authToken } = this.person(caller === 'forger' ? 'nobody' : caller);
        return { userId: caller === 'forger' ? this.person('owner').userId! : userId!, authToken: authToken! };
    }

    /** Returns the user id of the caller as the server sees it. */
    idOf(caller: Caller): string | undefined {
        return caller === 'anonymous' || caller === 'forger' ? undefined : this.person(caller).userId;
    }

    /** Replaces the placeholders in a text. Only the owner gets the valid token: whoever has it may use it. */
    filled(text: string, caller: Caller): string {
        return text.replace(/«(\w+)»/g, (placeholder, name: string) => {
            if (name === 'token' && caller === 'owner') {
                return this.names.ownToken!;
            }
            // Administrators may decide it.
            if (name === 'request' && caller === 'admin') {
                return WRONG;
            }
            if (name === 'self') {
                return caller === 'anonymous' || caller === 'forger' ? 'nobody' : this.person(caller).user.username!;
            }
            return this.names[name] ?? placeholder;
        });
    }

    /** Replaces a caller who was blocked by a rate limit with a new person. */
    async replace(caller: Caller): Promise<void> {
        if (caller === 'anonymous' || caller === 'forger' || caller === 'admin') {
            return;
        }
        const { scene, names } = this;
        const person = await scene.person();
        const { room, open } = names as { room: string; open: string };
        if (caller !== 'nobody') {
            await scene.add(room, person, caller === 'owner' ? 'owner' : undefined);
            await scene.add(open, person, caller === 'owner' ? 'owner' : undefined);
        }
        if (caller === 'banned') {
            await scene.admin.rest('POST', 'rooms.banUser', { roomId: room, userId: person.userId });
            await scene.admin.rest('POST', 'rooms.banUser', { roomId: open, userId: person.userId });
        }
        if (caller === 'owner') {
            // The invite belongs to the former owner.
            names.ownToken = WRONG;
        }
        this.people.set(caller, person);
        names[caller] = person.user.username!;
        names.ownerId = this.person('owner').userId!;
    }

    /** Restores the initial invites, and creates a person who is in no room yet. */
    async tidy(): Promise<void> {
        const { scene, names } = this;
        for (const id of await this.inviteIds()) {
            if (!this.kept.has(id)) {
                await scene.admin.app('DELETE', `removeInvite/${id}`);
            }
        }
        // A call may have edited or revoked the former ones.
        const { body: own } = await this.person('owner').invite(names.room, 30, 2);
        const { body: other } = await this.elsewhere.invite(names.elsewhere, 30, 0);
        this.kept.add(own._id as string).add(other._id as string);
        const user = (await scene.person()).user.username;
        Object.assign(names, { invite: own._id, ownToken: own.inviteToken, otherInvite: other._id, user });
        await this.learnTokens();
    }

    async learnTokens(): Promise<void> {
        const records = await this.scene.workspace.database.appPersistence.find({ 'data.kind': 'invite' });
        const invites = records.map(({ data }) => data as { token: string; userId: string; label: string | null });
        invites.forEach(({ token, userId }) => this.tokens.set(token, userId));
        const labels = invites.map(({ label }) => label ?? '').join('\n');
        [...this.tokens.keys()].filter((token) => labels.includes(token)).forEach((token) => this.published.add(token));
    }

    /** Returns whether the text contains a token that the reader may not see. */
    holdsForeignToken(text: string, reader: string | undefined): boolean {
        return [...this.tokens].some(([token, creator]) => creator !== reader && !this.published.has(token) && text.includes(token));
    }

    /** Returns the app's own log entries, and its errors among them. */
    async log(): Promise<{ all: string; errors: string[] }> {
        const { body } = await this.scene.admin.request('GET', `/api/apps/${MANIFEST.id}/logs`);
        const entries = body.logs.flatMap((log: { entries: object[] }) => log.entries) as { severity: string; args: unknown[] }[];
        const own = entries.filter(({ severity }) => severity !== 'debug');
        return {
            all: JSON.stringify(own),
            errors: own.filter(({ severity }) => severity === 'error').map(({ args }) => JSON.stringify(args)),
        };
    }

    private async inviteIds(): Promise<string[]> {
        const records = await this.scene.workspace.database.appPersistence.find({ 'data.kind': 'invite' });
        return records.map(({ data }) => (data as { id: string }).id);
    }
}
