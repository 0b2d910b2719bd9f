import { AsyncLocalStorage } from 'node:async_hooks';

import { AppStatusUtils, type AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus.js';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/index.js';
import { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';
import type { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage.js';

import { copy } from '../store/copy.mts';

/** A change to an app, broadcast from one server instance to the others. */
export type AppEvent = { appId: string } & (
    { about: 'added' | 'updated' | 'removed' } | { about: 'status'; status: AppStatus } | { about: 'setting'; setting: ISetting }
);

/** The parts of an instance that the cluster uses. */
export interface Member {
    readonly manager: AppManager;
    readonly sources: AppSourceStorage;
}

/** The server instances of one workspace, and the broadcasts between them. */
export class Cluster {
    private readonly pending = new Map<Member, Promise<void>>();
    /** Set while an instance applies a broadcast, so that it does not broadcast the change again. */
    private readonly following = new AsyncLocalStorage<boolean>();

    join(member: Member): void {
        this.pending.set(member, Promise.resolve());
        // The engine checks permissions against the newest manager of the process, which has no apps until it has
        // loaded them.
        const permissions = { getPermissionsById: (appId: string) => this.permissionsOf(appId) };
        (AppManager as { Instance: unknown }).Instance = permissions;
    }

    leave(member: Member): void {
        this.pending.delete(member);
    }

    /** Broadcasts an event to the other instances without waiting for them. */
    broadcast(from: Member, event: AppEvent): void {
        if (this.following.getStore()) {
            return;
        }
        for (const [member, before] of this.pending) {
            if (member !== from) {
                const work = (): Promise<void> => this.following.run(true, () => follow(member, copy(event)));
                this.pending.set(member, before.then(work).catch(console.error));
            }
        }
    }

    /** Resolves once every instance has applied all broadcasts so far. */
    async settled(): Promise<void> {
        await Promise.all(this.pending.values());
    }

    private permissionsOf(appId: string): ReturnType<AppManager['getPermissionsById']> {
        const managers = [...this.pending.keys()].map(({ manager }) => manager);
        return managers.find((manager) => manager.getOneById(appId))?.getPermissionsById(appId) ?? [];
    }
}

/** Applies a broadcast to one instance. */
async function follow({ manager, sources }: Member, event: AppEvent): Promise<void> {
    const { appId } = event;
    const app = manager.getOneById(appId);
    if (event.about === 'added') {
        await (app ? undefined : manager.addLocal(appId));
        return;
    }
    if (!app) {
        return;
    }
    switch (event.about) {
        case 'updated':
            return update(manager, sources, appId);
        case 'removed':
            return manager.removeLocal(appId);
        case 'status':
            return change(manager, appId, event.status);
        case 'setting':
            if (app.getStorageItem().settings[event.setting.id]?.value !== event.setting.value) {
                await manager.getSettingsManager().updateAppSetting(appId, event.setting);
            }
    }
}

async function update(manager: AppManager, sources: AppSourceStorage, appId: string): Promise<void> {
    const item = await manager.getStorage().retrieveOne(appId);
    if (item) {
        const zip = await sources.fetch(item);
        await (AppStatusUtils.isEnabled(item.status) ? manager.updateAndStartupLocal(item, zip) : manager.updateAndInitializeLocal(item, zip));
    }
}

async function change(manager: AppManager, appId: string, status: AppStatus): Promise<void> {
    if ((await manager.getOneById(appId)?.getStatus()) === status) {
        return;
    }
    if (AppStatusUtils.isEnabled(status)) {
        await manager.enable(appId);
    } else if (AppStatusUtils.isDisabled(status)) {
        await manager.disable(appId, status, true);
    }
}
