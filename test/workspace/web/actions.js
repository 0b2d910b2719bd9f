import { notify } from './dom.js';
import { disposeModal, openModal, tellModal } from './modal.js';
import { randomId } from './randomId.js';
import { request } from './server.js';

/** How long the client waits for what comes of something that a person did. */
const TRIGGER_TIMEOUT = 5000;

const appIdByTriggerId = new Map();

/** A trigger stands for something that a person did, and for the app that may answer it with a dialogue: none where no app is known. */
export function generateTriggerId(appId) {
    const triggerId = randomId();
    appIdByTriggerId.set(triggerId, appId);
    setTimeout(() => appIdByTriggerId.delete(triggerId), TRIGGER_TIMEOUT);
    return triggerId;
}

/** What an app has the client do. It is done once for a trigger, while the client remembers that trigger and an app with it. */
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
            tellModal(interaction.view.id, interaction);
            break;
        case 'errors':
            tellModal(interaction.viewId, interaction);
            break;
    }
}

/** Tells an app what a person did. As in the real client, a person is told when nothing comes back in time, and nothing when it fails. */
export async function emitInteraction(appId, did) {
    const triggerId = generateTriggerId(appId);
    const timeout = new Promise((resolve) => setTimeout(resolve, TRIGGER_TIMEOUT, 'timeout'));
    const answer = await Promise.race([send(appId, { ...did, triggerId }).catch(() => 'failed'), timeout]);
    if (answer === 'timeout') {
        notify('The app has not answered in time.');
        disposeModal(did.viewId);
    }
}

async function send(appId, did) {
    const interaction = await request('POST', `/api/apps/ui.interaction/${encodeURIComponent(appId)}`, did);
    handleServerInteraction(interaction);
    if (did.type === 'viewSubmit' && !['errors', 'modal.update'].includes(interaction.type)) {
        disposeModal(did.viewId);
    }
}
