import { spawn } from 'node:child_process';

import { ROOT } from '../project.mts';

/** `npm run races`: the tests that try things at random, ten times as much as `npm test`, or as the variable RACES says. */

const FILES = ['interleavings', 'e2e/editRaces', 'e2e/properties', 'e2e/usernames'];

const child = spawn('npm', ['run', '-s', 'jest', '--', ...FILES, '--testTimeout', '3600000'], {
    cwd: ROOT,
    env: { RACES: '10', ...process.env },
    stdio: ['ignore', 'inherit', 'inherit'],
});
child.on('close', (code) => (process.exitCode = code ?? 1));
