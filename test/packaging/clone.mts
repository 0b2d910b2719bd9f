import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MANIFEST, ROOT } from '../project.mts';

/** The project's files: those that git knows, and those that it would take. */
export function projectFiles(): string[] {
    return (
        execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
            .split('\n')
            // One that is deleted and not yet committed is still known to git.
            .filter((file) => file && existsSync(join(ROOT, file)))
    );
}

/** The project as in a clean clone: its files alone, with the packages installed. Answers in which folder. */
export function clone(): string {
    const folder = mkdtempSync(join(tmpdir(), 'clone-'));
    for (const file of projectFiles()) {
        cpSync(join(ROOT, file), join(folder, file));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    return folder;
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

/** The links of whoever releases it. */
export const LINKS = { homepage: 'https://invites.example.org/', support: 'https://invites.example.org/help' };
