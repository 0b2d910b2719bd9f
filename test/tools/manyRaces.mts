import { spawn } from 'node:child_process';

import { ROOT } from '../project.mts';

/**
 * `npm run races`: the tests that try things at random, thirty times as much as `npm test`, or as the
 * variable RACES says, and those that interrupt an operation, at each of its calls.
 */

const INTERRUPTED = ['cleanUp', 'doors', 'faults', 'kills', 'killsOfApprovals', 'severalRooms'];
const FILES = ['interleavings', ...['editRaces', 'properties', 'usernames', ...INTERRUPTED].map((name) => `test/e2e/${name}`)];

const child = spawn('npm', ['run', '-s', 'jest', '--', ...FILES, '--testTimeout', '3600000'], {
    cwd: ROOT,
    env: { RACES: '30', ...process.env },
    stdio: ['ignore', 'inherit', 'inherit'],
});
child.on('close', (code) => (process.exitCode = code ?? 1));
