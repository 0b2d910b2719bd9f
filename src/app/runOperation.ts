import { IApp } from '@rocket.chat/apps-engine/definition/IApp';

import { InviteError } from '../domain/model/errors';
import { EventSink } from '../domain/model/event';
import { Accessors } from '../rocketchat/accessors';
import { Credentials } from '../rocketchat/server/workspaceApi';
import { reportTo } from './errorLog';
import { Operation } from './operation';
import { ProcessState } from './processState';
import { createServices } from './createServices';
import { Services } from './services';
import { withRequestTimeout } from './timing';

/** The engine's arguments to a handler, with the state of this process. */
export interface EntryPoint {
    readonly app: IApp;
    readonly accessors: Accessors;
    readonly state: ProcessState;
}

/** How an operation appears in the app's log. */
export interface OperationInfo {
    readonly name: string;
    /** Undefined for an anonymous caller. */
    readonly callerId: string | undefined;
    /** The caller's login, if the request carried one. */
    readonly login?: Credentials;
}

export interface RunningOperation {
    readonly services: Services;
    /**
     * Returns a refusal as it is. Logs any other error and returns `error-internal`, which hides the cause. The log line
     * of the operation names the last refusal.
     */
    readonly toRefusal: (error: unknown) => InviteError;
}

/**
 * Runs one request, command, button press, modal step or job. Creates the services, limits the time, and logs one line
 * at the end. Returns the result of `work`. If `work` is refused or fails, returns the result of `onRefusal`.
 */
export async function runOperation<T>(
    { app, accessors, state }: EntryPoint,
    { name, callerId, login }: OperationInfo,
    work: (running: RunningOperation) => Promise<T>,
    onRefusal: (refusal: InviteError, running: RunningOperation) => T | Promise<T>,
): Promise<T> {
    const report = reportTo(app);
    const operation = new Operation(name, app.getLogger());
    const toRefusal = (error: unknown): InviteError => {
        const refusal = error instanceof InviteError ? error : new InviteError('error-internal');
        if (refusal !== error) {
            report(`${name} failed`, error);
        }
        operation.failed(refusal);
        return refusal;
    };
    try {
        const events: EventSink = {
            attachInvite: (invite) => {
                operation.attachInvite(invite);
            },
            publish: async (event) => {
                operation.note(event);
                await Promise.all(state.subscribers.map((follow) => follow(event, services)));
            },
        };
        const services: Services = createServices(operation.wrap(accessors), state, report, events, login);
        const running = { services, toRefusal };
        try {
            return await withRequestTimeout(work(running));
        } catch (error) {
            return await onRefusal(toRefusal(error), running);
        }
    } finally {
        operation.finish(callerId);
    }
}
