import { IUIKitModalViewParam } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { ButtonElement } from '@rocket.chat/ui-kit';

import { View } from './blocks';

/**
 * Converts a view to the engine's modal. The web client merges an update into the current view.
 * So a missing submit button must be null: left out, the previous one would stay.
 */
export function toModal({ title, blocks, close, submit }: View, id: string, appId: string): IUIKitModalViewParam {
    return {
        id,
        title: { type: 'plain_text', text: title },
        blocks: [...blocks],
        close: footerButton('close', close, appId),
        submit: submit === undefined ? (null as unknown as undefined) : footerButton('submit', submit, appId),
    };
}

function footerButton(actionId: string, label: string, appId: string): ButtonElement {
    return { type: 'button', appId, blockId: 'footer', actionId, text: { type: 'plain_text', text: label } };
}
