import type { IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit/index.js';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/index.js';
import { UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges/UiInteractionBridge.js';

import type { Screens } from '../../server/screens.mts';

/**
 * Interactions that an app starts. The server sends them to all clients of the person, and each decides by the trigger.
 */
export class UiInteractions extends UiInteractionBridge {
    constructor(private readonly screens: Screens) {
        super();
    }

    protected async notifyUser(user: IUser, interaction: IUIKitInteraction): Promise<void> {
        this.screens.interact(user.id, interaction);
    }
}
