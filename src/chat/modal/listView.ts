import { Room } from '../../domain/ports';
import { InvitePage, PAGE_SIZE } from '../runCommand';
import { factsOf, nameOf, RenderContext } from '../render';
import { Blocks, ModalButton, View } from './blocks';

/** The room's links that still work, each with "Revoke" where the reader may; `note` tells what has just happened. */
export function listView(listing: InvitePage, room: Room, note: string | undefined, wording: RenderContext, appId: string): View {
    const { words } = wording;
    const { form } = words;
    const { number: page, isComplete } = listing;
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.text(note);
    }
    const none = isComplete ? form.none(nameOf(room)) : words.noneOfOwn;
    blocks.text(listing.page.length === 0 ? none : isComplete ? words.listOfRoom(nameOf(room)) : words.listOfOwn);
    for (const listed of listing.page) {
        const revoke: ModalButton = { action: 'form-revoke', label: words.revoke, value: [listed.invite.id, room.id, String(page)] };
        blocks.text(factsOf(listed, wording), listed.mayRevoke ? revoke : undefined);
    }
    if (listing.ended > 0) {
        blocks.hint(words.ended(listing.ended));
    }
    const older: ModalButton = { action: 'form-list', label: form.older, value: [room.id, String(page + 1)] };
    const newer: ModalButton = { action: 'form-list', label: form.newer, value: [room.id, String(page - 1)] };
    blocks.buttons(...(page > 1 ? [newer] : []), ...(page * PAGE_SIZE < listing.live ? [older] : []), {
        action: 'form-new',
        label: form.toForm,
        value: [room.id],
    });
    return { title: form.title, blocks: blocks.all(), close: form.done };
}
