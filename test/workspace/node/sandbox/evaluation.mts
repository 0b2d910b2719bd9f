import { require as load } from './require.mts';

/** What apps may load, by prefix and with or without `node:`. */
const ALLOWED = [
    ...['path', 'url', 'crypto', 'buffer', 'stream', 'net', 'http', 'https', 'zlib', 'util', 'punycode', 'os', 'querystring', 'fs'],
    'uuid',
    '@rocket.chat/apps-engine',
];

type Require = (module: string) => unknown;

/** Returns the `require` of apps. It throws for any module that a server does not allow. */
export function buildRequire(): Require {
    return (module) => {
        const name = module.replace('node:', '');
        if (!ALLOWED.some((allowed) => name.startsWith(allowed))) {
            throw new Error(`Module ${module} is not allowed`);
        }
        return load(name);
    };
}

const { error } = console;
const appConsole = { log: error, error, debug: error, info: error, warn: error };

/** Returns a function that runs an app's code and resolves with its exports. */
export function wrapAppCode(code: string): (require: Require) => Promise<Record<string, unknown>> {
    return async (require) => {
        const module = { exports: {} };
        // Running the app's code is the purpose of a sandbox.
        // eslint-disable-next-line @typescript-eslint/no-implied-eval
        const run = new Function('exports', 'module', 'require', 'console', 'globalThis', code) as (...bound: unknown[]) => void;
        run(module.exports, module, require, appConsole, undefined);
        return module.exports;
    };
}

/** Node needs no changes to its sockets. */
export function prepareEnvironment(): void {}
