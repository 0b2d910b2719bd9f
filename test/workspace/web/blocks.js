import { element } from './dom.js';
import { textOf } from './markup.js';

/**
 * Renders UIKit blocks, as far as apps use them here. The surface around them returns field values (`valueOf`) and
 * errors (`errorOf`), and receives input (`update`) and clicks (`act`).
 */
export function renderBlocks(blocks, surface) {
    return blocks.map((block) => (BLOCKS[block.type] ?? unknown)(block, surface));
}

/** Returns the initial values of a modal's fields. */
export function initialValues(blocks) {
    const values = {};
    for (const { blockId, element: single, elements = [] } of blocks) {
        for (const { actionId, initialValue, initialOption } of [single ?? [], elements].flat()) {
            if (actionId !== undefined) {
                values[actionId] = { value: initialValue || initialOption?.value || undefined, blockId };
            }
        }
    }
    return values;
}

const BLOCKS = {
    section: (block, surface) =>
        element(
            'div',
            { class: 'section' },
            element('div', { class: 'text', dir: 'auto' }, textOf(block.text)),
            block.accessory && active(block.accessory, block, surface),
        ),
    input: (block, surface) => field(block, surface),
    actions: (block, surface) =>
        element(
            'div',
            { class: 'actions' },
            block.elements.map((each) => active(each, block, surface)),
        ),
    context: ({ elements }) =>
        element(
            'div',
            { class: 'context' },
            elements.map((each) => element('div', { dir: 'auto' }, textOf(each))),
        ),
    callout: ({ title, text, variant = 'info' }) =>
        element(
            'div',
            { class: `callout ${variant}` },
            title && element('strong', {}, textOf(title)),
            element('div', { class: 'text', dir: 'auto' }, textOf(text)),
        ),
    divider: () => element('hr'),
};

const ELEMENTS = { button, plain_text_input: textInput, static_select: select };

function unknown({ type }) {
    return element('p', { class: 'unknown' }, `(This stand-in shows nothing of the type ${type}.)`);
}

/** Renders a field with its label and error. Its value is kept until the modal is submitted. */
function field({ blockId, label, hint, element: inner }, surface) {
    const id = `${surface.id}-${inner.actionId}`;
    const error = surface.errorOf(inner.actionId);
    const make = ELEMENTS[inner.type];
    const attributes = {
        id,
        'aria-invalid': error ? 'true' : undefined,
        'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    };
    return element(
        'div',
        { class: 'field' },
        // The real client's labels name no text input, so only its placeholder does.
        element('label', { for: inner.type === 'plain_text_input' ? undefined : id, dir: 'auto' }, textOf(label)),
        make ? make(inner, surface, (value) => surface.update(inner.actionId, value, blockId), attributes) : unknown(inner),
        error && element('p', { class: 'error', id: `${id}-error`, dir: 'auto' }, error),
        hint && element('p', { class: 'hint', id: `${id}-hint`, dir: 'auto' }, textOf(hint)),
    );
}

/** Renders an element that notifies its app at once, whatever its `confirm` says. In a modal, its value is also submitted from then on. */
function active(inner, { blockId, appId: appIdOfBlock }, surface) {
    const { actionId, appId = appIdOfBlock } = inner;
    const make = ELEMENTS[inner.type];
    const notifyApp = (value) => {
        surface.update(actionId, value, blockId);
        void surface.act({ actionId, blockId, value, appId });
    };
    return make ? make(inner, surface, notifyApp, { 'id': `${surface.id}-${actionId}`, 'aria-label': inner.placeholder?.text }) : unknown(inner);
}

function button({ text, value, url, style }, _surface, notifyApp, { id }) {
    const attributes = { id, class: style, dir: 'auto', onclick: () => notifyApp(value) };
    return /^https?:/.test(url ?? '')
        ? element('a', { ...attributes, class: `button ${style ?? ''}`, href: url, target: '_blank', rel: 'noopener noreferrer' }, textOf(text))
        : element('button', { ...attributes, type: 'button' }, textOf(text));
}

function textInput(inner, surface, notifyApp, attributes) {
    const { multiline, placeholder } = inner;
    const value = surface.valueOf(inner) ?? '';
    const made = element(multiline ? 'textarea' : 'input', {
        ...attributes,
        'type': multiline ? undefined : 'text',
        'rows': multiline ? 4 : undefined,
        'dir': 'auto',
        'placeholder': placeholder?.text,
        // The same name as the placeholder gives it. axe would miss a label otherwise.
        'aria-label': placeholder?.text,
        'oninput': ({ target }) => notifyApp(target.value),
    });
    made.value = value;
    return made;
}

function select(inner, surface, notifyApp, attributes) {
    const chosen = surface.valueOf(inner) ?? inner.initialOption?.value;
    const made = element(
        'select',
        { ...attributes, onchange: ({ target }) => notifyApp(target.value) },
        chosen === undefined && element('option', { value: '', disabled: true, selected: true }, inner.placeholder?.text ?? ''),
        inner.options.map(({ text, value }) => element('option', { value, selected: value === chosen }, textOf(text))),
    );
    return made;
}
