import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { MANIFEST, ROOT } from '../project.mts';
import type { Workspace } from '../workspace/index.mts';

/**
 * Limits the heap of apps that are installed from now on to `megabytes`, so a leak ends their process. Returns a
 * function that lifts the limit.
 */
export function boundHeap(megabytes: number): () => void {
    const folder = mkdtempSync(join(tmpdir(), 'deno-'));
    // The engine looks for Deno on the path, the only variable that it passes on.
    writeFileSync(
        join(folder, 'deno'),
        `#!/bin/sh\nDENO_V8_FLAGS=--max-old-space-size=${megabytes} exec '${join(ROOT, 'node_modules', '.bin', 'deno')}' "$@"\n`,
        { mode: 0o755 },
    );
    const { PATH = '' } = process.env;
    process.env.PATH = `${folder}${delimiter}${PATH}`;
    return () => {
        process.env.PATH = PATH;
        rmSync(folder, { recursive: true, force: true });
    };
}

/** Returns the id of the app's process. It changes when the engine restarts it. */
export function sandboxOf({ instance }: Workspace): number {
    const controller = instance.manager.getOneById(MANIFEST.id).getRuntimeController() as unknown as { deno?: { pid?: number } };
    const pid = controller.deno?.pid;
    if (pid === undefined) {
        throw new Error('The app’s process is gone');
    }
    return pid;
}

/** Returns the memory of a process and its children in MB. The engine's own child may be a script that runs Deno. */
export function memoryOf(pid: number): number {
    const processes = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap(statusOf);
    const family = [pid];
    for (const parent of family) {
        family.push(...processes.filter((one) => one.parent === parent).map((one) => one.pid));
    }
    return processes.filter((one) => family.includes(one.pid)).reduce((sum, { kilobytes }) => sum + kilobytes, 0) / 1024;
}

function statusOf(name: string): { pid: number; parent: number; kilobytes: number }[] {
    try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const number = (field: string): number => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
        return [{ pid: Number(name), parent: number('PPid'), kilobytes: number('VmRSS') }];
    } catch {
        // The process has ended meanwhile.
        return [];
    }
}
