import { element } from './dom.js';

/** Returns a room's name with the sign of its type. */
export function roomTitle({ t, name }) {
    const title = element('bdi', {}, name);
    const sign = (text) => element('span', { class: 'sign' }, text);
    return t === 'c' ? [sign('# '), title] : [title, sign(' (private)')];
}
