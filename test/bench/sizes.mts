import { Scene, type Person } from '../e2e/scene.mts';
import { operationsOf, prepareOperations, type Act, type Prepare } from '../tools/operations.mts';
import type { Client } from '../workspace/index.mts';
import { fillWithInvites } from './records.mts';
import { ServersOwn } from './serversOwn.mts';
import { databaseOperationsDuring, plain, timeAlone, timeInTurns, timeOnce, type Times } from './timing.mts';

/** The times of an operation in one workspace, by way of the app and in the server's own way. */
export interface SizeFigure {
    readonly operation: Operation;
    readonly invites: number;
    readonly instances: number;
    /** Undefined if the app did not respond before the engine gave up. */
    readonly app: Times | undefined;
    /** Undefined if the server's own invites have nothing like it. */
    readonly own: Times | undefined;
    /** The server's operations on its database. Those of what reads everything are counted in small workspaces only. */
    readonly databaseOperations: { readonly app?: number; readonly own?: number | undefined };
}

/** How many people per second join by one invite when many ask at once. */
export interface Throughput {
    readonly invites: number;
    readonly instances: number;
    readonly limited: number;
    readonly unlimited: number;
    readonly own: number;
}

export const OPERATIONS = ['empty endpoint', 'validate', 'find', 'create', 'redeem', 'redeem, without a limit', 'a page of 25', 'list all'] as const;
/** These read all invites, so they are measured last. */
const READING_ALL: readonly Operation[] = ['a page of 25', 'list all'];
export type Operation = (typeof OPERATIONS)[number];

const WORKSPACES = [
    { invites: 10, instances: 1 },
    { invites: 1000, instances: 1 },
    { invites: 10_000, instances: 1 },
    { invites: 100_000, instances: 1 },
    { invites: 10_000, instances: 3 },
];
const WARM_UPS = 25;
const TIMES = 30;
const AT_ONCE = 16;
const CROWD = 240;

/** Measures the main operations in workspaces of several sizes, beside the server's own way. */
export async function measureSizes(): Promise<{ figures: SizeFigure[]; throughputs: Throughput[] }> {
    const [figures, throughputs]: [SizeFigure[], Throughput[]] = [[], []];
    for (const { invites, instances } of WORKSPACES) {
        console.log(`${invites} invites, ${instances} instances …`);
        const measured = await measureSize(invites, instances);
        console.table(measured.figures.map(({ operation, app, own }) => ({ operation, app: app?.median, own: own?.median })));
        figures.push(...measured.figures);
        throughputs.push(measured.throughput);
    }
    return { figures, throughputs };
}

async function measureSize(invites: number, instances: number): Promise<{ figures: SizeFigure[]; throughput: Throughput }> {
    const own = new ServersOwn();
    const scene = await Scene.open({ instances, routes: (database) => own.routes(database) });
    try {
        const owner = await scene.person();
        // One person creates more invites here than the limit allows.
        await scene.changeSetting('Max_Created_Per_Hour', 0);
        await scene.workspace.jobsDone();
        const rooms = await fillWithInvites(scene, invites);
        for (let n = 0; n < invites; n++) {
            const { rid, userId } = rooms[n % rooms.length]!;
            await own.store(rid, userId, 30, n % 2 ? 100 : 0, 1);
        }
        await prepareOperations(scene, owner, plain);
        const app = appOperations(scene, owner);
        const servers = await ownOperations(scene, owner);
        const inTurns = { ...named('app', app), ...named('own', servers) };
        const times: Record<string, Times | undefined> = await timeInTurns(inTurns, { warmUps: WARM_UPS * instances, times: TIMES });
        const throughput = {
            ...{ invites, instances },
            limited: await perSecond(scene, owner, CROWD),
            unlimited: await perSecond(scene, owner, 0),
            own: await perSecond(scene, owner, CROWD, 'own'),
        };
        const databaseOperations = new Map<Operation, SizeFigure['databaseOperations']>();
        for (const operation of OPERATIONS.filter((each) => !isReadingAll(each) || invites <= 1000)) {
            const own = servers[operation] && (await databaseOperationsOf(servers[operation]));
            databaseOperations.set(operation, { app: await databaseOperationsOf(app[operation]), own });
        }
        for (const operation of READING_ALL) {
            times[`own ${operation}`] = servers[operation] && (await timeAlone(servers[operation]));
            times[`app ${operation}`] = await timeAlone(app[operation]);
        }
        const figures = OPERATIONS.map((operation) => ({
            ...{ operation, invites, instances, app: times[`app ${operation}`], own: times[`own ${operation}`] },
            databaseOperations: databaseOperations.get(operation) ?? {},
        }));
        return { figures, throughput };
    } finally {
        await scene.close();
    }
}

