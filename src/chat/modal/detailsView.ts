import { DetailsResult, factLines } from '../details';
import { titleOf } from '../inviteText';
import { RenderContext } from '../reply';
import { Blocks, ModalAction, ModalButton, View } from './blocks';

/** Returns the view that shows one invite to people who manage it, and its link to its creator. */
export function detailsView(result: DetailsResult, place: readonly string[], note: string | undefined, context: RenderContext, appId: string): View {
    const { messages } = context;
    const { modal } = messages;
    const { details, url } = result;
    const { invite, isOwn, mayEdit, mayRevoke } = details.summary;
    const button = (action: ModalAction, label: string): ModalButton => ({ action, label, value: [...place, invite.id] });
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.text(note);
    }
    blocks.text(titleOf(details.summary, messages));
    if (url !== undefined) {
        blocks.link(invite, modal.copyLink, url);
    }
    blocks.text(factLines(details, context).join(' '));
    if (mayEdit) {
        blocks.buttons(
            button('form-edit', modal.edit),
            invite.pausedAt === null ? button('form-pause', modal.pause) : button('form-resume', modal.resume),
            button('form-who', modal.who),
        );
    }
    blocks.buttons(
        { action: 'form-list', label: modal.showList, value: place },
        ...(isOwn && mayEdit ? [button('form-ask-rotate', modal.rotate)] : []),
        ...(mayRevoke ? [{ ...button('form-ask-revoke', messages.revokeThis), isDangerous: true }] : []),
    );
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
