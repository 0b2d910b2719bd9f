import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { ROOT } from '../workspace/app.mts';

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

it.each(rows)('has the test that it names: $file, $title', ({ file, title }) => {
    expect(readFileSync(join(ROOT, 'test/app', file), 'utf8')).toContain(title);
});
