import { FindOrCreateResult } from '../../domain/useCases/findOrCreateInvite';
import { Room } from '../../domain/ports';
import { ShownAudience } from '../../domain/useCases/chooseAudience';
import { conditionsOf, expiryOf, introOf, seatsOf } from '../inviteText';
import { RenderContext } from '../reply';
import { Blocks, View } from './blocks';

/** A link that a form has created or found. */
export interface CreatedLink {
    readonly result: FindOrCreateResult;
    readonly url: string;
    readonly rooms: readonly Room[];
    /** The people for whom it is; null = everybody. */
    readonly audience: ShownAudience | null;
}

/** Returns the view that shows a link to copy, with its expiry, its remaining seats and what to do next. */
export function linkView({ result, url, rooms, audience }: CreatedLink, context: RenderContext, appId: string): View {
    const { messages } = context;
    const { modal } = messages;
    const { id, rid, approval } = result.invite;
    const blocks = new Blocks(appId)
        .text(introOf(result, rooms, context))
        .link(result.invite, modal.copyLink, url)
        .hint(expiryOf(result.invite, context), seatsOf(result, context), ...conditionsOf({ approval, audience }, context))
        // The focus falls on the first button, so the one that destroys something comes last.
        .buttons(
            { action: 'form-list', label: modal.showList, value: [rid] },
            { action: 'form-new', label: modal.newLink, value: [rid] },
            { action: 'form-edit', label: modal.edit, value: [rid, '1', id] },
            { action: 'form-ask-revoke', label: messages.revokeThis, value: [rid, '1', id], isDangerous: true },
        );
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}
