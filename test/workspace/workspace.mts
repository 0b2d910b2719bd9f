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
export interface Workspace {
    readonly url: string;
    readonly database: Database;
    readonly screens: Screens;
    readonly instance: Instance;
    stop(): Promise<void>;
}

export async function startWorkspace({ port = 0, data }: WorkspaceOptions = {}): Promise<Workspace> {
    const database = await Database.open(data);
    const screens = new Screens();
    const instance = await Instance.start(database, screens);
    const listening = await listen(application(database, instance), port);
    const url = `http://127.0.0.1:${listening.port}`;
    if ((await settingValue(database, 'Site_Url')) === undefined || port === 0) {
        await setSetting(database, 'Site_Url', url);
    }
    if ((await settingValue(database, 'Language')) === undefined) {
        await setSetting(database, 'Language', 'en');
    }
    return {
        url,
        database,
        screens,
        instance,
        async stop() {
            await listening.close();
            await instance.stop();
            await database.close();
        },
    };
}
