import type { Answer, Client } from './client.mts';
import { randomId } from './server/ids.mts';

/** A button in a message, as a client shows it. */
export interface ButtonOnScreen {
    label: string;
    actionId: string;
    blockId: string;
    value: string;
    /** The app that the button belongs to, by default the client's. */
    appId?: string;
}

interface Block {
    blockId: string;
    accessory?: { type: string; appId?: string; actionId: string; value: string; text: { text: string } };
}

/** Returns the buttons of a message, in order. */
export function buttonsIn(message: { blocks?: unknown[] } | undefined): ButtonOnScreen[] {
    return ((message?.blocks ?? []) as Block[]).flatMap(({ blockId, accessory }) => {
        if (accessory?.type !== 'button') {
            return [];
        }
        const { text, actionId, value, appId } = accessory;
        return { label: text.text, actionId, blockId, value, ...(appId && { appId }) };
    });
}

/** Presses a button in a message, with the request that a client sends. */
export function pressButton(client: Client, { actionId, blockId, value, appId = client.appId }: ButtonOnScreen, rid: string): Promise<Answer> {
    const mid = randomId();
    return client.request('POST', `/api/apps/ui.interaction/${appId}`, {
        type: 'blockAction',
        actionId,
        triggerId: randomId(),
        mid,
        rid,
        container: { type: 'message', id: mid },
        payload: { blockId, value },
    });
}
