import { SectionBlock } from '@rocket.chat/ui-kit';

import { ChatMessage } from '../rocketchat/server/chatMessages';
import { Reply, ReplyBlock, toPlainText } from './reply';

/** Returns a message with the buttons of a reply, if it has any. */
export function toMessage(reply: Reply, appId: string): ChatMessage {
    const text = toPlainText(reply);
    return reply.some(({ button }) => button) ? { text, blocks: reply.map((block, index) => toSectionBlock(block, appId, index)) } : { text };
}

function toSectionBlock({ text, button }: ReplyBlock, appId: string, index: number): SectionBlock {
    const blockId = `answer-${index}`;
    return {
        type: 'section',
        blockId,
        text: { type: 'mrkdwn', text },
        ...(button && {
            accessory: {
                type: 'button',
                appId,
                blockId,
                actionId: button.action,
                value: button.value,
                text: { type: 'plain_text', text: button.label, emoji: false },
                ...(button.style && { style: button.style }),
            },
        }),
    };
}
