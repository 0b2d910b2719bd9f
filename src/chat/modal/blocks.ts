import { ButtonElement, ContextBlock, InputBlock, LayoutBlock, SectionBlock } from '@rocket.chat/ui-kit';

/** The content of a modal, without the ids that the client needs. */
export interface View {
    readonly title: string;
    readonly blocks: readonly LayoutBlock[];
    readonly close: string;
    /** The label of the submit button. Without it, the modal has none. */
    readonly submit?: string;
}

/** The action ids of the buttons in modals. */
export type ModalAction = 'form-new' | 'form-list' | 'form-revoke';

export interface ModalButton {
    readonly action: ModalAction;
    readonly label: string;
    /** The client sends these words back when the user presses the button. */
    readonly value: readonly string[];
}

/** Builds the blocks of a view and gives each a unique id. */
export class Blocks {
    private readonly blocks: LayoutBlock[] = [];

    constructor(private readonly appId: string) {}

    /** Adds a paragraph, with an optional button beside it. */
    text(text: string, button?: ModalButton): this {
        const block: SectionBlock = { type: 'section', blockId: this.nextId(), text: { type: 'mrkdwn', text } };
        return this.add(button ? { ...block, accessory: this.button(button, this.nextId()) } : block);
    }

    /** Adds small print. */
    hint(...sentences: string[]): this {
        const block: ContextBlock = { type: 'context', blockId: this.nextId(), elements: [{ type: 'mrkdwn', text: sentences.join(' ') }] };
        return this.add(block);
    }

    /** Adds a text field. Block and element share an id, because clients match errors by either. */
    textInput(field: string, label: string, initialValue: string): this {
        const element: InputBlock['element'] = { type: 'plain_text_input', appId: this.appId, blockId: field, actionId: field, initialValue };
        return this.input(field, label, element);
    }

    /** Adds a menu to choose one option from. */
    select(field: string, label: string, options: readonly { value: string; label: string }[], initialValue?: string): this {
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
        return this.blocks;
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
        this.blocks.push(block);
        return this;
    }

    private nextId(): string {
        return `block-${this.blocks.length}`;
    }
}
