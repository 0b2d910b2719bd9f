// Finds the browser for the browser tests. Plain Node, because the setup uses it before packages are installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
    // Chromium without a window system: it opens a page in a third of the time.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Returns the path of Chromium from the variable CHROMIUM or a usual place, or undefined. */
export function findChromium() {
    const places = process.env.CHROMIUM ? [process.env.CHROMIUM] : PLACES;
    return places.find((path) => existsSync(path));
}

/** Installs Debian's headless Chromium, as root or with sudo. Returns whether Chromium is there afterwards. */
export function installChromium() {
    console.log('Installing Chromium for the browser tests …');
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    for (const step of [
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', 'fonts-liberation'],
    ]) {
        const [command, ...args] = [...asRoot, ...step];
        spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    }
    return findChromium() !== undefined;
}
