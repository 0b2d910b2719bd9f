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
 * shown, but not submitted until the person changes it. Errors stay until the next ones replace them.
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

    function submit(event) {
        event.preventDefault();
        if (view.submit) {
            void emit(view.appId, { type: 'viewSubmit', viewId: view.id, payload: { view: sent() } });
        }
    }

    function leave(isCleared) {
        void emit(view.appId, { type: 'viewClosed', payload: { viewId: view.id, view: sent(), isCleared } });
        disposeModal(view.id);
    }

    function escape(event) {
        event.preventDefault();
        leave(true);
    }

    function clickBeside(event) {
        if (event.target === dialog) {
            leave(true);
        }
    }

    function render() {
        const focused = document.activeElement?.id;
        dialog.replaceChildren(
            element(
                'form',
                { method: 'dialog', novalidate: true, onsubmit: submit },
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
                    view.submit && element('button', { type: 'submit', class: 'primary' }, textOf(view.submit.text)),
                ),
            ),
        );
        const target =
            document.getElementById(focused ?? '') ?? dialog.querySelector('.blocks :is(input, textarea, select, button, a), footer button');
        target?.focus();
    }

    disposeModal(view.id);
    modals.set(view.id, {
        update(interaction) {
            if (interaction.type === 'errors') {
                errors = Object.assign({}, ...[interaction.errors].flat());
            } else {
                view = { ...view, ...interaction.view };
            }
            render();
            dialog.querySelector('[aria-invalid]')?.focus();
        },
        close() {
            dialog.close();
            dialog.remove();
        },
    });
    document.body.append(dialog);
    dialog.showModal();
    render();
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
