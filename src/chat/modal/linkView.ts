import { FindOrCreateResult } from '../../domain/useCases/findOrCreateInvite';
import { Room } from '../../domain/ports';
import { expiryOf, introOf, seatsOf } from '../inviteText';
import { RenderContext } from '../reply';
import { Blocks, View } from './blocks';

/** Returns the view that shows a link to copy, with its expiry, its remaining seats and a button to revoke it. */
export function linkView(result: FindOrCreateResult, url: string, room: Room | undefined, context: RenderContext, appId: string): View {
    const { messages } = context;
    const { modal } = messages;
    const { id, rid } = result.invite;
    const blocks = new Blocks(appId)
        .text(introOf(result, room, context))
        // A text field, because a click on a link in plain text would open it instead of copying it.
        // Its id contains the invite's id, so the client does not keep text typed over an earlier link.
        .textInput(`link-${id}`, modal.copyLink, url)
        .hint(expiryOf(result.invite, context), seatsOf(result, context))
        .buttons(
            { action: 'form-revoke', label: messages.revoke, value: [id, rid] },
            { action: 'form-list', label: modal.showList, value: [rid] },
            { action: 'form-new', label: modal.newLink, value: [rid] },
        );
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
