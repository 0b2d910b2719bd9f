import { ButtonElement, CalloutBlock, ContextBlock, InputBlock, LayoutBlock, SectionBlock } from '@rocket.chat/ui-kit';

import { Invite } from '../../domain/model/invite';

/** The content of a modal, without the ids that the client needs. */
export interface View {
    readonly title: string;
    readonly blocks: readonly LayoutBlock[];
    readonly close: string;
    /** The label of the submit button. Without it, the modal has none. */
    readonly submit?: string;
}

/** The action ids of the buttons in modals. */
export type ModalAction =
    | 'form-new'
    | 'form-list'
    | 'form-email'
    | 'form-show'
    | 'form-edit'
    | 'form-pause'
    | 'form-resume'
    | 'form-who'
    | 'form-ask-rotate'
    | 'form-rotate'
    | 'form-ask-revoke'
    | 'form-revoke';

export interface ModalButton {
    readonly action: ModalAction;
    readonly label: string;
    /** The client sends these words back when the user presses the button. */
    readonly value: readonly string[];
    /** Whether the button destroys something. Clients show it in red. */
    readonly isDangerous?: boolean;
}

/** An option of a menu. */
export interface Option {
    readonly value: string;
    readonly label: string;
}

/** The result of the previous step, above the next view. */
export interface Note {
    readonly text: string;
    readonly isRefusal: boolean;
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

    /** Adds the result of the previous step, if there is one. A refusal stands out. */
    note(note: Note | undefined): this {
        return note === undefined ? this : note.isRefusal ? this.refusal(note.text) : this.text(note.text);
    }

    /** Adds the reason why something was refused. */
    refusal(text: string): this {
        const block: CalloutBlock = { type: 'callout', blockId: this.nextId(), variant: 'warning', text: { type: 'mrkdwn', text } };
        return this.add(block);
    }

    /** Adds small print. */
    hint(...sentences: string[]): this {
        const block: ContextBlock = { type: 'context', blockId: this.nextId(), elements: [{ type: 'mrkdwn', text: sentences.join(' ') }] };
        return this.add(block);
    }

    /** Adds a text field. Block and element share an id, because clients match errors by either. */
    textInput(field: string, label: string, initialValue: string): this {
        return this.textField(field, label, { initialValue });
    }

    /** Adds a text field of several lines. */
    textArea(field: string, label: string, initialValue: string): this {
        return this.textField(field, label, { initialValue, multiline: true });
    }

    /**
     * Adds the link of an invite in a text field, because a click on a link in plain text would open it instead of copying
     * it. The field's id changes with the link, so the client does not keep text typed over an earlier one.
     */
    link({ id, revision }: Pick<Invite, 'id' | 'revision'>, label: string, url: string): this {
        return this.textInput(`link-${id}-${revision}`, label, url);
    }

    /** Adds a menu to choose one option from. */
    select(field: string, label: string, options: readonly Option[], initialValue?: string): this {
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
        const blockId = this.nextId();
        return this.add({ type: 'actions', blockId, elements: buttons.map((button) => this.button(button, blockId)) });
    }

    all(): readonly LayoutBlock[] {
        return this.blocks;
    }

    private textField(field: string, label: string, options: { readonly initialValue: string; readonly multiline?: boolean }): this {
        const element: InputBlock['element'] = {
            type: 'plain_text_input',
            appId: this.appId,
            blockId: field,
            actionId: field,
            // Screen readers read the placeholder as the field's name.
            placeholder: { type: 'plain_text', text: label },
            ...options,
        };
        return this.input(field, label, element);
    }

    private input(field: string, label: string, element: InputBlock['element']): this {
        return this.add({ type: 'input', appId: this.appId, blockId: field, label: { type: 'plain_text', text: label }, element });
    }

    private button({ action, label, value, isDangerous }: ModalButton, blockId: string): ButtonElement {
        return {
            type: 'button',
            appId: this.appId,
            blockId,
            actionId: action,
            value: value.join(' '),
            text: { type: 'plain_text', text: label, emoji: false },
            ...(isDangerous && { style: 'danger' }),
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
