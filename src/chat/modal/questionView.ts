import { InviteSummary } from '../../domain/useCases/summarize';
import { factsOf, titleOf } from '../inviteText';
import { RenderContext } from '../reply';
import { Blocks, View } from './blocks';

/** Returns the view that asks whether a link is really to be revoked or replaced. The client ignores a button's own question. */
export function questionView(
    kind: 'revoke' | 'rotate',
    summary: InviteSummary,
    place: readonly string[],
    context: RenderContext,
    appId: string,
): View {
    const { messages } = context;
    const { modal } = messages;
    const value = [...place, summary.invite.id];
    const blocks = new Blocks(appId)
        .text(kind === 'revoke' ? messages.askRevoke : modal.askRotate)
        .text(`${titleOf(summary, messages)}: ${factsOf(summary, context)}`)
        .buttons(
            { action: 'form-show', label: modal.back, value },
            kind === 'revoke'
                ? { action: 'form-revoke', label: messages.revokeForGood, value, isDangerous: true }
                : { action: 'form-rotate', label: modal.rotateNow, value, isDangerous: true },
        );
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
