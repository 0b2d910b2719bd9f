import type { Answer, Client } from './client.mts';
import { randomId } from './server/ids.mts';

interface Text {
    text: string;
}

interface Element {
    type: string;
    actionId: string;
    blockId?: string;
    value?: string;
    initialValue?: string;
    text?: Text;
    options?: { value: string; text: Text }[];
}

interface Block {
    type: string;
    blockId: string;
    text?: Text;
    label?: Text;
    element?: Element;
    elements?: (Element & Text)[];
    accessory?: Element;
}

export interface ShownView {
    id: string;
    title: Text;
    blocks: Block[];
    close?: unknown;
    submit?: { text: Text } | null;
}

/** A button that an app adds to the client's own menus. */
interface ActionButton {
    appId: string;
    actionId: string;
    context: string;
}

interface Interaction {
    type?: string;
    view?: ShownView;
    viewId?: string;
    errors?: Record<string, string>;
}

/**
 * An open modal of the client's app, handled as in the web client (useUiKitView, ActionManager). Initial values come
 * from the first view only, updates are merged into the shown view, and errors stay until the next ones replace them.
 * A field's name is its id without the ids of records at its end.
 */
export class Modal {
    private errorsByField: Record<string, string> = {};
    private readonly values = new Map<string, { blockId: string; value: unknown }>();

    constructor(
        private readonly client: Client,
        private shown: ShownView,
    ) {
        for (const { blockId, element } of shown.blocks) {
            if (element) {
                this.values.set(element.actionId, { blockId, value: element.initialValue });
            }
        }
    }

    /** Chooses the first room action that the client's app offers. Rejects unless that opens a modal. */
    static async byRoomAction(client: Client, rid: string): Promise<Modal> {
        const { body: buttons } = await client.request<ActionButton[]>('GET', '/api/apps/actionButtons');
        const actionId = buttons.find(({ appId, context }) => appId === client.appId && context === 'roomAction')?.actionId;
        const { status, body } = await sendInteraction(client, { type: 'actionButton', actionId, rid, payload: { context: 'roomAction' } });
        if (status !== 200 || body.type !== 'modal.open' || !body.view) {
            throw new Error(`No modal was opened: ${status} ${JSON.stringify(body)}`);
        }
        return new Modal(client, body.view);
    }

    get view(): ShownView {
        return this.shown;
    }

    /** The modal's text, one line a block. */
    get text(): string {
        const lines = this.shown.blocks.flatMap(({ text, label, elements = [] }) => [text, label, ...elements].flatMap((part) => part?.text ?? []));
        return lines.filter((line) => typeof line === 'string').join('\n');
    }

    /** The fields' values, by name. */
    get fields(): Record<string, unknown> {
        return Object.fromEntries(
            this.inputs().map(({ actionId, initialValue }) => [nameOf(actionId), this.values.get(actionId)?.value ?? initialValue]),
        );
    }

    /** The ids of the fields. */
    get fieldIds(): string[] {
        return this.inputs().map(({ actionId }) => actionId);
    }

    /** The errors that are shown, by the field's name. */
    get errors(): Record<string, string> {
        const shown = Object.entries(this.errorsByField).filter(([id]) => this.fieldIds.includes(id));
        return Object.fromEntries(shown.map(([id, error]) => [nameOf(id), error]));
    }

    /** The texts of the callouts. */
    get callouts(): string[] {
        return this.shown.blocks.filter(({ type }) => type === 'callout').map(({ text }) => text!.text);
    }

    /** The options of a select: labels by value. */
    options(field: string): Record<string, string> {
        const element = this.inputs().find(({ actionId }) => nameOf(actionId) === field);
        return Object.fromEntries((element?.options ?? []).map(({ value, text }) => [value, text.text]));
    }

    /** The labels of its buttons, the submit button last. */
    get buttons(): string[] {
        return [...this.actions().map(({ text }) => text!.text), ...(this.shown.submit ? [this.shown.submit.text.text] : [])];
    }

    fill(fields: Record<string, unknown>): this {
        for (const [name, value] of Object.entries(fields)) {
            const id = this.fieldIds.find((each) => each === name || nameOf(each) === name) ?? name;
            this.values.set(id, { blockId: id, value });
        }
        return this;
    }

    async submit(): Promise<this> {
        const state: Record<string, Record<string, unknown>> = {};
        for (const [actionId, { blockId, value }] of this.values) {
            state[blockId] = { ...state[blockId], [actionId]: value };
        }
        return this.send({ type: 'viewSubmit', viewId: this.shown.id, payload: { view: { ...this.shown, state } } });
    }

    /** Presses a button: the first with that label, or the one at `index`. */
    async press(label: string, index = 0): Promise<this> {
        const button = this.actions().filter(({ text }) => text!.text === label)[index];
        if (!button) {
            throw new Error(`There is no button "${label}": ${this.buttons.join(', ')}`);
        }
        const { actionId, blockId, value } = button;
        return this.send({ type: 'blockAction', actionId, container: { type: 'view', id: this.shown.id }, payload: { blockId, value } });
    }

    private inputs(): Element[] {
        return this.shown.blocks.flatMap(({ element }) => element ?? []);
    }

    private actions(): Element[] {
        return this.shown.blocks.flatMap(({ type, accessory, elements = [] }) => (type === 'actions' ? elements : accessory ? [accessory] : []));
    }

    private async send(interaction: Record<string, unknown>): Promise<this> {
        const { status, body } = await sendInteraction(this.client, interaction);
        if (status !== 200) {
            throw new Error(`The modal's interaction failed: ${status} ${JSON.stringify(body)}`);
        }
        if (body.type === 'errors' && body.viewId === this.shown.id) {
            this.errorsByField = body.errors ?? {};
        } else if (body.type === 'modal.update' && body.view?.id === this.shown.id) {
            this.shown = { ...this.shown, ...body.view };
        } else {
            throw new Error(`The modal would be closed by ${JSON.stringify(body)}`);
        }
        return this;
    }
}

function nameOf(fieldId: string): string {
    return fieldId.replace(/-([0-9a-f]{24}.*|\d+)$/, '');
}

/** Sends an interaction to the client's app. */
export function sendInteraction(client: Client, interaction: Record<string, unknown>): Promise<Answer<Interaction>> {
    return client.request('POST', `/api/apps/ui.interaction/${client.appId}`, { triggerId: randomId(), ...interaction });
}
