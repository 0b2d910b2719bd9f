import { ILogger } from '@rocket.chat/apps-engine/definition/accessors';

import { InviteError } from '../domain/errors';
import { Invite } from '../domain/invite';
import { Deed, Journal } from '../domain/ports';
import { Accessors } from './accessors';
import { CallCount } from './counting';

/** What somebody does by one request, command or press of a button: it ends as one line in the app's log. Neither tokens nor logins are among what it knows. */
export class Operation implements Journal {
    private readonly count = new CallCount();
    private readonly begun = Date.now();
    private invite: string | undefined;
    private deed: Deed['kind'] | undefined;
    private refusal: InviteError['code'] | undefined;
    private audit: ((deed: Deed) => Promise<void>) | undefined;

    constructor(
        private readonly name: string,
        private readonly logger: ILogger,
    ) {}

    counting(accessors: Accessors): Accessors {
        return this.count.counting(accessors);
    }

    /** Where deeds are told besides. */
    auditedBy(audit: (deed: Deed) => Promise<void>): void {
        this.audit = audit;
    }

    about({ id }: Pick<Invite, 'id'>): void {
        this.invite = id;
    }

    async tell(deed: Deed): Promise<void> {
        if (deed.invite) {
            this.about(deed.invite);
        }
        this.deed = deed.kind;
        if (this.audit) {
            await this.audit(deed);
        }
    }

    /** It was refused, or failed. */
    failed(error: unknown): void {
        this.refusal = error instanceof InviteError ? error.code : 'error-internal';
    }

    /** `who`: a user id; undefined: somebody who is not logged in. */
    ended(who: string | undefined): void {
        this.logger.info({
            operation: this.name,
            who: who || 'stranger',
            ...(this.invite !== undefined && { invite: this.invite }),
            outcome: this.refusal || this.deed || 'ok',
            calls: this.count.calls,
            ms: Date.now() - this.begun,
        });
    }
}
