/**
 * Creates an element with attributes, listeners (`onclick`, …) and children. Strings become text nodes, never markup.
 * Attributes that are undefined or false are left out.
 */
export function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'function') {
            made.addEventListener(name.slice(2), value);
        } else if (value !== undefined && value !== false) {
            made.setAttribute(name, value === true ? '' : value);
        }
    }
    made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
    return made;
}

/** Returns an element of the page by its id, and throws if there is none. */
export function byId(id) {
    const found = document.getElementById(id);
    if (!found) {
        throw new Error(`The page has no #${id}`);
    }
    return found;
}

/** Shows a notice at the bottom of the page for a while. */
export function notify(text) {
    const notice = element('p', { dir: 'auto' }, text);
    byId('notices').append(notice);
    setTimeout(() => notice.remove(), 8000);
}
