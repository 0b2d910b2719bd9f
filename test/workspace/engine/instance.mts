import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';

import type { Screens } from '../server/screens.mts';
import { SlashCommands } from '../server/slashCommands.mts';
import type { Database } from '../store/database.mts';
import { takingTurns, type CallInterceptor } from './appCalls.mts';
import { Bridges } from './bridges/all.mts';
import { useDeno } from './runtime.mts';
import { LogStorage, MetadataStorage, SourceStorage } from './storages.mts';

/** One server instance of the workspace: its own engine, its own Deno processes and commands, over the one database. */
export class Instance {
    readonly commands: SlashCommands;
    readonly manager: AppManager;
    readonly bridges: Bridges;
    /** Stands between the app and the server; tests set their own, to count, delay or refuse calls. */
    interceptor: CallInterceptor = takingTurns;
    private readonly temporary = mkdtempSync(join(tmpdir(), 'workspace-'));

    private constructor(database: Database, screens: Screens) {
        this.commands = new SlashCommands(database, screens);
        this.bridges = new Bridges({ database, screens, commands: this.commands, manager: () => this.manager });
        // The engine allows one manager a process unless the last one is forgotten.
        (AppManager as { Instance: AppManager | undefined }).Instance = undefined;
        this.manager = new AppManager({
            metadataStorage: new MetadataStorage(database),
            sourceStorage: new SourceStorage(database),
            logStorage: new LogStorage(database),
            bridges: this.bridges,
            tempFilePath: this.temporary,
        });
        useDeno(this.manager, () => this.interceptor);
    }

    /** Starts an instance and the apps that are installed and enabled; `prepare` comes before these. */
    static async start(database: Database, screens: Screens, prepare: (instance: Instance) => void = () => undefined): Promise<Instance> {
        const instance = new Instance(database, screens);
        prepare(instance);
        await instance.manager.load();
        await instance.manager.enableAll();
        return instance;
    }

    /** Ends the instance and its processes. The apps stay as they are, for the next start. */
    async stop(): Promise<void> {
        for (const app of await this.manager.get()) {
            await app.getRuntimeController().stopApp();
        }
        rmSync(this.temporary, { recursive: true, force: true });
    }
}
