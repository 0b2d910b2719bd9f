import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { ROOT } from '../project.mts';
import { projectFiles } from './clone.mts';

const rows = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
        const [, file, title] = /^\|.*\| `([\w./]+)`: (.+) \|$/.exec(line) ?? [];
        return file && title ? [{ file, title }] : [];
    });

it('names a test for every claim', () => {
    const claims = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('| ') && !line.startsWith('| who'));
    expect(rows).toHaveLength(claims.length);
    expect(rows.length).toBeGreaterThan(30);
});

/** Returns a file without its comment lines. */
function codeOf(file: string): string {
    return readFileSync(file, 'utf8').replace(/^[ \t]*(\/\*|\*|\/\/).*$/gm, '');
}

it.each(rows)('has the test that it names: $file, $title', ({ file, title }) => {
    expect(codeOf(join(ROOT, 'test/e2e', file))).toContain(title);
});

it('skips no test, and runs none alone', () => {
    const files = projectFiles().filter((file) => /^test\/.*\.test\.(mts|tsx)$/.test(file));
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => /\b(it|test|describe)\.(skip|only|todo|skipIf|runIf|fails)\b/.test(codeOf(join(ROOT, file))))).toEqual([]);
});
