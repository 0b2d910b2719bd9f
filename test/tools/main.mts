import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { reportCoverage } from '../coverage/report.mts';
import { packageOnce } from './packageOnce.mts';
import { ROOT } from '../project.mts';

/**
 * `npm test`, after the installation. Packages the app and runs the tests with coverage, with lint and types beside them.
 * The last line counts the tests; a failed step such as lint counts as a failed test.
 */

const RESULTS = join(ROOT, 'node_modules', '.cache', 'jest-results.json');

/** The counts in jest's output. */
interface Results {
    numPassedTests: number;
    numFailedTests: number;
    /** Test files that could not run. */
    numRuntimeErrorTestSuites: number;
}

process.env.COVERAGE = '1';
rmSync(RESULTS, { force: true });
const packaged = packageOnce().catch((error: unknown) => {
    console.error(error);
    return undefined;
});
// Lint and types fill the time in which tests wait.
const steps = await Promise.all([checkSources(), packaged.then((done) => done !== undefined && runTests())]);
(await packaged)?.();

const { passed, failed } = counts();
const failures = failed || steps.filter((isFine) => !isFine).length;
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

async function checkSources(): Promise<boolean> {
    const isClean = await npm('lint');
    return (await npm('types')) && isClean;
}

async function runTests(): Promise<boolean> {
    return (await npm('jest', '--', '--json', '--outputFile', RESULTS)) && reportCoverage();
}

/** Runs one of the scripts in package.json. Returns whether it succeeded. */
function npm(script: string, ...args: string[]): Promise<boolean> {
    const child = spawn('npm', ['run', '-s', script, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

function counts(): { passed: number; failed: number } {
    if (!existsSync(RESULTS)) {
        return { passed: 0, failed: 0 };
    }
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(RESULTS, 'utf8')) as Results;
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}
