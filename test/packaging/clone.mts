import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MANIFEST, ROOT } from '../workspace/app.mts';

/** The project as in a clean clone: only the files that git knows, with the packages installed. */
export function clone(): { folder: string; files: string[] } {
    const folder = mkdtempSync(join(tmpdir(), 'clone-'));
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
        .split('\n')
        // One that is deleted and not yet committed is still known to git.
        .filter((file) => file && existsSync(join(ROOT, file)));
    for (const file of files) {
        cpSync(join(ROOT, file), join(folder, file));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    return { folder, files };
}

/** The changelog of a project that is to be released. */
export const CHANGELOG = `# Changelog

## [Unreleased]

## [${MANIFEST.version}] - 2026-01-31

### Added

- Something.

## [0.0.1] - 2026-01-01

- Something older.

[Unreleased]: https://example.org/compare
`;
