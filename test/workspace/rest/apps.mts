import busboy from 'busboy';
import express, { type Request, type Router } from 'express';
import { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus.js';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission.js';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/index.js';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp.js';
import type { AppFabricationFulfillment } from '@rocket.chat/apps-engine/server/compiler/index.js';

import { toAppUser } from '../engine/converters.mts';
import type { Instance } from '../engine/instance.mts';
import { ServerError } from '../server/errors.mts';
import type { Database } from '../store/database.mts';
import { endpoint, required } from './responses.mts';

interface Upload {
    app?: Buffer;
    permissions?: IPermission[];
}

/** Installs, updates, configures and removes apps, as `rc-apps deploy` and the administration page need it. */
export function apps(database: Database, instance: Instance): Router {
    const routes = express.Router();
    const { manager } = instance;

    routes.post(
        '/api/apps',
        endpoint(
            database,
            async (request, caller) => {
                const { app, permissions } = await upload(request);
                const made = await manager.add(present(app), {
                    enable: false,
                    user: toAppUser(caller),
                    ...(permissions && { permissionsGranted: permissions }),
                });
                refuseBroken(made);
                const enabled = await manager.changeStatus(made.getAppInfo().id, AppStatus.MANUALLY_ENABLED);
                return { app: await describe(enabled), implemented: made.getImplementedInferfaces() };
            },
            'manage-apps',
        ),
    );

    routes.post(
        '/api/apps/:id',
        endpoint(
            database,
            async (request) => {
                const { app, permissions } = await upload(request);
                const made = await manager.update(present(app), permissions as IPermission[]);
                refuseBroken(made);
                return { app: await describe(made.getApp()), implemented: made.getImplementedInferfaces() };
            },
            'manage-apps',
        ),
    );

    /** Served to anonymous callers too. The client decides which buttons a person sees in a room. */
    routes.get('/api/apps/actionButtons', async (_request, response) => {
        response.json(await manager.getUIActionButtonManager().getAllActionButtons());
    });

    /** The apps' translations, which hold the labels of their buttons. */
    routes.get('/api/apps/languages', async (_request, response) => {
        const installed = await manager.get();
        response.json({ apps: installed.map((app) => ({ id: app.getID(), languages: app.getStorageItem().languageContent })), success: true });
    });

    routes.get(
        '/api/apps/:id',
        endpoint(database, async (request) => ({ app: await describe(installed(request)) }), 'manage-apps'),
    );

    routes.delete(
        '/api/apps/:id',
        endpoint(
            database,
            async (request, caller) => {
                const app = installed(request);
                const described = await describe(app);
                await manager.remove(app.getID(), { user: toAppUser(caller) });
                return { app: described };
            },
            'manage-apps',
        ),
    );

    routes.post(
        '/api/apps/:id/status',
        endpoint(
            database,
            async (request) => {
                const status = required(request.body as Record<string, unknown>, 'status') as AppStatus;
                return { status: await (await manager.changeStatus(installed(request).getID(), status)).getStatus() };
            },
            'manage-apps',
        ),
    );

    routes.get(
        '/api/apps/:id/settings',
        endpoint(database, async (request) => ({ settings: installed(request).getStorageItem().settings }), 'manage-apps'),
    );

    routes.post(
        '/api/apps/:id/settings',
        endpoint(
            database,
            async (request) => {
                const app = installed(request);
                const { settings } = request.body as { settings?: ISetting[] };
                if (!Array.isArray(settings)) {
                    throw new Error('The settings to update must be present.');
                }
                const known = app.getStorageItem().settings;
                const updated = settings.filter(({ id, value }) => known[id] && known[id].value !== value);
                for (const setting of updated) {
                    await manager.getSettingsManager().updateAppSetting(app.getID(), setting);
                }
                return { updated };
            },
            'manage-apps',
        ),
    );

    routes.get(
        '/api/apps/:id/logs',
        endpoint(database, async (request) => manager.getLogStorage().findPaginated({ appId: installed(request).getID() }), 'manage-apps'),
    );

    function installed(request: Request): ProxiedApp {
        const id = request.params.id as string;
        const app = manager.getOneById(id);
        if (!app) {
            throw new ServerError('error-app-not-found', `No App found by the id of: ${id}`);
        }
        return app;
    }

    return routes;
}

/** Parses an upload's multipart form: the zip as `app`, the granted permissions as JSON. */
async function upload(request: Request): Promise<Upload> {
    const form = busboy({ headers: request.headers });
    const received: Upload = {};
    form.on('file', (name, stream) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
            if (name === 'app') {
                received.app = Buffer.concat(chunks);
            }
        });
    });
    form.on('field', (name, value) => {
        if (name === 'permissions') {
            received.permissions = JSON.parse(value) as IPermission[];
        }
    });
    await new Promise((resolve, reject) => {
        form.on('close', resolve);
        form.on('error', reject);
        request.pipe(form);
    });
    return received;
}

function present(zip: Buffer | undefined): Buffer {
    if (!zip) {
        throw new ServerError('app_file_error', 'Failed to get a file to install for the App.');
    }
    return zip;
}

function refuseBroken(made: AppFabricationFulfillment): void {
    if (made.hasStorageError()) {
        throw new ServerError('app_storage_error', made.getStorageError());
    }
    if (made.hasAppUserError()) {
        throw new ServerError('app_user_error', JSON.stringify(made.getAppUserError()));
    }
}

async function describe(app: ProxiedApp): Promise<Record<string, unknown>> {
    return { ...app.getInfo(), status: await app.getStatus() };
}
