import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Client, Workspace, type AppCall } from '../index.mts';
import { installProbe, PROBE_ID } from './probe.mts';

/** Reads any record, and returns what its field `nothing` holds. */
const READ_NOTHING = `read.getPersistenceReader().read('x').then((it) => ('nothing' in it) + ' ' + it.nothing)`;

/** A workspace with the probe in it. */
class Probed {
    private constructor(
        private readonly workspace: Workspace,
        private readonly client: Client,
    ) {}

    static async start(runtime: 'deno' | 'node'): Promise<Probed> {
        const workspace = await Workspace.start({ runtime });
        // The engine passes over permissions that it does not know.
        return new Probed(workspace, await installProbe(workspace, ['persistence', 'unknown.read']));
    }

    stop(): Promise<void> {
        return this.workspace.stop();
    }

    /** Evaluates an expression in the app. Returns its value, or the error's message and code. */
    async evaluate(code: string): Promise<{ value?: unknown; error?: string; code?: string }> {
        return (await this.client.app('POST', 'evaluate', { code })).body;
    }

    /** Evaluates an expression while the server returns `result` for every call. Returns the value and the calls. */
    async evaluateWith(result: unknown, code: string): Promise<{ value: unknown; calls: AppCall[] }> {
        const calls: AppCall[] = [];
        const { instance } = this.workspace;
        const former = instance.interceptor;
        instance.interceptor = async (call) => {
            calls.push(call);
            return result;
        };
        const { value } = await this.evaluate(code);
        instance.interceptor = former;
        return { value, calls };
    }

    /** Ends the app's process, and resolves once the engine has started another. */
    async killProcess(): Promise<void> {
        const controller = this.workspace.instance.manager.getOneById(PROBE_ID).getRuntimeController() as unknown as {
            deno: { kill: (signal: string) => void };
            getProcessState: () => string;
            once: (event: 'constructed', listener: () => void) => void;
        };
        const restarted = new Promise<void>((resolve) => controller.once('constructed', resolve));
        controller.deno.kill('SIGKILL');
        await restarted;
    }
}

describe('an app on Node', () => {
    let probed: Probed;

    beforeAll(async () => {
        probed = await Probed.start('node');
    });
    afterAll(() => probed.stop());

    it.each(['crypto', 'node:crypto', 'fs', 'node:fs/promises', 'util', 'punycode', 'uuid', '@rocket.chat/apps-engine/definition/metadata'])(
        'may load %s',
        async (module) => {
            expect(await probed.evaluate(`typeof require('${module}')`)).toEqual({ value: 'object' });
        },
    );

    it.each(['child_process', 'node:child_process', 'worker_threads', 'node:process', 'vm', 'module', 'esbuild', './main.mjs'])(
        'may not load %s',
        async (module) => {
            expect(await probed.evaluate(`require('${module}')`)).toEqual({ error: `Module ${module} is not allowed` });
        },
    );

    it('has no globalThis, and everything else by its name', async () => {
        expect(await probed.evaluate('typeof globalThis')).toEqual({ value: 'undefined' });
        const names = ['process', 'Buffer', 'setTimeout', 'fetch', 'console', 'Deno'];
        const types = await probed.evaluate(`[${names.map((name) => `typeof ${name}`).join(', ')}]`);
        expect(types).toEqual({ value: ['object', 'function', 'function', 'function', 'object', 'undefined'] });
    });

    it('has no variable in its environment but PATH', async () => {
        expect(await probed.evaluate('Object.keys(process.env)')).toEqual({ value: ['PATH'] });
    });

    it('reads no file outside the engine and the app, writes none, and starts no process', async () => {
        const file = join(mkdtempSync(join(tmpdir(), 'secret-')), 'secret.txt');
        writeFileSync(file, 'a secret');
        const path = JSON.stringify(file);
        const denied = expect.objectContaining({ code: 'ERR_ACCESS_DENIED' });
        expect(await probed.evaluate(`require('fs').readFileSync(${path}, 'utf8')`)).toEqual(denied);
        expect(await probed.evaluate(`require('fs').promises.readFile(${path}, 'utf8')`)).toEqual(denied);
        expect(await probed.evaluate(`require('fs').writeFileSync(${path}, 'changed')`)).toEqual(denied);
        expect(await probed.evaluate(`process.getBuiltinModule('child_process').execFileSync('true')`)).toEqual(denied);
        expect(readFileSync(file, 'utf8')).toBe('a secret');
    });

    it('receives undefined as undefined', async () => {
        const { value } = await probed.evaluateWith({ nothing: undefined }, READ_NOTHING);
        expect(value).toBe('true undefined');
    });

    it('sends undefined as undefined, dates and bytes as they are, and no functions', async () => {
        const record = `{ nothing: undefined, when: new Date(5), bytes: Buffer.from('ab'), work() {} }`;
        const { calls } = await probed.evaluateWith('an id', `persistence.create(${record})`);
        expect(calls.map(({ args }) => args)).toStrictEqual([[{ nothing: undefined, when: new Date(5), bytes: Buffer.from('ab'), work: undefined }]]);
    });

    it('starts again after its process was killed', async () => {
        const before = (await probed.evaluate('process.pid')).value;
        await probed.killProcess();
        await probed.evaluate('0');
        const after = (await probed.evaluate('process.pid')).value;
        expect(after).toEqual(expect.any(Number));
        expect(after).not.toBe(before);
    });
});

describe('an app on Deno', () => {
    it('receives null where the server has undefined', async () => {
        const probed = await Probed.start('deno');
        try {
            const { value } = await probed.evaluateWith({ nothing: undefined }, READ_NOTHING);
            expect(value).toBe('true null');
        } finally {
            await probed.stop();
        }
    });
});

it('there is no third runtime', async () => {
    await expect(Workspace.start({ runtime: 'bun' as 'node' })).rejects.toThrow('There is no runtime bun, only deno and node.');
});
