import type { RequestListener, ServerResponse } from 'node:http';

import type { RequestHandler } from 'express';

import { Cluster } from './engine/cluster.mts';
import { Instance, type Shared } from './engine/instance.mts';
import { defaultRuntime, toRuntime, type Runtime } from './engine/runtime.mts';
import { application, below, listen } from './rest/server.mts';
import { MailServer } from './mailServer.mts';
import { Mailer } from './server/mailer.mts';
import { Screens } from './server/screens.mts';
import { ACCOUNT_SETTINGS } from './server/registration.mts';
import { addSettings, setSetting, settingValue } from './server/settings.mts';
import { Database } from './store/database.mts';

export interface WorkspaceOptions {
    /** 0, the default, means any free port. */
    port?: number;
    /** A folder that stores the state over restarts. By default the state lives in memory. */
    data?: string;
    /** The path below which the workspace is served, such as `/chat`. Empty by default. */
    path?: string;
    /** The number of server instances over the one database, by default 1. */
    instances?: number;
    /** What the apps run on, by default what the variable RUNTIME names. */
    runtime?: Runtime;
    /** Returns routes that the server has beside its own, such as those that a benchmark compares an app with. */
    routes?: (database: Database) => RequestHandler[];
}

type Prepare = (instance: Instance) => void;

/**
 * A workspace in one process: the database, the server instances with their apps, and an HTTP server that spreads
 * requests over them.
 */
export class Workspace {
    private running: Running[] = [];
    private turn = 0;
    private address = '';
    private mailServer: MailServer | undefined;
    private closeServer: () => Promise<void> = async () => undefined;

    private constructor(
        private readonly shared: Shared,
        private readonly path: string,
        private readonly routes: readonly RequestHandler[],
    ) {}

    static async start({
        port = 0,
        data,
        path = '',
        instances = 1,
        runtime = defaultRuntime(),
        routes = () => [],
    }: WorkspaceOptions = {}): Promise<Workspace> {
        if (!/^(\/[\w.-]+)*$/.test(path)) {
            throw new Error(`A path starts with a slash and ends without one, like /chat; this is none: ${path}`);
        }
        const database = await Database.open(data);
        await addSettings(database);
        const mailer = new Mailer(database);
        const workspace = new Workspace(
            { database, screens: new Screens(), mailer, cluster: new Cluster(), runtime: toRuntime(runtime) },
            path,
            routes(database),
        );
        await workspace.run(instances);
        await workspace.listen(port);
        if (port === 0 || (await settingValue(database, 'Site_Url')) === undefined) {
            await setSetting(database, 'Site_Url', workspace.url);
        }
        if ((await settingValue(database, 'Language')) === undefined) {
            await setSetting(database, 'Language', 'en');
            await setSetting(database, 'Site_Name', 'Rocket.Chat');
            for (const [id, value] of Object.entries(ACCOUNT_SETTINGS)) {
                await setSetting(database, id, value);
            }
        }
        return workspace;
    }

    get url(): string {
        return this.address;
    }

    get database(): Database {
        return this.shared.database;
    }

    get screens(): Screens {
        return this.shared.screens;
    }

    /** The running instances. */
    get instances(): Instance[] {
        return this.running.map(({ instance }) => instance);
    }

    /** The first running instance, usually the only one. */
    get instance(): Instance {
        return this.running[0]!.instance;
    }

    /** Resolves once all instances have applied the latest changes to apps. */
    settled(): Promise<void> {
        return this.shared.cluster.settled();
    }

    /** Resolves once all jobs have finished that run now on any instance. */
    async jobsDone(): Promise<void> {
        await Promise.all(this.instances.map(({ bridges }) => bridges.scheduler.done()));
    }

    /** Sets up a mail server for the workspace, which has none at first, and returns it. */
    async receiveMail(): Promise<MailServer> {
        this.mailServer ??= await MailServer.start();
        await setSetting(this.database, 'SMTP_Host', '127.0.0.1');
        await setSetting(this.database, 'SMTP_Port', String(this.mailServer.port));
        await setSetting(this.database, 'From_Email', 'workspace@example.com');
        return this.mailServer;
    }

    /** Resolves once all e-mails so far were sent or given up. */
    mailSent(): Promise<void> {
        return this.shared.mailer.done();
    }

    /** Runs the apps' recurring jobs on one instance, or on each of `instances`, as if several picked a job up. */
    async night(instances: readonly Instance[] = [this.instance]): Promise<void> {
        const jobs = await this.database.jobs.find();
        await Promise.all(instances.flatMap(({ bridges }) => jobs.map(({ _id }) => bridges.scheduler.run(_id))));
    }

    /** Stops all instances and starts as many again over the same database. Calls `prepare` before their apps start. */
    async restart(prepare?: Prepare): Promise<void> {
        const count = this.running.length;
        await Promise.all(this.instances.map((instance) => this.kill(instance)));
        await this.run(count, prepare);
    }

    /** Stops an instance immediately. Its open requests get no response. */
    async kill(instance: Instance): Promise<void> {
        const ended = this.running.find((running) => running.instance === instance);
        this.running = this.running.filter((running) => running !== ended);
        ended?.open.forEach((response) => response.destroy());
        await instance.stop();
    }

    /** Starts `count` more instances. */
    async run(count: number, prepare?: Prepare): Promise<void> {
        const served = { database: this.database, screens: this.screens, path: this.path, routes: this.routes };
        for (let made = 0; made < count; made++) {
            const instance = await Instance.start(this.shared, prepare);
            this.running.push({ instance, handle: application(served, instance) as RequestListener, open: new Set() });
        }
    }

    async stop(): Promise<void> {
        await this.closeServer();
        await Promise.all(this.instances.map((instance) => this.kill(instance)));
        await this.mailSent();
        await this.mailServer?.close();
        await this.database.close();
    }

    private async listen(port: number): Promise<void> {
        const spread: RequestListener = (request, response) => {
            const next = this.running[this.turn++ % this.running.length];
            if (!next) {
                response.writeHead(503).end();
                return;
            }
            next.open.add(response);
            response.on('close', () => next.open.delete(response));
            next.handle(request, response);
        };
        const server = await listen(below(this.path, spread), port);
        this.address = `http://127.0.0.1:${server.port}${this.path}`;
        this.closeServer = server.close;
    }
}

interface Running {
    readonly instance: Instance;
    readonly handle: RequestListener;
    /** The requests without a response so far. */
    readonly open: Set<ServerResponse>;
}
