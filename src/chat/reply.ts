import { Locale } from '../i18n/dates';

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
    /** Clients show buttons that destroy something in red. */
    readonly style?: 'primary' | 'danger';
}

export type Action = 'revoke-invite' | 'confirm-revoke' | 'join-invite' | 'approve-request' | 'deny-request' | 'extend-invite';

/** An ephemeral message to the caller. */
export type Reply = readonly ReplyBlock[];

/** Returns the reply as plain text, for clients without buttons and for notifications. */
export function toPlainText(reply: Reply): string {
    return reply.map(({ text }) => text).join('\n');
}

/** The reader's locale and the command for examples. */
export interface RenderContext extends Locale {
    /** The name of the command, for the examples in the reply. */
    readonly commandName: string;
}

/** Renders a result in the reader's language, once that is known. */
export type Rendering = (context: RenderContext) => Reply;

/** Returns a reply of these paragraphs, without buttons. */
export function paragraphs(...texts: readonly string[]): Reply {
    return texts.map((text) => ({ text }));
}
