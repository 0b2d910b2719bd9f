import { ILogger } from '@rocket.chat/apps-engine/definition/accessors';

import { InviteError } from '../domain/model/errors';
import { Invite } from '../domain/model/invite';
import { InviteEvent, EventSink } from '../domain/ports';
import { Accessors } from '../rocketchat/accessors';
import { CallCounter } from './callCounter';

/** What somebody does by one request, command or press of a button: it ends as one line in the app's log. Neither tokens nor logins are among what it knows. */
export class Operation implements EventSink {
    private readonly count = new CallCounter();
    private readonly begun = Date.now();
    private invite: string | undefined;
    private event: InviteEvent['kind'] | undefined;
    private refusal: InviteError['code'] | undefined;
    private audit: ((event: InviteEvent) => Promise<void>) | undefined;

    constructor(
        private readonly name: string,
        private readonly logger: ILogger,
    ) {}

    wrap(accessors: Accessors): Accessors {
        return this.count.wrap(accessors);
    }

    /** Where steps are told besides. */
    subscribe(audit: (event: InviteEvent) => Promise<void>): void {
        this.audit = audit;
    }

    attachInvite({ id }: Pick<Invite, 'id'>): void {
        this.invite = id;
    }

    async publish(event: InviteEvent): Promise<void> {
        if (event.invite) {
            this.attachInvite(event.invite);
        }
        this.event = event.kind;
        if (this.audit) {
            await this.audit(event);
        }
    }

    /** It was refused, or failed. */
    failed(error: unknown): void {
        this.refusal = error instanceof InviteError ? error.code : 'error-internal';
    }

    /** `who`: a user id; undefined: somebody who is not logged in. */
    finish(who: string | undefined): void {
        this.logger.info({
            operation: this.name,
            who: who || 'anonymous',
            ...(this.invite !== undefined && { invite: this.invite }),
            outcome: this.refusal || this.event || 'ok',
            calls: this.count.calls,
            ms: Date.now() - this.begun,
        });
    }
}
