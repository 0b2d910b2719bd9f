import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { IApiEndpoint, IApiRequest } from '@rocket.chat/apps-engine/definition/api/index.js';
import type { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors/index.js';
import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge.js';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi.js';
import type { AppApiManager } from '@rocket.chat/apps-engine/server/managers/AppApiManager.js';

import { authenticated, callerOf } from '../../rest/authentication.mts';
import type { Database } from '../../store/database.mts';
import { toAppUser } from '../converters.mts';

/** Serves the apps' endpoints: one Express router an app, behind the server's own authentication. */
export class Apis extends ApiBridge {
    private readonly routers = new Map<string, Router>();

    constructor(
        private readonly database: Database,
        private readonly manager: () => AppApiManager,
    ) {
        super();
    }

    /** Serves `/api/apps/public/<app id>/…` and `/api/apps/private/<app id>/<hash>/…`. */
    routes(): Router {
        const routes = express.Router();
        routes.use('/api/apps/private/:appId/:hash', (request, response) => this.dispatch(request, response, request.params.hash));
        routes.use('/api/apps/public/:appId', (request, response) => this.dispatch(request, response));
        return routes;
    }

    protected async registerApi({ endpoint }: AppApi, appId: string): Promise<void> {
        const router = this.routers.get(appId) ?? express.Router();
        this.routers.set(appId, router);
        router.all(
            `/${endpoint.path.trim().replace(/^\//, '')}`,
            authenticated(this.database, { rejectUnauthorized: Boolean(endpoint.authRequired) }),
            this.executor(endpoint, appId),
        );
    }

    protected async unregisterApis(appId: string): Promise<void> {
        this.routers.delete(appId);
    }

    private dispatch(request: Request, response: Response, privateHash?: string): void {
        const notFound = (): void => void response.sendStatus(404);
        const router = this.routers.get(request.params.appId as string);
        if (!router) {
            notFound();
            return;
        }
        response.locals.privateHash = privateHash;
        router(request, response, notFound);
    }

    private executor(endpoint: IApiEndpoint, appId: string): RequestHandler {
        return (request, response) => {
            const user = callerOf(response);
            const forApp: IApiRequest = {
                method: request.method.toLowerCase() as RequestMethod,
                headers: request.headers as Record<string, string>,
                query: request.query as Record<string, string>,
                params: request.params,
                content: request.body as unknown,
                privateHash: response.locals.privateHash as string,
                ...(user && { user: toAppUser(user) }),
            };
            this.manager()
                .executeApi(appId, endpoint.path, forApp)
                .then(({ status, headers = {}, content }) => {
                    response.set(headers);
                    response.status(status);
                    response.send(content);
                })
                .catch((reason: Error) => response.status(500).send(reason.message));
        };
    }
}
