import { emitInteraction, generateTriggerId } from './actions.js';
import { element, notify } from './dom.js';
import { roomTitle } from './roomTitle.js';
import { showMessages } from './messages.js';
import { isOffered, loadAccess, mayType } from './permissions.js';
import { Refusal, request, rest } from './server.js';

const REFRESH_MS = 2000;

/** Shows a room's page. `onMessage` registers a listener for messages to this person alone. */
export async function showRoom(main, { kind, name, me, onMessage }) {
    const { update } = await rest('GET', 'subscriptions.get');
    const subscription = update.find((each) => each.t === kind && each.name === name);
    if (subscription?.status === 'BANNED') {
        return explain(main, name, 'You are banned from this room.');
    }
    const found = await rest('GET', `rooms.info?roomName=${encodeURIComponent(name)}`).catch(() => undefined);
    if (!subscription || !found) {
        return explain(main, name, found ? 'You are not in this room.' : 'There is no such room, or you are not in it.');
    }
    const { room } = found;
    const messages = showMessages(room._id);
    onMessage((message) => message.rid === room._id && messages.add(message));
    main.replaceChildren(
        element(
            'header',
            { class: 'room' },
            element('h1', { tabindex: -1 }, roomTitle(room)),
            room.topic && element('p', { class: 'topic', dir: 'auto' }, room.topic),
            actions(room, me),
        ),
        messages.log,
        composer(room, me, messages),
    );
    await keepCurrent(room, messages);
}

function explain(main, name, text) {
    main.replaceChildren(element('h1', { tabindex: -1 }, element('bdi', {}, name)), element('p', { class: 'explanation' }, text));
}

/** Refreshes the messages until the person can no longer read the room. */
async function keepCurrent(room, messages) {
    try {
        await messages.refresh(room);
        setTimeout(() => void keepCurrent(room, messages), REFRESH_MS);
    } catch (error) {
        // A server that is down for a moment is not a refusal.
        if (error instanceof Refusal && error.status === 400) {
            location.reload();
        } else {
            setTimeout(() => void keepCurrent(room, messages), REFRESH_MS);
        }
    }
}

/** The apps' buttons for this room, loaded whenever the menu opens. */
function actions(room, me) {
    const list = element('div', { class: 'menu' });
    const menu = element('details', { class: 'room-actions', ontoggle: fill }, element('summary', {}, 'Room actions'), list);

    async function fill() {
        if (!menu.open) {
            return;
        }
        const [buttons, { apps }, access] = await Promise.all([
            request('GET', '/api/apps/actionButtons'),
            request('GET', '/api/apps/languages'),
            loadAccess(room._id, me),
        ]);
        const offered = buttons.filter((button) => button.context === 'roomAction' && isOffered(button, room, access));
        list.replaceChildren(
            ...offered.map((button) =>
                element(
                    'button',
                    { type: 'button', class: button.variant, dir: 'auto', onclick: () => press(button) },
                    translated(button, apps, me.settings?.preferences?.language),
                ),
            ),
            ...(offered.length === 0 ? [element('p', {}, 'There are none here for you.')] : []),
        );
    }

    function press({ appId, actionId, context }) {
        menu.open = false;
        menu.querySelector('summary').focus();
        void emitInteraction(appId, { type: 'actionButton', actionId, rid: room._id, payload: { context } });
    }

    return menu;
}

/** Returns a button's label in the person's language, or in English. */
function translated({ appId, labelI18n }, apps, language = 'en') {
    const { languages = {} } = apps.find(({ id }) => id === appId) ?? {};
    const [base] = language.split('-');
    return languages[language]?.[labelI18n] ?? languages[base]?.[labelI18n] ?? languages.en?.[labelI18n] ?? labelI18n;
}

function composer(room, me, messages) {
    const input = element('input', { id: 'message', type: 'text', dir: 'auto', autocomplete: 'off', placeholder: 'Message, or /command' });

    async function send(event) {
        event.preventDefault();
        const line = input.value.trim();
        if (line === '') {
            return;
        }
        input.value = '';
        const [, name, params] = /^\/(\S+)\s*(.*)$/s.exec(line) ?? [];
        try {
            await (name === undefined ? post(line) : run(name, params));
        } catch (error) {
            notify(error instanceof Error ? error.message : String(error));
        }
    }

    async function post(msg) {
        await rest('POST', 'chat.sendMessage', { message: { rid: room._id, msg } });
        await messages.refresh(room);
    }

    /** The trigger belongs to the command's app. A built-in command that an app has taken over has no app. */
    async function run(name, params) {
        const [{ commands }, access] = await Promise.all([rest('GET', 'commands.list'), loadAccess(room._id, me)]);
        const known = commands.find(({ command }) => command === name.toLowerCase());
        if (!known || !mayType(known, access)) {
            messages.add({ ts: new Date(), msg: `No such command: "${name}"`, private: true });
            return;
        }
        await rest('POST', 'commands.run', { command: known.command, params, roomId: room._id, triggerId: generateTriggerId(known.appId) });
        await messages.refresh(room);
    }

    return element(
        'form',
        { class: 'composer', onsubmit: send },
        element('label', { for: 'message' }, 'Message'),
        input,
        element('button', { type: 'submit', class: 'primary' }, 'Send'),
    );
}
