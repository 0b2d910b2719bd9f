import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

import { reportCoverage } from '../coverage/report.mts';
import { packageOnce } from './packageOnce.mts';
import { ROOT } from '../project.mts';

/**
 * `npm test`, after the installation. Packages the app, then runs the tests with coverage: all of them with the app on
 * Deno, then those of every endpoint, command and modal with the app on Node. Lint and types run beside that.
 * The last line counts the tests; a failed step such as lint counts as a failed test.
 */

const ENDPOINTS = ['findOrCreateInvite', 'inviteInfo', 'listInvites', 'removeInvite', 'useInviteToken', 'validateInviteToken'];
const OTHERS = ['cleanUp', 'command', 'modal', 'settings'];
const ON_NODE = [...ENDPOINTS, ...OTHERS].map((name) => `test/e2e/${name}.test.mts`);

const [ALL_RESULTS, NODE_RESULTS] = ['all', 'node'].map((name) => join(ROOT, 'node_modules', '.cache', `jest-results-${name}.json`)) as [
    string,
    string,
];

/** The counts in jest's output. */
interface Results {
    numPassedTests: number;
    numFailedTests: number;
    /** Test files that could not run. */
    numRuntimeErrorTestSuites: number;
}

process.env.COVERAGE = '1';
[ALL_RESULTS, NODE_RESULTS].forEach((file) => rmSync(file, { force: true }));
const packaged = packageOnce().catch((error: unknown) => {
    console.error(error);
    return undefined;
});
const checks = Promise.all([npm('lint'), npm('types')].map(behind));
const steps = [await timed('Packaging', packaged.then(Boolean))];
if (steps.every(Boolean)) {
    steps.push(await timed('Tests with the app on Deno', jest('deno', ALL_RESULTS)));
    steps.push(await timed('Tests with the app on Node', jest('node', NODE_RESULTS, ON_NODE)));
    steps.push(steps.every(Boolean) && reportCoverage());
}
steps.push(...(await timed('Waiting for lint and types', checks)));
(await packaged)?.();

const counted = [ALL_RESULTS, NODE_RESULTS].map(counts);
const [passed, failed] = (['passed', 'failed'] as const).map((kind) => counted.reduce((sum, count) => sum + count[kind], 0));
const failures = failed || steps.filter((isFine) => !isFine).length;
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

/** Runs test files with the app on one runtime, by default all files. A file that does not exist fails. */
function jest(runtime: string, results: string, files: string[] = []): Promise<boolean> {
    process.env.RUNTIME = runtime;
    console.log(`\nTests with the app on ${runtime}:`);
    return npm('jest', '--', '--json', '--outputFile', results, ...(files.length > 0 ? ['--runTestsByPath', ...files] : [])).success;
}

/** A script of package.json that runs, and whether it succeeds. */
interface Running {
    pid: number | undefined;
    success: Promise<boolean>;
}

/** Starts one of the scripts in package.json. */
function npm(script: string, ...args: string[]): Running {
    const child = spawn('npm', ['run', '-s', script, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    return { pid: child.pid, success: new Promise((resolve) => child.on('close', (code) => resolve(code === 0))) };
}

/** Leaves the processor to the tests whenever they need it. Returns whether the script succeeds. */
function behind({ pid, success }: Running): Promise<boolean> {
    if (pid !== undefined) {
        setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
    }
    return success;
}

/** Prints how long a step took. */
async function timed<T>(step: string, work: Promise<T>): Promise<T> {
    const start = Date.now();
    const result = await work;
    console.log(`${step}: ${Math.round((Date.now() - start) / 1000)} s`);
    return result;
}

function counts(results: string): { passed: number; failed: number } {
    if (!existsSync(results)) {
        return { passed: 0, failed: 0 };
    }
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8')) as Results;
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}
