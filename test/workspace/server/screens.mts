import { EventEmitter } from 'node:events';

/** A message that only one person sees and nobody keeps: what the server broadcasts as `notify.ephemeralMessage`. */
export interface EphemeralMessage {
    userId: string;
    rid: string;
    tmid?: string;
    text: string;
    blocks?: unknown[];
}

/** What an app has a client do, such as open a dialogue: what the server broadcasts as `notify.uiInteraction`. */
export interface Interaction {
    type: string;
    triggerId: string;
    appId: string;
    view?: unknown;
    viewId?: string;
    errors?: Record<string, string>;
}

const REMEMBERED = 200;

/** What is on people's screens besides the rooms' own messages. The latest are remembered, for who looks later. */
export class Screens {
    private readonly events = new EventEmitter().setMaxListeners(0);
    private readonly latest: EphemeralMessage[] = [];
    private readonly interactions: { userId: string; interaction: Interaction }[] = [];

    show(message: EphemeralMessage): void {
        remember(this.latest, message);
        this.events.emit('message', message);
    }

    /** What that person was shown, oldest first. */
    of(userId: string): EphemeralMessage[] {
        return this.latest.filter((message) => message.userId === userId);
    }

    onMessage(listener: (message: EphemeralMessage) => void): () => void {
        return this.on('message', listener);
    }

    interact(userId: string, interaction: Interaction): void {
        remember(this.interactions, { userId, interaction });
        this.events.emit('interaction', userId, interaction);
    }

    /** What that person's client was told to do, oldest first. Not what it was answered to an interaction of its own. */
    interactionsOf(userId: string): Interaction[] {
        return this.interactions.filter((sent) => sent.userId === userId).map(({ interaction }) => interaction);
    }

    onInteraction(listener: (userId: string, interaction: Interaction) => void): () => void {
        return this.on('interaction', listener);
    }

    private on(event: string, listener: (...args: any[]) => void): () => void {
        this.events.on(event, listener);
        return () => void this.events.off(event, listener);
    }
}

function remember<T>(latest: T[], item: T): void {
    latest.push(item);
    latest.splice(0, latest.length - REMEMBERED);
}
