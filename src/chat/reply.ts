/** One paragraph of a reply. A client that supports buttons shows `button` beside the text. */
export interface ReplyBlock {
    readonly text: string;
    readonly button?: Button;
}

export interface Button {
    readonly action: Action;
    readonly label: string;
    /** The client sends this back when the user presses the button. */
    readonly value: string;
}

export type Action = 'revoke-invite';

/** An ephemeral message to the caller. */
export type Reply = readonly ReplyBlock[];

/** Returns the reply as plain text, for clients without buttons and for notifications. */
export function toPlainText(reply: Reply): string {
    return reply.map(({ text }) => text).join('\n');
}
