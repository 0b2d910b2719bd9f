import { FindOrCreateResult } from '../../domain/useCases/findOrCreateInvite';
import { Room } from '../../domain/ports';
import { endOf, introOf, placesOf, RenderContext } from '../render';
import { Blocks, View } from './blocks';

/** What is shown once there is a link: the link to copy, until when and for how many it works, and the way to end it. */
export function linkView(found: FindOrCreateResult, url: string, room: Room | undefined, wording: RenderContext, appId: string): View {
    const { words } = wording;
    const { form } = words;
    const { id, rid } = found.invite;
    const blocks = new Blocks(appId)
        .text(introOf(found, room, wording))
        // A line and no text: a link in a text would be opened where it should be copied.
        // Its name is the invite's: what somebody typed over one link must not stand where the next one is shown.
        .line(`link-${id}`, form.copyLink, url)
        .hint(endOf(found.invite, wording), placesOf(found, wording))
        .buttons(
            { action: 'form-revoke', label: words.revoke, value: [id, rid] },
            { action: 'form-list', label: form.toList, value: [rid] },
            { action: 'form-new', label: form.toForm, value: [rid] },
        );
    return { title: form.title, blocks: blocks.all(), close: form.done };
}
