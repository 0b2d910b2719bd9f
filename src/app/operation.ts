import { ILogger } from '@rocket.chat/apps-engine/definition/accessors';

import { InviteError } from '../domain/model/errors';
import { Invite } from '../domain/model/invite';
import { InviteEvent } from '../domain/model/event';
import { Accessors } from '../rocketchat/accessors';
import { CallCounter } from './callCounter';

/** One request, command or button press. Logs one line when it finishes; never holds tokens or credentials. */
export class Operation {
    private readonly counter = new CallCounter();
    private readonly startedAt = Date.now();
    private invite: string | undefined;
    private event: InviteEvent['kind'] | undefined;
    private refusal: InviteError['code'] | undefined;

    constructor(
        private readonly name: string,
        private readonly logger: ILogger,
    ) {}

    /** Returns accessors whose server calls count for this operation. */
    wrap(accessors: Accessors): Accessors {
        return this.counter.wrap(accessors);
    }

    /** Names the invite in the line. */
    attachInvite({ id }: Pick<Invite, 'id'>): void {
        this.invite = id;
    }

    /** Names an event and its invite in the line. */
    note(event: InviteEvent): void {
        if (event.invite) {
            this.attachInvite(event.invite);
        }
        this.event = event.kind;
    }

    /** Names the refusal in the line. */
    failed({ code }: InviteError): void {
        this.refusal = code;
    }

    /** Logs the line of the operation. `userId` is undefined for an anonymous caller. */
    finish(userId: string | undefined): void {
        this.logger.info({
            operation: this.name,
            who: userId || 'anonymous',
            ...(this.invite !== undefined && { invite: this.invite }),
            outcome: this.refusal || this.event || 'ok',
            calls: this.counter.calls,
            depth: this.counter.depth,
            ms: Date.now() - this.startedAt,
        });
    }
}
