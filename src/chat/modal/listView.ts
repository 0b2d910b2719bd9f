import { linkMarkup } from '../../domain/link';
import { InvitePage, PAGE_SIZE } from '../../domain/useCases/listPage';
import { factsOf } from '../inviteText';
import { nameOf, namesOf } from '../names';
import { RenderContext } from '../reply';
import { Blocks, ModalButton, Note, View } from './blocks';

interface Listed {
    readonly invitePage: InvitePage;
    /** Undefined if it could not be read. */
    readonly consoleUrl: string | undefined;
}

/** Returns the view that lists a room's live links. `note` is the result of the previous step. */
export function listView({ invitePage, consoleUrl }: Listed, rid: string, note: Note | undefined, context: RenderContext, appId: string): View {
    const { messages } = context;
    const { modal } = messages;
    const { number: page, isComplete, room, summaries } = invitePage;
    const blocks = new Blocks(appId).note(note);
    const emptyList = isComplete ? modal.emptyList(nameOf(room)) : messages.emptyOwnList;
    blocks.text(summaries.length === 0 ? emptyList : isComplete ? messages.roomListTitle(nameOf(room)) : messages.ownListTitle);
    summaries.forEach((summary, index) => {
        const number = (page - 1) * PAGE_SIZE + index + 1;
        // Readers who see the links of others may revoke each, because they manage the room.
        const isManageable = summary.mayEdit || summary.isOwn;
        const action = isManageable ? ('form-show' as const) : ('form-ask-revoke' as const);
        const label = isManageable ? modal.manageNumber(number) : messages.revokeNumber(number);
        const button: ModalButton = { action, label, value: [rid, String(page), summary.invite.id] };
        const rooms = summary.invite.moreRooms.length > 0 ? `, ${messages.forRoom(namesOf(summary.rooms))}` : '';
        blocks.text(`${number}. ${factsOf(summary, context)}${rooms}`, button);
    });
    if (invitePage.others > 0) {
        blocks.hint(modal.ended(invitePage.others));
    }
    const older: ModalButton = { action: 'form-list', label: modal.older, value: [rid, String(page + 1)] };
    const newer: ModalButton = { action: 'form-list', label: modal.newer, value: [rid, String(page - 1)] };
    blocks.buttons(...(page > 1 ? [newer] : []), ...(page * PAGE_SIZE < invitePage.total ? [older] : []), {
        action: 'form-new',
        label: modal.newLink,
        value: [rid],
    });
    if (consoleUrl !== undefined) {
        blocks.hint(messages.consoleAt(linkMarkup(consoleUrl)));
    }
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
