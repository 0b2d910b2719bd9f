import { element } from './dom.js';
import { isHere } from './address.js';

const MARKS =
    /`(?<code>[^`\n]+)`|\*(?<bold>[^*\n]+)\*|\[(?<label>[^\]\n]+)\]\((?<target>https?:\/\/[^\s)]+)\)|<(?<first>https?:\/\/[^\s|>]+)\|(?<second>[^>\n]+)>|(?<bare>https?:\/\/[^\s<>`*]*[^\s<>`*.,;:!?)"'])/g;

/** Renders text like the real client, as far as apps use it here: *bold*, `code` and links. */
export function markup(text) {
    const shown = [];
    let end = 0;
    for (const { 0: whole, index, groups } of text.matchAll(MARKS)) {
        shown.push(text.slice(end, index), render(groups));
        end = index + whole.length;
    }
    return [...shown, text.slice(end)];
}

function render({ code, bold, label, target, first, second, bare }) {
    if (code !== undefined) {
        return element('code', { dir: 'auto' }, code);
    }
    if (bold !== undefined) {
        return element('strong', { dir: 'auto' }, markup(bold));
    }
    return link(target ?? first ?? bare, label ?? second ?? bare);
}

/** Links to other hosts open in a new tab. */
export function link(url, text) {
    return element('a', { href: url, ...(!isHere(url) && { target: '_blank', rel: 'noopener noreferrer' }) }, text);
}

/** Renders one of UIKit's text objects. */
export function textOf(object) {
    return object?.type === 'mrkdwn' ? markup(object.text) : [object?.text ?? ''];
}
