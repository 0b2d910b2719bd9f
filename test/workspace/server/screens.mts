import { EventEmitter } from 'node:events';

/** A message that only one person sees and nobody keeps: what the server broadcasts as `notify.ephemeralMessage`. */
export interface EphemeralMessage {
    userId: string;
    rid: string;
    tmid?: string;
    text: string;
    blocks?: unknown[];
}

const REMEMBERED = 200;

/** What is on people's screens besides the rooms' own messages. The latest are remembered, for who looks later. */
export class Screens {
    private readonly events = new EventEmitter();
    private readonly latest: EphemeralMessage[] = [];

    show(message: EphemeralMessage): void {
        this.latest.push(message);
        this.latest.splice(0, this.latest.length - REMEMBERED);
        this.events.emit('message', message);
    }

    /** What that person was shown, oldest first. */
    of(userId: string): EphemeralMessage[] {
        return this.latest.filter((message) => message.userId === userId);
    }

    onMessage(listener: (message: EphemeralMessage) => void): () => void {
        this.events.on('message', listener);
        return () => void this.events.off('message', listener);
    }
}
