import { element } from './dom.js';

/** A room's name, and how one sees that it is a channel or private. */
export function roomTitle({ t, name }) {
    const title = element('bdi', {}, name);
    const sign = (text) => element('span', { class: 'sign' }, text);
    return t === 'c' ? [sign('# '), title] : [title, sign(' (private)')];
}
