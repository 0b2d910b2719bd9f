import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { MANIFEST, ROOT } from '../project.mts';
import type { Workspace } from '../workspace/index.mts';

/**
 * Has the engine run apps that are installed from now on with at most so many MB for all that they keep: what is kept of each call would have an end, and the process with it. Answers
 * what puts things back.
 */
export function boundHeap(megabytes: number): () => void {
    const folder = mkdtempSync(join(tmpdir(), 'deno-'));
    // The engine looks for Deno on the path, and hands none of its own surroundings on but that.
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

/** The id of the process that runs the app: another one after the engine had to restart it. */
export function sandboxOf({ instance }: Workspace): number {
    const controller = instance.manager.getOneById(MANIFEST.id).getRuntimeController() as unknown as { deno?: { pid?: number } };
    const pid = controller.deno?.pid;
    if (pid === undefined) {
        throw new Error('The app’s process is gone');
    }
    return pid;
}

/** MB that a process holds in memory, with those that it started: the one of the engine may be a script that runs Deno. */
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
        // It has ended meanwhile.
        return [];
    }
}
