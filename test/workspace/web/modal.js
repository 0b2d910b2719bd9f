import { initialValues, renderBlocks } from './blocks.js';
import { element } from './dom.js';
import { textOf } from './markup.js';

/** The open modals, by view id. */
const modals = new Map();

export function updateModal(viewId, interaction) {
    modals.get(viewId)?.update(interaction);
}

export function disposeModal(viewId) {
    modals.get(viewId)?.close();
    modals.delete(viewId);
}

/**
 * Opens an app's modal. As in the real client, initial values come from the first view only. A value in an update is
 * shown, but not submitted until the person changes it. Errors stay until the next ones replace them. Enter in a field
 * does nothing, Escape and a click beside the modal close it without a word to the app, and a second click on the submit
 * button submits again.
 */
export function openModal(firstView, emit) {
    let view = firstView;
    let errors = {};
    const values = initialValues(view.blocks);
    const dialog = element('dialog', { 'aria-labelledby': `title-${view.id}`, 'oncancel': escape, 'onclick': clickBeside });
    const surface = {
        id: view.id,
        valueOf: ({ actionId, initialValue }) => values[actionId]?.value ?? initialValue,
        errorOf: (actionId) => errors[actionId],
        update: (actionId, value, blockId = 'default') => {
            values[actionId] = { value, blockId };
        },
        act: ({ actionId, blockId, value, appId = view.appId }) =>
            emit(appId, { type: 'blockAction', actionId, container: { type: 'view', id: view.id }, payload: { blockId, value } }),
    };

    function sent() {
        return { ...view, id: view.id, state: stateOf(values) };
    }

    function submit() {
        void emit(view.appId, { type: 'viewSubmit', viewId: view.id, payload: { view: sent() } });
    }

    function leave(isCleared) {
        void emit(view.appId, { type: 'viewClosed', payload: { viewId: view.id, view: sent(), isCleared } });
        disposeModal(view.id);
    }

    function escape(event) {
        event.preventDefault();
        disposeModal(view.id);
    }

    function clickBeside(event) {
        if (event.target === dialog) {
            disposeModal(view.id);
        }
    }

    function render(focus) {
        dialog.replaceChildren(
            element(
                'form',
                { method: 'dialog', novalidate: true, onsubmit: (event) => event.preventDefault() },
                element(
                    'header',
                    {},
                    element('h2', { id: `title-${view.id}`, dir: 'auto' }, textOf(view.title)),
                    element('button', { 'type': 'button', 'class': 'quiet close', 'aria-label': 'Close', 'onclick': () => leave(true) }),
                ),
                element('div', { class: 'blocks' }, renderBlocks(view.blocks, surface)),
                element(
                    'footer',
                    {},
                    view.close && element('button', { type: 'button', onclick: () => leave(false) }, textOf(view.close.text)),
                    view.submit &&
                        element('button', { id: `submit-${view.id}`, type: 'button', class: 'primary', onclick: submit }, textOf(view.submit.text)),
                ),
            ),
        );
        dialog.querySelector(focus)?.focus();
    }

    disposeModal(view.id);
    modals.set(view.id, {
        update(interaction) {
            if (interaction.type === 'errors') {
                const focused = document.activeElement?.id;
                errors = Object.assign({}, ...[interaction.errors].flat());
                render(focused ? `#${CSS.escape(focused)}` : 'footer button');
            } else {
                view = { ...view, ...interaction.view };
                render('.blocks button, footer button');
            }
        },
        close() {
            dialog.close();
            dialog.remove();
        },
    });
    document.body.append(dialog);
    dialog.showModal();
    render('.blocks :is(input, textarea, select, button, a), footer button');
}

/** Returns the values as apps receive them, by block and action. */
function stateOf(values) {
    const state = {};
    for (const [actionId, { value, blockId }] of Object.entries(values)) {
        if (blockId) {
            state[blockId] = { ...state[blockId], [actionId]: value };
        }
    }
    return state;
}
