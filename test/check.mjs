// Lint and types at the same time: neither needs the other, and both take a while on one core. Fails when either does.
import { spawn } from 'node:child_process';

const codes = await Promise.all(
    ['lint', 'types'].map(
        (script) => new Promise((resolve) => spawn('npm', ['run', '-s', script], { stdio: ['ignore', 'inherit', 'inherit'] }).on('close', resolve)),
    ),
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
