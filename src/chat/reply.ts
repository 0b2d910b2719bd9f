/** One paragraph of an answer. Where the client shows buttons, `button` stands beside it. */
export interface ReplyBlock {
    readonly text: string;
    readonly button?: Button;
}

export interface Button {
    readonly action: Action;
    readonly label: string;
    /** What the button is about; comes back when it is pressed. */
    readonly value: string;
}

export type Action = 'revoke-invite';

/** What the caller is to read. */
export type Reply = readonly ReplyBlock[];

/** The answer for clients without buttons, and for notifications. */
export function toPlainText(answer: Reply): string {
    return answer.map(({ text }) => text).join('\n');
}
