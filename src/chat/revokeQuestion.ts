import { InviteSummary } from '../domain/useCases/summarize';
import { factsOf } from './inviteText';
import { RenderContext, Reply } from './reply';

/** Asks whether the invite is really to be revoked. */
export function renderQuestion(summary: InviteSummary, context: RenderContext): Reply {
    const { messages } = context;
    return [
        { text: messages.askRevoke },
        {
            text: factsOf(summary, context),
            button: { action: 'confirm-revoke', label: messages.revokeForGood, value: summary.invite.id, style: 'danger' },
        },
    ];
}
