import { EventEmitter } from 'node:events';

import type { MessageDocument } from '../store/documents.mts';

/**
 * A message that one person sees and the server does not store. The server broadcasts it as `notify.ephemeralMessage`.
 */
export interface EphemeralMessage {
    userId: string;
    rid: string;
    tmid?: string;
    text: string;
    blocks?: unknown[];
}

/**
 * An interaction that an app starts in a client, such as opening a modal. The server broadcasts it as
 * `notify.uiInteraction`.
 */
export interface Interaction {
    type: string;
    triggerId: string;
    appId: string;
    view?: unknown;
    viewId?: string;
    errors?: Record<string, string>;
}

const REMEMBERED = 200;

/** What people see beside the messages of their rooms. The latest items are kept for later readers. */
export class Screens {
    private readonly events = new EventEmitter().setMaxListeners(0);
    private readonly latest: EphemeralMessage[] = [];
    private readonly interactions: { userId: string; interaction: Interaction }[] = [];

    show(message: EphemeralMessage): void {
        remember(this.latest, message);
        this.events.emit('message', message);
    }

    /** Returns the ephemeral messages for a person, oldest first. */
    of(userId: string): EphemeralMessage[] {
        return this.latest.filter((message) => message.userId === userId);
    }

    onMessage(listener: (message: EphemeralMessage) => void): () => void {
        return this.on('message', listener);
    }

    /** Announces a message that an app posted. The server broadcasts it to the members of the room. */
    posted(message: MessageDocument): void {
        this.events.emit('posted', message);
    }

    onPosted(listener: (message: MessageDocument) => void): () => void {
        return this.on('posted', listener);
    }

    interact(userId: string, interaction: Interaction): void {
        remember(this.interactions, { userId, interaction });
        this.events.emit('interaction', userId, interaction);
    }

    /**
     * Returns the interactions sent to a person, oldest first. Responses to the client's own interactions are not among
     * them.
     */
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
