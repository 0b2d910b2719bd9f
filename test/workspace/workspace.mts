import type { RequestListener } from 'node:http';

import { Instance } from './engine/instance.mts';
import { application, listen } from './rest/server.mts';
import { Screens } from './server/screens.mts';
import { setSetting, settingValue } from './server/settings.mts';
import { Database } from './store/database.mts';

export interface WorkspaceOptions {
    /** 0, the default, takes a free port. */
    port?: number;
    /** A folder that keeps the state over restarts; without it the state lives in memory. */
    data?: string;
}

/** A workspace in one process: the database, the engine with its apps, and the HTTP server around them. */
export class Workspace {
    private constructor(
        readonly url: string,
        readonly database: Database,
        readonly screens: Screens,
        private current: Running,
        private readonly closeServer: () => Promise<void>,
    ) {}

    static async start({ port = 0, data }: WorkspaceOptions = {}): Promise<Workspace> {
        const database = await Database.open(data);
        const screens = new Screens();
        const running = await run(database, screens);
        const server = await listen((request, response) => workspace.current.handle(request, response), port);
        const workspace = new Workspace(`http://127.0.0.1:${server.port}`, database, screens, running, server.close);
        if (port === 0 || (await settingValue(database, 'Site_Url')) === undefined) {
            await setSetting(database, 'Site_Url', workspace.url);
        }
        if ((await settingValue(database, 'Language')) === undefined) {
            await setSetting(database, 'Language', 'en');
        }
        return workspace;
    }

    get instance(): Instance {
        return this.current.instance;
    }

    /** The server stops and starts again, over the same database; `prepare` comes before its apps start. */
    async restart(prepare?: (instance: Instance) => void): Promise<void> {
        await this.instance.stop();
        this.current = await run(this.database, this.screens, prepare);
    }

    async stop(): Promise<void> {
        await this.closeServer();
        await this.instance.stop();
        await this.database.close();
    }
}

interface Running {
    instance: Instance;
    handle: RequestListener;
}

async function run(database: Database, screens: Screens, prepare?: (instance: Instance) => void): Promise<Running> {
    const instance = await Instance.start(database, screens, prepare);
    return { instance, handle: application(database, instance) as RequestListener };
}
