import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The app's manifest. */
export const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'app.json'), 'utf8')) as {
    id: string;
    nameSlug: string;
    version: string;
    requiredApiVersion: string;
    classFile: string;
    permissions: { name: string }[];
};

/** The path of the package that `rc-apps package` writes. */
export const PACKAGE = join(ROOT, 'dist', `${MANIFEST.nameSlug}_${MANIFEST.version}.zip`);

/** The package that tests of behaviour install. With coverage, it counts its branches (test/coverage). */
export const PACKAGE_UNDER_TEST = process.env.PACKAGE_UNDER_TEST ?? PACKAGE;

/** The path of the app's endpoints in a workspace. */
export const APP_PATH = `/api/apps/public/${MANIFEST.id}`;

/** Runs the real CLI in `folder` and returns its output. Rejects with the output if the CLI fails. */
export async function rcApps(args: string[], folder = ROOT): Promise<string> {
    const cli = ['--require', join(ROOT, 'test/tools/steadyCompiler.cjs'), join(ROOT, 'node_modules/@rocket.chat/apps-cli/bin/run')];
    const child = spawn(process.execPath, [...cli, ...args], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) {
        throw new Error(`rc-apps ${args[0]} failed:\n${printed}`);
    }
    return printed;
}
