// Every npm script runs this first. It installs missing or outdated packages, prepares them for the packager, writes the
// generated files, and with --browser installs a browser for the tests. Plain Node, because no packages are installed yet.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { allowPermissions } from './allowPermissions.mjs';
import { generate } from './generate.mjs';
import { loadOnce } from './loadOnce.mjs';
import { findChromium, installChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const installed = modified('node_modules/.package-lock.json');

if (installed === undefined || installed < modified('package-lock.json')) {
    console.log('Installing packages, as package-lock.json has them …');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
    if (status !== 0) {
        process.exit(status ?? 1);
    }
}

allowPermissions();
loadOnce();
await generate(root);

if (process.argv.includes('--browser') && !findChromium() && (process.env.CHROMIUM || !installChromium())) {
    console.error(
        'The browser tests need Chromium. Install it (Debian: apt-get install chromium-headless-shell), or name an executable that is there in the variable CHROMIUM.',
    );
    process.exit(1);
}

function modified(path) {
    return statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs;
}
