import { IApp } from '@rocket.chat/apps-engine/definition/IApp';

/** Tells the app's log, where an administrator looks, what went wrong. */
export type Report = (message: string, cause?: unknown) => void;

export function reportTo(app: IApp): Report {
    return (message, cause) => {
        app.getLogger().error(message, cause);
    };
}
