import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { release } from '../release/release.mts';
import { MANIFEST } from '../project.mts';
import { CHANGELOG, LINKS } from './clone.mts';

describe('a release is refused', () => {
    let folder: string;

    beforeAll(() => {
        folder = mkdtempSync(join(tmpdir(), 'release-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Tries to release a project, and returns the reason why it fails. */
    async function refusal({ changelog = CHANGELOG, packageVersion = MANIFEST.version, links = {} } = {}): Promise<string> {
        writeFileSync(join(folder, 'app.json'), JSON.stringify(MANIFEST));
        writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: packageVersion }));
        writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
        return release(folder, { ...LINKS, ...links }).then(
            () => 'It was released.',
            (error: Error) => error.message,
        );
    }

    it('when app.json and package.json have different versions', async () => {
        expect(await refusal({ packageVersion: '9.9.9' })).toContain(`app.json says version ${MANIFEST.version}, package.json says 9.9.9.`);
    });

    it.each([
        ['is missing', '# Changelog\n\n## [Unreleased]\n\n- Something.\n'],
        ['has no date', CHANGELOG.replace(' - 2026-01-31', '')],
        ['has an impossible date', CHANGELOG.replace('2026-01-31', '2026-02-31')],
        ['is empty', `# Changelog\n\n## [${MANIFEST.version}] - 2026-01-31\n\n## [0.0.1] - 2026-01-01\n\n- Something.\n`],
    ])('when the version’s section in the changelog %s', async (_why, changelog) => {
        expect(await refusal({ changelog })).toContain(`CHANGELOG.md has no section "## [${MANIFEST.version}] - <date>"`);
    });

    it.each([
        ['homepage', undefined],
        ['homepage', ''],
        ['homepage', 'invites.example.org'],
        ['support', undefined],
        ['support', 'mailto:help@example.org'],
        ['support', 'https://'],
        ['support', 'https://exa mple.org'],
    ])('when --%s is %j', async (name, value) => {
        expect(await refusal({ links: { [name]: value } })).toMatch(
            new RegExp(`^There is no release:\n  - --${name} must be the web address [^\n]*\\.$`),
        );
    });

    it('when both are missing, with a reason for each', async () => {
        expect((await refusal({ links: { homepage: undefined, support: undefined } })).split('\n')).toHaveLength(3);
    });

    it('when HEAD has a tag of another version, with all reasons at once', async () => {
        const git = (...args: string[]): unknown =>
            execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', ...args], { cwd: folder, stdio: 'ignore' });
        git('init');
        git('commit', '--allow-empty', '-m', 'A release');
        git('tag', 'v7.0.0');
        expect(await refusal({ changelog: '' })).toBe(
            `There is no release:
  - CHANGELOG.md has no section "## [${MANIFEST.version}] - <date>" that says something, with a date like 2026-01-31.
  - HEAD is tagged v7.0.0, not v${MANIFEST.version}.`,
        );
    });
});
