import { IHttp, IModify, IPersistence, IRead, RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';

import { InviteError } from '../domain/model/errors';
import { Person } from '../domain/ports';
import { ProcessState } from '../app/processState';
import { Operation } from '../app/operation';
import { reportTo } from '../app/errorLog';
import { Services, createServices } from '../app/services';
import { withRequestTimeout } from '../app/timing';
import { toPerson } from '../rocketchat/server/users';
import { respondRefused, Statuses } from './respond';

/** One method of one endpoint: from the request and the services to the answer. Refusals are thrown. */
type Handler = (request: IApiRequest, services: Services) => Promise<IApiResponse>;

/** The methods that an endpoint has; the others answer 405. */
export type Methods = Partial<Record<RequestMethod, Handler>>;

/** What all endpoints share: the right method, the accessors turned into services, refusals and faults turned into answers. */
export abstract class InviteEndpoint extends ApiEndpoint {
    abstract readonly path: string;
    protected abstract readonly methods: Methods;
    /** Statuses of refusals that differ from those of the other endpoints. */
    protected readonly statuses: Partial<Statuses> = {};
    /** Whether what it does is worth a line in the log. */
    protected readonly isLogged: boolean = true;

    constructor(
        app: IApp,
        private readonly instance: ProcessState,
    ) {
        super(app);
    }

    /** What every method comes to. */
    async answer(
        request: IApiRequest,
        _info: IApiEndpointInfo,
        read: IRead,
        modify: IModify,
        http: IHttp,
        persistence: IPersistence,
    ): Promise<IApiResponse> {
        const report = reportTo(this.app);
        const operation = new Operation(this.path, this.app.getLogger());
        try {
            const handler = this.handlerOf(request.method);
            if (!handler) {
                throw new InviteError('method-not-allowed');
            }
            return await withRequestTimeout(
                handler(request, createServices({ read, modify, http, persistence }, this.instance, report, operation, credentialsOf(request))),
            );
        } catch (error) {
            if (!(error instanceof InviteError)) {
                report(`${this.path} failed`, error);
            }
            operation.failed(error);
            return this.refused(error);
        } finally {
            if (this.isLogged) {
                operation.finish(request.user && request.user.id);
            }
        }
    }

    /** HEAD goes where GET goes: the server leaves out the body. */
    private handlerOf(method: RequestMethod): Handler | undefined {
        return method === RequestMethod.HEAD ? this.methods.get : this.methods[method];
    }

    private refused(error: unknown): IApiResponse {
        const answer = respondRefused(error, this.statuses);
        const isOtherMethod = error instanceof InviteError && error.code === 'method-not-allowed';
        return isOtherMethod ? { ...answer, headers: { ...answer.headers, allow: this.allowed() } } : answer;
    }

    private allowed(): string {
        const names = Object.keys(this.methods).map((name) => name.toUpperCase());
        return (this.methods.get ? [...names, 'HEAD'] : names).join(', ');
    }
}

/** All that HTTP knows: the engine answers 500 to a method that an endpoint lacks. */
const METHOD_NAMES =
    'get post put delete head options patch acl bind checkout connect copy link lock m-search merge mkactivity mkcalendar mkcol move notify ' +
    'propfind proppatch purge query rebind report search source subscribe trace unbind unlink unlock unsubscribe';

for (const name of METHOD_NAMES.split(' ')) {
    Object.defineProperty(InviteEndpoint.prototype, name, {
        value(this: InviteEndpoint, ...call: Call): Promise<IApiResponse> {
            return this.answer(...call);
        },
    });
}

type Call = [request: IApiRequest, info: IApiEndpointInfo, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** Who calls; the server vouches for them by `request.user`. Nobody: unauthorized. */
export function callerOf({ user }: IApiRequest): Person {
    if (!user || !user.id) {
        throw new InviteError('unauthorized');
    }
    return toPerson(user);
}

function credentialsOf({ user, headers }: IApiRequest): { userId: string; authToken: string } | undefined {
    const authToken = headers['x-auth-token'];
    return user && authToken ? { userId: user.id, authToken } : undefined;
}
