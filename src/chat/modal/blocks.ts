import { ButtonElement, ContextBlock, InputBlock, LayoutBlock, SectionBlock } from '@rocket.chat/ui-kit';

/** A dialogue, apart from which one on the screen it is. */
export interface View {
    readonly title: string;
    readonly blocks: readonly LayoutBlock[];
    readonly close: string;
    /** Without it, nothing is to be submitted. */
    readonly submit?: string;
}

/** What the buttons of the dialogues do. */
export type ModalAction = 'form-new' | 'form-list' | 'form-revoke';

export interface ModalButton {
    readonly action: ModalAction;
    readonly label: string;
    /** What the button is about; comes back when it is pressed. */
    readonly value: readonly string[];
}

/** The blocks of a view; each has an id of its own in it. */
export class Blocks {
    private readonly made: LayoutBlock[] = [];

    constructor(private readonly appId: string) {}

    /** A paragraph, with a button beside it if one is given. */
    text(text: string, button?: ModalButton): this {
        const block: SectionBlock = { type: 'section', blockId: this.nextId(), text: { type: 'mrkdwn', text } };
        return this.add(button ? { ...block, accessory: this.button(button, this.nextId()) } : block);
    }

    /** Small print. */
    hint(...sentences: string[]): this {
        const block: ContextBlock = { type: 'context', blockId: this.nextId(), elements: [{ type: 'mrkdwn', text: sentences.join(' ') }] };
        return this.add(block);
    }

    /** A line to type in. Block and element have the field's name, so that an error finds it whichever of the two a client looks for. */
    line(field: string, label: string, initialValue: string): this {
        const element: InputBlock['element'] = { type: 'plain_text_input', appId: this.appId, blockId: field, actionId: field, initialValue };
        return this.input(field, label, element);
    }

    /** One of several. */
    choice(field: string, label: string, options: readonly { value: string; label: string }[], initialValue?: string): this {
        const element: InputBlock['element'] = {
            type: 'static_select',
            appId: this.appId,
            blockId: field,
            actionId: field,
            placeholder: { type: 'plain_text', text: label },
            options: options.map((option) => ({ value: option.value, text: { type: 'plain_text', text: option.label } })),
            ...(initialValue !== undefined && { initialValue }),
        };
        return this.input(field, label, element);
    }

    buttons(...buttons: readonly ModalButton[]): this {
        if (buttons.length === 0) {
            return this;
        }
        const blockId = this.nextId();
        return this.add({ type: 'actions', blockId, elements: buttons.map((button) => this.button(button, blockId)) });
    }

    all(): readonly LayoutBlock[] {
        return this.made;
    }

    private input(field: string, label: string, element: InputBlock['element']): this {
        return this.add({ type: 'input', appId: this.appId, blockId: field, label: { type: 'plain_text', text: label }, element });
    }

    private button({ action, label, value }: ModalButton, blockId: string): ButtonElement {
        return {
            type: 'button',
            appId: this.appId,
            blockId,
            actionId: action,
            value: value.join(' '),
            text: { type: 'plain_text', text: label, emoji: false },
        };
    }

    private add(block: LayoutBlock): this {
        this.made.push(block);
        return this;
    }

    private nextId(): string {
        return `block-${this.made.length}`;
    }
}
