import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join, relative } from 'node:path';

import { reportCoverage } from '../coverage/report.mts';
import { packageOnce } from './packageOnce.mts';
import { ROOT } from '../project.mts';

/**
 * `npm test`, after the installation. Packages the app, then runs all tests with the app on Deno, then ten files with
 * the app on Node. Lint and types run beside that. With `--coverage`, the package
 * counts its branches, and too few of them fail.
 * The last line counts the tests; a failed step such as lint counts as a failed test.
 *
 * With CI set, files that failed run once more, one at a time: such a machine can be busy enough for a browser or a
 * sandbox to miss its time. Both runs are printed, and a test that fails twice fails. Without CI, no file gets a second run.
 */

const ENDPOINTS = ['findOrCreateInvite', 'inviteInfo', 'listInvites', 'removeInvite', 'useInviteToken', 'validateInviteToken'];
const OTHERS = ['cleanUp', 'command', 'modal', 'settings'];
const ON_NODE = [...ENDPOINTS, ...OTHERS].map((name) => `test/e2e/${name}.test.mts`);

/** The counts in jest's output, and its files by path. */
interface Results {
    numPassedTests: number;
    numFailedTests: number;
    /** Test files that could not run. */
    numRuntimeErrorTestSuites: number;
    testResults: { name: string; status: 'passed' | 'failed' }[];
}

const counted = { passed: 0, failed: 0 };

const isCounting = process.argv.includes('--coverage');
if (isCounting) {
    process.env.COVERAGE = '1';
}
const packaged = packageOnce().catch((error: unknown) => {
    console.error(error);
    return undefined;
});
const checks = Promise.all([npm('lint'), npm('types')].map(behind));
const steps = [await timed('Packaging', packaged.then(Boolean))];
if (steps.every(Boolean)) {
    steps.push(await timed('Tests with the app on Deno', testAll('deno')));
    steps.push(await timed('Tests with the app on Node', testAll('node', ON_NODE)));
    steps.push(!isCounting || (steps.every(Boolean) && reportCoverage()));
}
steps.push(...(await timed('Waiting for lint and types', checks)));
(await packaged)?.();

const failures = counted.failed || steps.filter((isFine) => !isFine).length;
console.log(`\n${counted.passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

/** Runs test files with the app on one runtime, by default all files, and counts their tests. A file that does not exist fails. */
async function testAll(runtime: string, files: string[] = []): Promise<boolean> {
    process.env.RUNTIME = runtime;
    console.log(`\nTests with the app on ${runtime}:`);
    const first = await jest(files);
    const total = first.passed + first.failed;
    const again = process.env.CI && first.failedFiles.length > 0 ? first.failedFiles : [];
    if (again.length > 0) {
        console.log(`\nOnce more, one at a time: ${again.map((file) => relative(ROOT, file)).join(', ')}`);
    }
    const last = again.length > 0 ? await jest(again, '--runInBand') : first;
    counted.passed += total - last.failed;
    counted.failed += last.failed;
    return last.isFine;
}

interface Outcome {
    isFine: boolean;
    passed: number;
    failed: number;
    failedFiles: string[];
}

async function jest(files: string[], ...flags: string[]): Promise<Outcome> {
    const path = join(ROOT, 'node_modules', '.cache', 'jest-results.json');
    rmSync(path, { force: true });
    const named = files.length > 0 ? ['--runTestsByPath', ...files] : [];
    const isFine = await npm('jest', '--', '--json', '--outputFile', path, ...flags, ...named).success;
    if (!existsSync(path)) {
        return { isFine: false, passed: 0, failed: 0, failedFiles: [] };
    }
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(readFileSync(path, 'utf8')) as Results;
    return {
        isFine,
        passed: numPassedTests,
        failed: numFailedTests + numRuntimeErrorTestSuites,
        failedFiles: testResults.filter(({ status }) => status === 'failed').map(({ name }) => name),
    };
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
