import { Invite } from '../../domain/model/invite';
import { ShownEntry } from '../../domain/useCases/inviteHistory';
import { PAGE_SIZE } from '../../domain/useCases/listPage';
import { Found } from '../../domain/useCases/searchInvites';
import { entryText } from '../commands/who';
import { labelText } from '../inviteText';
import { RenderContext } from '../reply';
import { Blocks, View } from './blocks';

/** Returns the view that lists who joined by an invite, and who was refused, one page at a time. */
export function whoView(
    { invite, found, page }: { readonly invite: Invite; readonly found: Found<ShownEntry>; readonly page: number },
    place: readonly string[],
    context: RenderContext,
    appId: string,
): View {
    const { messages } = context;
    const { modal } = messages;
    const blocks = new Blocks(appId);
    blocks.text(found.items.length === 0 ? messages.nobodyCame : messages.whoTitle(labelText(invite)));
    if (found.items.length > 0) {
        blocks.text(found.items.map((shown) => entryText(shown, invite, context)).join('\n'));
    }
    const toPage = (number: number): readonly string[] => [...place, invite.id, String(number)];
    blocks.buttons(
        { action: 'form-show', label: modal.back, value: [...place, invite.id] },
        ...(page > 1 ? [{ action: 'form-who' as const, label: modal.newer, value: toPage(page - 1) }] : []),
        ...(page * PAGE_SIZE < found.total ? [{ action: 'form-who' as const, label: modal.older, value: toPage(page + 1) }] : []),
    );
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
