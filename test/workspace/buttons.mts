import { MANIFEST } from '../project.mts';
import type { Answer, Client } from './client.mts';
import { randomId } from './server/ids.mts';
import type { EphemeralMessage } from './server/screens.mts';

/** A button in a message, as a client shows it. */
export interface ButtonOnScreen {
    label: string;
    actionId: string;
    blockId: string;
    value: string;
}

interface Block {
    blockId: string;
    accessory?: { type: string; actionId: string; value: string; text: { text: string } };
}

export function buttonsIn(message: EphemeralMessage | undefined): ButtonOnScreen[] {
    return ((message?.blocks ?? []) as Block[]).flatMap(({ blockId, accessory }) =>
        accessory?.type === 'button' ? [{ label: accessory.text.text, actionId: accessory.actionId, blockId, value: accessory.value }] : [],
    );
}

/** What a client sends when a button is pressed. */
export function press(client: Client, { actionId, blockId, value }: ButtonOnScreen, rid: string): Promise<Answer> {
    const mid = randomId();
    return client.request('POST', `/api/apps/ui.interaction/${MANIFEST.id}`, {
        type: 'blockAction',
        actionId,
        triggerId: randomId(),
        mid,
        rid,
        container: { type: 'message', id: mid },
        payload: { blockId, value },
    });
}
