import { RunningOperation } from '../../app/runOperation';
import { createRenderContext, Reader } from '../reader';
import { RenderContext } from '../reply';

/** A user's open modal. Every step checks permissions again, because the client may forge the payload. */
export interface ModalSession {
    readonly running: RunningOperation;
    readonly reader: Reader;
    readonly context: RenderContext;
    readonly appId: string;
}

/** Opens a session for one step of a modal. */
export async function createSession(running: RunningOperation, reader: Reader, appId: string): Promise<ModalSession> {
    return { running, reader, context: await createRenderContext(running.services, reader), appId };
}
