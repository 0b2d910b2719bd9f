import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import * as jsonrpc from 'jsonrpc-lite';

import type { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime.js';

import { toMessage } from './message.mts';

const { resolve } = createRequire(import.meta.url);
const PACKAGES = ['@rocket.chat/apps-engine', 'uuid'].map((name) => dirname(resolve(`${name}/package.json`)));

/** Node 20 has the permission model under its first name, and warns that it is experimental. */
const PERMISSION =
    Number(process.versions.node.split('.')[0]) < 22 ? ['--experimental-permission', '--disable-warning=ExperimentalWarning'] : ['--permission'];

/** The parts of the engine's controller that depend on the kind of process. */
interface Internals {
    deno?: ChildProcess;
    spawnId: number;
    readonly tempFilePath: string;
    readonly messenger: { setReceiver: (child: ChildProcess) => void; strategySend: (message: unknown) => void };
    readonly livenessManager: { attach: (child: ChildProcess) => void };
    spawnProcess: () => void;
    setupListeners: () => void;
    parseStdout: () => void;
    handleIncomingMessage: (message: jsonrpc.IParsedObject) => Promise<void>;
    handleResultMessage: (message: jsonrpc.IParsedObject) => Promise<void>;
}

/**
 * Makes a controller of the engine run its app on Node, as servers do from 8.8 on: in a process that may read only the
 * engine and the app, has no environment but PATH, and exchanges messages by structured clone. `bundle` is the runtime.
 */
export function runOnNode(controller: DenoRuntimeSubprocessController, bundle: string): void {
    const internals = controller as unknown as Internals;
    const readable = [internals.tempFilePath, dirname(bundle), ...PACKAGES].map((folder) => `--allow-fs-read=${realpathSync(folder)}/*`);
    internals.spawnProcess = () => {
        const options = [...PERMISSION, ...readable, bundle, '--subprocess', controller.getAppId(), '--spawnId', String(internals.spawnId++)];
        const child = spawn(process.execPath, options, {
            env: { PATH: process.env.PATH },
            stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
            serialization: 'advanced',
        });
        internals.deno = child;
        internals.messenger.setReceiver(child);
        internals.livenessManager.attach(child);
        internals.setupListeners();
        child.on('message', (message) => receive(controller, internals, toMessage(message)));
    };
    // The callback takes the error of a process that has just ended. The engine handles its exit anyway.
    internals.messenger.strategySend = (message) => internals.deno?.send(toMessage(message)!, () => undefined);
    // Messages do not come through the output.
    internals.parseStdout = () => undefined;
}

function receive(controller: DenoRuntimeSubprocessController, internals: Internals, message: unknown): void {
    if (message === '_zPONG') {
        controller.emit('pong');
        return;
    }
    const parsed = jsonrpc.parseObject(message);
    controller.emit('heartbeat');
    const handled = 'method' in (parsed.payload as object) ? internals.handleIncomingMessage(parsed) : internals.handleResultMessage(parsed);
    handled.catch((error: unknown) => console.error(`[${controller.getAppId()}] Error executing handler`, error));
}
