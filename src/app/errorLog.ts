import { IApp } from '@rocket.chat/apps-engine/definition/IApp';

import { Report } from '../domain/ports';

/** Returns a `Report` that writes to the app's log. */
export function reportTo(app: IApp): Report {
    return (message, cause) => {
        app.getLogger().error(message, cause);
    };
}
