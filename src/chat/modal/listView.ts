import { Room } from '../../domain/ports';
import { InvitePage, PAGE_SIZE } from '../../domain/useCases/listPage';
import { factsOf } from '../inviteText';
import { nameOf } from '../names';
import { RenderContext } from '../reply';
import { Blocks, ModalButton, View } from './blocks';

/** Returns the view that lists a room's live links. `note` is the result of the previous step. */
export function listView(invitePage: InvitePage, room: Room, note: string | undefined, context: RenderContext, appId: string): View {
    const { messages } = context;
    const { modal } = messages;
    const { number: page, isComplete } = invitePage;
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.text(note);
    }
    const emptyList = isComplete ? modal.emptyList(nameOf(room)) : messages.emptyOwnList;
    blocks.text(invitePage.summaries.length === 0 ? emptyList : isComplete ? messages.roomListTitle(nameOf(room)) : messages.ownListTitle);
    for (const summary of invitePage.summaries) {
        const revoke: ModalButton = { action: 'form-revoke', label: messages.revoke, value: [summary.invite.id, room.id, String(page)] };
        blocks.text(factsOf(summary, context), summary.mayRevoke ? revoke : undefined);
    }
    if (invitePage.others > 0) {
        blocks.hint(messages.ended(invitePage.others));
    }
    const older: ModalButton = { action: 'form-list', label: modal.older, value: [room.id, String(page + 1)] };
    const newer: ModalButton = { action: 'form-list', label: modal.newer, value: [room.id, String(page - 1)] };
    blocks.buttons(...(page > 1 ? [newer] : []), ...(page * PAGE_SIZE < invitePage.total ? [older] : []), {
        action: 'form-new',
        label: modal.newLink,
        value: [room.id],
    });
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
