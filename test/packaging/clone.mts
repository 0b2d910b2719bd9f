import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MANIFEST, ROOT } from '../project.mts';

/** Returns the project's files: those in git, and new ones that git does not ignore. */
export function projectFiles(): string[] {
    return (
        execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
            .split('\n')
            // Git still lists a file that is deleted but not committed.
            .filter((file) => file && existsSync(join(ROOT, file)))
    );
}

/** Copies the project as a clean clone with its packages installed, and returns the folder. */
export function clone(): string {
    const folder = mkdtempSync(join(tmpdir(), 'clone-'));
    for (const file of projectFiles()) {
        cpSync(join(ROOT, file), join(folder, file));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    return folder;
}

/** The changelog of a project that can be released. */
export const CHANGELOG = `# Changelog

## [Unreleased]

## [${MANIFEST.version}] - 2026-01-31

### Added

- Something.

## [0.0.1] - 2026-01-01

- Something older.

[Unreleased]: https://example.org/compare
`;

/** The links of the person who releases it. */
export const LINKS = { homepage: 'https://invites.example.org/', support: 'https://invites.example.org/help' };
