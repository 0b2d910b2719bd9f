import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { reportCoverage } from '../coverage/report.mts';
import { packageOnce } from './packageOnce.mts';
import { ROOT } from '../project.mts';

/**
 * `npm test`, after the installation. Runs lint, types and the packager in parallel, then the tests with coverage.
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
const steps = await Promise.all([npm('lint'), npm('types'), packaged.then(Boolean)]);
if (steps.every(Boolean)) {
    steps.push(await npm('jest', '--', '--json', '--outputFile', RESULTS));
    steps.push(steps.every(Boolean) && reportCoverage());
}
(await packaged)?.();

const { passed, failed } = counts();
const failures = failed || steps.filter((isFine) => !isFine).length;
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

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
