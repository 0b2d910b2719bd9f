import { IUIKitModalViewParam } from '@rocket.chat/apps-engine/definition/uikit/UIKitInteractionResponder';
import { ButtonElement } from '@rocket.chat/ui-kit';

import { View } from './blocks';

/**
 * A dialogue as the engine takes it. An update is laid over what the client shows, so what is to go has to be there as nothing: left out, the old "submit"
 * would stay (useUiKitView in the web client).
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
