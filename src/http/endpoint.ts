import { IHttp, IModify, IPersistence, IRead, RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';

import { InviteError } from '../domain/model/errors';
import { Person } from '../domain/ports';
import { ProcessState } from '../app/processState';
import { runOperation } from '../app/runOperation';
import { Services } from '../app/services';
import { toPerson } from '../rocketchat/server/users';
import { respondRefused, Statuses } from './respond';

/** Handles one method of an endpoint and returns the response. Throws refusals. */
type Handler = (request: IApiRequest, services: Services) => Promise<IApiResponse>;

/** The methods that an endpoint implements. All others return 405. */
export type Methods = Partial<Record<RequestMethod, Handler>>;

/** Calls the handler of the request's method with services, and turns refusals and faults into responses. */
export abstract class InviteEndpoint extends ApiEndpoint {
    abstract readonly path: string;
    protected abstract readonly methods: Methods;
    /** The statuses of refusals for which this endpoint deviates from the others. */
    protected readonly statuses: Partial<Statuses> = {};

    constructor(
        app: IApp,
        private readonly state: ProcessState,
    ) {
        super(app);
    }

    /** Handles a request of any method. */
    async handle(
        request: IApiRequest,
        _info: IApiEndpointInfo,
        read: IRead,
        modify: IModify,
        http: IHttp,
        persistence: IPersistence,
    ): Promise<IApiResponse> {
        const login = credentialsOf(request);
        return runOperation(
            { app: this.app, accessors: { read, modify, http, persistence }, state: this.state },
            { name: this.path, callerId: request.user && request.user.id, login },
            ({ services }) => {
                const handler = this.handlerOf(request.method);
                if (login) {
                    followPermissions(services);
                }
                return handler(request, services);
            },
            (refusal) => this.respondWith(refusal),
        );
    }

    /** HEAD uses the handler of GET. The server omits the body. */
    private handlerOf(method: RequestMethod): Handler {
        const handler = method === RequestMethod.HEAD ? this.methods.get : this.methods[method];
        if (!handler) {
            throw new InviteError('method-not-allowed');
        }
        return handler;
    }

    private respondWith(refusal: InviteError): IApiResponse {
        return refusal.code === 'method-not-allowed' ? respondOtherMethod(Object.keys(this.methods)) : respondRefused(refusal, this.statuses);
    }
}

/** Returns the 405 of an endpoint that implements only these methods. HEAD belongs to GET. */
export function respondOtherMethod(methods: readonly string[]): IApiResponse {
    const response = respondRefused(new InviteError('method-not-allowed'));
    const names = methods.map((name) => name.toUpperCase());
    return { ...response, headers: { ...response.headers, allow: (names.includes('GET') ? [...names, 'HEAD'] : names).join(', ') } };
}

/** All HTTP methods. Those an endpoint does not implement return 405, where the engine alone would return 500. */
const METHOD_NAMES =
    'get post put delete head options patch acl bind checkout connect copy link lock m-search merge mkactivity mkcalendar mkcol move notify ' +
    'propfind proppatch purge query rebind report search source subscribe trace unbind unlink unlock unsubscribe';

type HandlerArgs = [request: IApiRequest, info: IApiEndpointInfo, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** Makes `handle` receive the requests of all methods. */
export function receiveAllMethods(endpoint: { prototype: { handle: (...args: HandlerArgs) => Promise<IApiResponse> } }): void {
    for (const name of METHOD_NAMES.split(' ')) {
        Object.defineProperty(endpoint.prototype, name, {
            value(this: typeof endpoint.prototype, ...args: HandlerArgs): Promise<IApiResponse> {
                return this.handle(...args);
            },
        });
    }
}

receiveAllMethods(InviteEndpoint);

/**
 * Returns the caller, whom the server has authenticated.
 *
 * @throws unauthorized if the request carries no login
 */
export function callerOf({ user }: IApiRequest): Person {
    if (!user || !user.id) {
        throw new InviteError('unauthorized');
    }
    return toPerson(user);
}

/** Starts to read the permissions if they are due, at once with the calls of the handler. */
function followPermissions({ permissionTable }: Services): void {
    permissionTable.refresh().catch(() => {
        // A handler that needs the permissions gets the error as well.
    });
}

function credentialsOf({ user, headers }: IApiRequest): { userId: string; authToken: string } | undefined {
    const authToken = headers['x-auth-token'];
    return user && authToken ? { userId: user.id, authToken } : undefined;
}
