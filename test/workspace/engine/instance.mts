import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';

import type { Mailer } from '../server/mailer.mts';
import type { Screens } from '../server/screens.mts';
import { SlashCommands } from '../server/slashCommands.mts';
import type { Database } from '../store/database.mts';
import { NEVER, takingTurns, type CallInterceptor } from './appCalls.mts';
import { Bridges } from './bridges/bridgeSet.mts';
import type { Cluster } from './cluster.mts';
import { useRuntime, type Runtime } from './runtime.mts';
import { LogStorage, MetadataStorage, SourceStorage } from './storages.mts';

/** The state that all instances of a workspace share. */
export interface Shared {
    database: Database;
    screens: Screens;
    mailer: Mailer;
    cluster: Cluster;
    runtime: Runtime;
}

/** One server instance, with its own engine, sandboxes and commands, over the shared database. */
export class Instance {
    readonly commands: SlashCommands;
    readonly manager: AppManager;
    readonly bridges: Bridges;
    readonly sources: SourceStorage;
    /** Sits between the apps and the server. Tests replace it to count, delay or refuse calls. */
    interceptor: CallInterceptor = takingTurns;
    private readonly cluster: Cluster;
    private readonly temporary = mkdtempSync(join(tmpdir(), 'workspace-'));

    private constructor({ database, screens, mailer, cluster }: Shared) {
        this.cluster = cluster;
        this.sources = new SourceStorage(database);
        this.commands = new SlashCommands(database, screens);
        this.bridges = new Bridges({
            database,
            screens,
            mailer,
            commands: this.commands,
            manager: () => this.manager,
            broadcast: (event) => cluster.broadcast(this, event),
        });
        // The engine allows only one manager in a process.
        (AppManager as { Instance: AppManager | undefined }).Instance = undefined;
        this.manager = new AppManager({
            metadataStorage: new MetadataStorage(database),
            sourceStorage: this.sources,
            logStorage: new LogStorage(database),
            bridges: this.bridges,
            tempFilePath: this.temporary,
        });
        cluster.join(this);
    }

    /** Starts an instance with all enabled apps. Calls `prepare` before the apps start. */
    static async start(shared: Shared, prepare: (instance: Instance) => void = () => undefined): Promise<Instance> {
        const instance = new Instance(shared);
        await useRuntime(instance.manager, shared.runtime, () => instance.interceptor);
        prepare(instance);
        await instance.manager.load();
        await instance.manager.enableAll();
        return instance;
    }

    /** Stops the instance and its sandboxes immediately. The apps stay enabled for the next start. */
    async stop(): Promise<void> {
        this.interceptor = () => NEVER;
        this.cluster.leave(this);
        for (const app of await this.manager.get()) {
            await app.getRuntimeController().stopApp();
        }
        rmSync(this.temporary, { recursive: true, force: true });
    }
}
