import { notify } from './dom.js';
import { disposeModal, openModal, updateModal } from './modal.js';
import { randomId } from './randomId.js';
import { request } from './server.js';

/** How long the client waits for an app's response to an interaction, in ms. */
const TRIGGER_TIMEOUT = 5000;

const appIdByTriggerId = new Map();

/**
 * Returns the id of a new trigger: one action of the person, which the app can answer with a modal. Without an app, no
 * response is accepted.
 */
export function generateTriggerId(appId) {
    const triggerId = randomId();
    appIdByTriggerId.set(triggerId, appId);
    setTimeout(() => appIdByTriggerId.delete(triggerId), TRIGGER_TIMEOUT);
    return triggerId;
}

/** Applies an app's interaction, once a trigger and only while the client remembers that trigger and its app. */
export function handleServerInteraction(interaction) {
    const appId = appIdByTriggerId.get(interaction.triggerId);
    appIdByTriggerId.delete(interaction.triggerId);
    if (!appId) {
        return;
    }
    switch (interaction.type) {
        case 'modal.open':
            openModal(interaction.view, emitInteraction);
            break;
        case 'modal.update':
            updateModal(interaction.view.id, interaction);
            break;
        case 'errors':
            updateModal(interaction.viewId, interaction);
            break;
    }
}

/**
 * Sends an interaction to an app. As in the real client, the person sees a notice on a timeout, and none on a failure.
 */
export async function emitInteraction(appId, action) {
    const triggerId = generateTriggerId(appId);
    const timeout = new Promise((resolve) => setTimeout(resolve, TRIGGER_TIMEOUT, 'timeout'));
    const answer = await Promise.race([send(appId, { ...action, triggerId }).catch(() => 'failed'), timeout]);
    if (answer === 'timeout') {
        notify('The app has not answered in time.');
        disposeModal(action.viewId);
    }
}

async function send(appId, action) {
    const interaction = await request('POST', `/api/apps/ui.interaction/${encodeURIComponent(appId)}`, action);
    handleServerInteraction(interaction);
    if (action.type === 'viewSubmit' && !['errors', 'modal.update'].includes(interaction.type)) {
        disposeModal(action.viewId);
    }
}
