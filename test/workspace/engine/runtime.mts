import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as jsonrpc from 'jsonrpc-lite';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager.js';
import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime.js';

import { bundleRuntime } from '../node/bundle.mts';
import { runOnNode } from '../node/controller.mts';
import type { CallInterceptor } from './appCalls.mts';
import { shareBundles, type Starter } from './bundles.mts';

const require = createRequire(import.meta.url);
const enginePackage = dirname(require.resolve('@rocket.chat/apps-engine/package.json'));
const { version } = require('@rocket.chat/apps-engine/package.json') as { version: string };
const denoFolder = fileURLToPath(new URL('../deno', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const denoRuntime = join(root, '.cache', 'deno-runtime', version);

/** Runs before an app's sandbox stops. A rejection does not keep it from stopping. */
export const beforeStops: ((controller: DenoRuntimeSubprocessController) => Promise<void>)[] = [];

/** What apps run on: Deno, the servers' default until 8.7, or Node, the default from 8.8 on. */
export type Runtime = 'deno' | 'node';

/** Returns the runtime that the variable RUNTIME names, by default Deno. */
export function defaultRuntime(): Runtime {
    return toRuntime(process.env.RUNTIME || 'deno');
}

/** @throws Error if there is no such runtime. */
export function toRuntime(name: string): Runtime {
    if (name !== 'deno' && name !== 'node') {
        throw new Error(`There is no runtime ${name}, only deno and node.`);
    }
    return name;
}

/** Prepares a new controller for one kind of process. */
type Prepare = (controller: DenoRuntimeSubprocessController) => void;

/**
 * Makes the manager run its apps on a runtime, as a server does. Every call of an app goes through the current
 * interceptor.
 */
export async function useRuntime(manager: AppManager, runtime: Runtime, interceptor: () => CallInterceptor): Promise<void> {
    // With NODE_ENV=test the engine skips its permission checks.
    if (process.env.NODE_ENV === 'test') {
        process.env.NODE_ENV = 'production';
    }
    const prepare = runtime === 'node' ? await prepareNode() : prepareDeno();
    const runtimes = manager.getRuntime() as unknown as {
        runtimeFactory: (...args: ConstructorParameters<typeof DenoRuntimeSubprocessController>) => DenoRuntimeSubprocessController;
    };
    runtimes.runtimeFactory = (...args) => {
        const controller = new DenoRuntimeSubprocessController(...args);
        prepare(controller);
        intercept(controller as unknown as MessageHandlers, interceptor);
        outliveWrites(controller as unknown as Spawner);
        if (process.env.APP_BUNDLES) {
            shareBundles(controller as unknown as Starter, process.env.APP_BUNDLES);
        }
        const stop = controller.stopApp.bind(controller);
        controller.stopApp = async () => {
            await Promise.allSettled(beforeStops.map((before) => before(controller)));
            await stop();
        };
        return controller;
    };
}

/** Uses a Deno configuration of this package, because the engine's needs a registry other than npm's. */
function prepareDeno(): Prepare {
    process.env.DENO_DIR = join(root, 'node_modules', '.cache', 'deno');
    process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
    copyOnce(join(enginePackage, 'deno-runtime'), denoRuntime);
    // Deno looks for packages beside its configuration only.
    link(join(root, 'node_modules'), join(denoFolder, 'node_modules'));
    const paths = { denoRuntimePath: join(denoRuntime, 'main.ts'), denoConfigPath: join(denoFolder, 'deno.json') };
    return (controller) => void Object.assign(controller, paths);
}

/**
 * Deno does not run scripts inside node_modules, so it runs a copy of the engine's runtime. All processes share it, because
 * Deno compiles each path anew. Several processes may make it at once, so it is made elsewhere and put in place in one step.
 */
function copyOnce(from: string, to: string): void {
    if (existsSync(to)) {
        return;
    }
    const made = `${to}.${process.pid}`;
    mkdirSync(dirname(to), { recursive: true });
    copyRuntime(from, made);
    try {
        renameSync(made, to);
    } catch (error) {
        rmSync(made, { recursive: true });
        if (!existsSync(to)) {
            throw error;
        }
    }
}

/** Copies the engine's runtime for Deno. The original fails if the project's path has spaces, which URLs encode. */
export function copyRuntime(from: string, to: string): void {
    cpSync(from, to, { recursive: true });
    const path = join(to, 'lib', 'require.ts');
    const source = readFileSync(path, 'utf8');
    const mended = source.replace(
        "import.meta.resolve(mod).replace('file://', '')",
        'decodeURIComponent(new URL(import.meta.resolve(mod)).pathname)',
    );
    if (mended === source) {
        throw new Error(`${path} does not resolve the engine's modules as it did in @rocket.chat/apps-engine 1.62.0.`);
    }
    writeFileSync(path, mended);
}

let bundle: Promise<string> | undefined;

async function prepareNode(): Promise<Prepare> {
    bundle ??= bundleRuntime();
    const path = await bundle;
    return (controller) => runOnNode(controller, path);
}

/** The part of the controller that starts its process. */
interface Spawner {
    deno?: ChildProcess;
    spawnProcess: () => void;
}

/**
 * The engine writes to a sandbox without an error listener, so a sandbox killed at that moment would crash the process
 * with `write EPIPE`. The engine handles the sandbox's exit anyway.
 */
function outliveWrites(controller: Spawner): void {
    const spawn = controller.spawnProcess.bind(controller);
    controller.spawnProcess = () => {
        spawn();
        controller.deno?.stdin?.on('error', () => undefined);
    };
}

interface Message {
    payload: { id: string; method: string; params: unknown[] };
}

type Handler = (message: Message) => Promise<{ result?: unknown }>;

/** The controller's two handlers for an app's calls. */
interface MessageHandlers {
    handleAccessorMessage: Handler;
    handleBridgeMessage: Handler;
}

function intercept(controller: MessageHandlers, interceptor: () => CallInterceptor): void {
    for (const way of ['handleAccessorMessage', 'handleBridgeMessage'] as const) {
        const original = controller[way].bind(controller);
        controller[way] = async (message) => {
            const { id, method, params } = message.payload;
            const proceed = async (): Promise<unknown> => {
                const answer = await original(message);
                const { error } = answer as { error?: { message: string } };
                if (error) {
                    throw new Error(error.message);
                }
                return answer.result;
            };
            const result = await interceptor()({ name: method, args: params }, proceed);
            return jsonrpc.success(id, result ?? null);
        };
    }
}

/**
 * Links `path` to `target`, also if the link that is there leads nowhere because the project was moved. Several processes
 * may do so at once, so the link is made elsewhere and put in place in one step.
 */
function link(target: string, path: string): void {
    if (!existsSync(path)) {
        const made = `${path}.${process.pid}`;
        symlinkSync(target, made, 'dir');
        renameSync(made, path);
    }
}
