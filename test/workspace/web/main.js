import { handleServerInteraction } from './actions.js';
import { byId, element } from './dom.js';
import { forgetLogin, isLoggedIn, keepLogin, onLoginElsewhere } from './login.js';
import { address, roomAddress, route } from './address.js';
import { showRoom } from './room.js';
import { roomTitle } from './roomTitle.js';
import { rest } from './server.js';
import { follow } from './stream.js';

const main = byId('main');

/** Shows the login on any route to an anonymous visitor, who stays on that route afterwards. */
async function start() {
    if (!isLoggedIn()) {
        showLogin();
        return;
    }
    const me = await rest('GET', 'me');
    /** @type {(message: object) => void} */
    let showMessage = () => undefined;
    await follow((about, { message, interaction }) => (about === 'message' ? showMessage(message) : handleServerInteraction(interaction)));
    showWho(me);
    const [, kind, name] = /^\/(channel|group)\/(.+)$/.exec(route()) ?? [];
    if (kind) {
        document.title = `${name} – Embedded workspace`;
        await showRoom(main, { kind: kind === 'channel' ? 'c' : 'p', name, me, onMessage: (listener) => (showMessage = listener) });
    } else {
        history.replaceState(null, '', address('/home'));
        document.title = 'Home – Embedded workspace';
        await showHome(me);
    }
    focusHeading();
}

function showLogin() {
    const problem = element('p', { class: 'error', role: 'alert' });

    async function send(event) {
        event.preventDefault();
        const { user, password } = Object.fromEntries(new FormData(event.target));
        try {
            const { data } = await rest('POST', 'login', { user, password });
            keepLogin(data);
        } catch {
            problem.textContent = 'Unknown username or wrong password.';
            return;
        }
        await start();
    }

    main.replaceChildren(
        element('h1', { tabindex: -1 }, 'Log in'),
        element(
            'form',
            { class: 'login', method: 'post', onsubmit: send },
            element('label', { for: 'user' }, 'Username'),
            element('input', { id: 'user', name: 'user', type: 'text', autocomplete: 'username', autocapitalize: 'none', required: true }),
            element('label', { for: 'password' }, 'Password'),
            element('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true }),
            problem,
            element('button', { type: 'submit', class: 'primary' }, 'Log in'),
        ),
    );
}

function showWho({ name, username }) {
    byId('who').replaceChildren(
        element('a', { href: address('/home') }, 'Home'),
        element('span', {}, element('bdi', {}, name ?? username), ` (@${username})`),
        element('button', { type: 'button', class: 'quiet', onclick: logOut }, 'Log out'),
    );
}

async function logOut() {
    await rest('POST', 'logout').catch(() => undefined);
    forgetLogin();
    location.reload();
}

async function showHome({ name, username }) {
    const { update } = await rest('GET', 'subscriptions.get');
    const rooms = update.filter(({ t, status }) => ['c', 'p'].includes(t) && status === undefined);
    main.replaceChildren(
        element('h1', { tabindex: -1 }, 'Welcome, ', element('bdi', {}, name ?? username)),
        element('h2', {}, 'Your rooms'),
        rooms.length === 0 ? element('p', {}, 'You are in no room yet.') : element('ul', { class: 'rooms' }, rooms.map(roomItem)),
    );
}

function roomItem(room) {
    return element('li', {}, element('a', { href: roomAddress(room) }, roomTitle(room)));
}

function focusHeading() {
    if (document.querySelector('dialog[open]') === null) {
        main.querySelector('h1')?.focus();
    }
}

onLoginElsewhere(() => location.reload());
await start();
