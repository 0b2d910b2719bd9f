import { on } from 'node:events';

import { toMessage } from '../message.mts';
import { require } from './require.mts';

const { App } = require('@rocket.chat/apps-engine/definition/App.js') as { App: new () => object };

/** Replaces the runtime's codec: the channel to the server takes objects, so nothing is turned into bytes. */
export const encoder = { encode: (message: unknown): unknown => toMessage(message, (value) => value instanceof App) };

/** Returns the server's messages. */
export const decoder = {
    decodeStream: async function* (): AsyncGenerator {
        for await (const [message] of on(process, 'message')) {
            yield message;
        }
    },
};