function named(way: string, operations: Partial<Record<Operation, Prepare>>): Record<string, Prepare> {
    const quick = Object.entries(operations).filter(([name]) => !isReadingAll(name as Operation));
    return Object.fromEntries(quick.map(([name, prepare]) => [`${way} ${name}`, prepare]));
}

function isReadingAll(operation: Operation): boolean {
    return READING_ALL.includes(operation);
}

async function databaseOperationsOf(prepare: Prepare): Promise<number> {
    return databaseOperationsDuring(await prepare());
}

function appOperations(scene: Scene, owner: Person): Record<Operation, Prepare> {
    const all = operationsOf(scene, owner, plain);
    const admin = plain(scene.admin);
    return {
        'empty endpoint': primed(() => expectStatus(admin.app('GET', 'useInviteToken'), 405)),
        'validate': all.validateInviteToken,
        'find': all['findOrCreateInvite, finding'],
        'create': all['findOrCreateInvite, creating'],
        'redeem': all['useInviteToken, with a limit'],
        'redeem, without a limit': all['useInviteToken, without a limit'],
        'list all': all.listInvites,
        'a page of 25': all['invites.list'],
    };
}

/** Does it once before it counts. The other operations are prepared by requests, and an idle process is slow to wake up. */
function primed(act: Act): Prepare {
    return async () => {
        await act();
        return act;
    };
}

/** The same operations on the same rooms and people, with the server's own invites. */
async function ownOperations(scene: Scene, owner: Person): Promise<Partial<Record<Operation, Prepare>>> {
    const [creator, admin, guest] = [plain(owner), plain(scene.admin), plain(await scene.person())];
    const create = (rid: string, maxUses: number) => own(creator, 'POST', 'findOrCreateInvite', { rid, days: 7, maxUses });
    const redeeming = (maxUses: number) => async () => {
        const { inviteToken } = await create(await scene.room(owner), maxUses);
        return () => run(own(guest, 'POST', 'useInviteToken', { token: inviteToken }));
    };
    return {
        'empty endpoint': primed(() => run(own(admin, 'GET', 'empty'))),
        'validate': async () => {
            const { inviteToken } = await create(await scene.room(owner), 5);
            return () => run(own(scene.anonymous(), 'POST', 'validateInviteToken', { token: inviteToken }));
        },
        'find': async () => {
            const rid = await scene.room(owner);
            await create(rid, 5);
            return () => run(create(rid, 5));
        },
        'create': async () => {
            const rid = await scene.room(owner);
            return () => run(create(rid, 5));
        },
        'redeem': redeeming(5),
        'redeem, without a limit': redeeming(0),
        'list all': async () => () => run(own(admin, 'GET', 'listInvites')),
    };
}

/** Calls the server's own way (serversOwn.mts). */
function own(client: Client, method: string, endpoint: string, content?: unknown): Promise<any> {
    return client.rest(method, endpoint, content);
}

async function run(answer: Promise<unknown>): Promise<void> {
    await answer;
}

async function expectStatus(answer: Promise<{ status: number }>, wanted: number): Promise<void> {
    const { status } = await answer;
    if (status !== wanted) {
        throw new Error(`An operation returned ${status} in place of ${wanted}`);
    }
}

/** Returns how many people per second join by one invite when many ask at once. */
async function perSecond(scene: Scene, owner: Person, maxUses: number, way: 'app' | 'own' = 'app'): Promise<number> {
    const wanted = { rid: await scene.room(owner), days: 7, maxUses };
    const crowd = (await scene.people(CROWD)).map(plain);
    const send = async (client: Client, endpoint: string, content: object): Promise<any> => {
        if (way === 'own') {
            return own(client, 'POST', endpoint, content);
        }
        const answer = await client.app('POST', endpoint, content);
        await expectStatus(Promise.resolve(answer), 200);
        return answer.body;
    };
    const { inviteToken } = await send(plain(owner), 'findOrCreateInvite', wanted);
    const ms = await timeOnce(() => inParallel(crowd, (guest) => send(guest, 'useInviteToken', { token: inviteToken })));
    return (CROWD * 1000) / ms;
}

/** Runs `work` for every item, `AT_ONCE` at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
    const queue = [...items];
    const worker = async (): Promise<void> => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
            await work(item);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
