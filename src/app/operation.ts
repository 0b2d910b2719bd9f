import { ILogger } from '@rocket.chat/apps-engine/definition/accessors';

import { InviteError } from '../domain/model/errors';
import { Invite } from '../domain/model/invite';
import { InviteEvent, EventSink } from '../domain/ports';
import { Accessors } from '../rocketchat/accessors';
import { CallCounter } from './callCounter';

/** One request, command or button press. Logs one line when it finishes; never holds tokens or credentials. */
export class Operation implements EventSink {
    private readonly counter = new CallCounter();
    private readonly startedAt = Date.now();
    private invite: string | undefined;
    private event: InviteEvent['kind'] | undefined;
    private refusal: InviteError['code'] | undefined;
    private subscriber: ((event: InviteEvent) => Promise<void>) | undefined;

    constructor(
        private readonly name: string,
        private readonly logger: ILogger,
    ) {}

    /** Returns accessors whose server calls count for this operation. */
    wrap(accessors: Accessors): Accessors {
        return this.counter.wrap(accessors);
    }

    /** Sets the one subscriber to the events, replacing an earlier one. */
    subscribe(subscriber: (event: InviteEvent) => Promise<void>): void {
        this.subscriber = subscriber;
    }

    attachInvite({ id }: Pick<Invite, 'id'>): void {
        this.invite = id;
    }

    async publish(event: InviteEvent): Promise<void> {
        if (event.invite) {
            this.attachInvite(event.invite);
        }
        this.event = event.kind;
        if (this.subscriber) {
            await this.subscriber(event);
        }
    }

    /** Records a refusal, or `error-internal` for a fault. */
    failed(error: unknown): void {
        this.refusal = error instanceof InviteError ? error.code : 'error-internal';
    }

    /** Logs the line of the operation. `userId` is undefined for an anonymous caller. */
    finish(userId: string | undefined): void {
        this.logger.info({
            operation: this.name,
            who: userId || 'anonymous',
            ...(this.invite !== undefined && { invite: this.invite }),
            outcome: this.refusal || this.event || 'ok',
            calls: this.counter.calls,
            ms: Date.now() - this.startedAt,
        });
    }
}
