import { emitInteraction } from './actions.js';
import { renderBlocks } from './blocks.js';
import { element } from './dom.js';
import { markup } from './markup.js';
import { rest } from './server.js';

/** The text of system messages. `msg` names the person they are about. */
const SYSTEM = {
    'uj': () => 'has joined the room',
    'ul': () => 'has left the room',
    'au': ({ msg }) => `added ${msg}`,
    'user-banned': ({ msg }) => `banned ${msg}`,
    'user-unbanned': ({ msg }) => `lifted the ban of ${msg}`,
};

/** Shows a room's messages, oldest first, each of them once. */
export function showMessages(rid) {
    const list = element('ol');
    const log = element('div', { 'class': 'messages', 'role': 'log', 'aria-label': 'Messages', 'tabindex': 0 }, list);
    const known = new Set();

    function add(message) {
        if (message._id && known.has(message._id)) {
            return;
        }
        known.add(message._id);
        list.append(message.private ? privately(message, rid) : publicly(message));
        log.scrollTop = log.scrollHeight;
    }

    async function refresh({ _id, t }) {
        const { messages } = await rest('GET', `${t === 'c' ? 'channels' : 'groups'}.history?roomId=${encodeURIComponent(_id)}`);
        messages.reverse().forEach(add);
    }

    return { log, add, refresh };
}

function publicly(message) {
    const system = SYSTEM[message.t];
    return element(
        'li',
        { class: system ? 'system' : undefined },
        head(element('bdi', { class: 'author' }, message.u.name ?? message.u.username), message.ts),
        element('div', { class: 'text', dir: 'auto' }, system ? system(message) : markup(message.msg)),
    );
}

/** As in the real client, a message with blocks does not show its text. */
function privately(message, rid) {
    return element(
        'li',
        { class: 'private' },
        head('Only you can see this', message.ts),
        message.blocks?.length
            ? renderBlocks(message.blocks, surfaceOf(message, rid))
            : element('div', { class: 'text', dir: 'auto' }, markup(message.msg)),
    );
}

function head(who, ts) {
    const time = new Date(ts);
    return element(
        'div',
        { class: 'head' },
        who,
        ' ',
        element('time', { datetime: time.toISOString() }, time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })),
    );
}

function surfaceOf({ _id: mid }, rid) {
    return {
        id: mid,
        valueOf: ({ initialValue }) => initialValue,
        errorOf: () => undefined,
        update: () => undefined,
        act: ({ actionId, blockId, value, appId }) =>
            emitInteraction(appId, { type: 'blockAction', actionId, payload: { blockId, value }, container: { type: 'message', id: mid }, rid, mid }),
    };
}
