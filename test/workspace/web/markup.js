import { element } from './dom.js';
import { isHere } from './address.js';
import { parse } from './messageParser.mjs';

/** Renders text with the parser of the real client, so it links and styles what that one does. */
export function markup(text) {
    return parse(text, { colors: true, emoticons: true }).map(render);
}

const NODES = {
    PLAIN_TEXT: (text) => text,
    PARAGRAPH: (inner) => element('div', {}, inner.map(render)),
    LINE_BREAK: () => element('br'),
    BOLD: (inner) => element('strong', {}, inner.map(render)),
    ITALIC: (inner) => element('em', {}, inner.map(render)),
    STRIKE: (inner) => element('s', {}, inner.map(render)),
    INLINE_CODE: ({ value }) => element('code', { dir: 'auto' }, value),
    LINK: ({ src, label }) => link(src.value, [label].flat().map(render)),
    MENTION_USER: ({ value }) => `@${value}`,
    MENTION_CHANNEL: ({ value }) => `#${value}`,
    EMOJI: ({ value }) => value.value ?? value,
    UNORDERED_LIST: (items) => element('ul', {}, items.map(render)),
    ORDERED_LIST: (items) => element('ol', {}, items.map(render)),
    LIST_ITEM: (inner, { number }) => element('li', { value: number }, inner.map(render)),
};

/** Apps and tests use no other nodes here: their text is shown as it is. */
function render(node) {
    const { type, value, unicode } = node;
    return (NODES[type] ?? (() => unicode ?? textIn(value)))(value, node);
}

function textIn(value) {
    return typeof value === 'string'
        ? value
        : Object.values(value ?? {})
              .map(textIn)
              .join('');
}

/** Links to other hosts open in a new tab. */
function link(url, text) {
    return element('a', { href: url, ...(!isHere(url) && { target: '_blank', rel: 'noopener noreferrer' }) }, text);
}

/** Renders one of UIKit's text objects. */
export function textOf(object) {
    return object?.type === 'mrkdwn' ? markup(object.text) : [object?.text ?? ''];
}
