import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { rcApps } from '../project.mts';
import { generate } from '../tools/generate.mjs';
import { sectionOf } from './changelog.mts';
import { releaseZip, type Links } from './zip.mts';

/** The reasons why there is no release, one sentence each. */
export class Refusal extends Error {
    constructor(readonly reasons: string[]) {
        super(`There is no release:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    }
}

/**
 * Packages the app in `folder` with the real CLI, and writes zip, checksum and notes to dist/release. The manifest in
 * the zip names `links`. Returns the paths.
 *
 * @throws Refusal
 */
export async function release(folder: string, links: Partial<Links>): Promise<string[]> {
    const { name, notes, author } = checked(folder, links);
    await generate(folder);
    await rcApps(['package'], folder);
    const zip = releaseZip(readFileSync(join(folder, 'dist', `${name}.zip`)), author);
    const target = join(folder, 'dist', 'release');
    mkdirSync(target, { recursive: true });
    const files: [string, string | Uint8Array][] = [
        [`${name}.zip`, zip],
        [`${name}.zip.sha256`, `${createHash('sha256').update(zip).digest('hex')}  ${name}.zip\n`],
        [`${name}.notes.md`, `${notes}\n`],
    ];
    return files.map(([file, content]) => {
        writeFileSync(join(target, file), content);
        return join(target, file);
    });
}

/** Checks everything that can be checked before packaging. */
function checked(folder: string, { homepage, support }: Partial<Links>): { name: string; notes: string; author: Links } {
    const read = (file: string): string => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
    const { nameSlug, version } = JSON.parse(read('app.json'));
    const packageVersion = JSON.parse(read('package.json')).version;
    const notes = sectionOf(read('CHANGELOG.md'), version);
    const tags = tagsOnHead(folder);
    const reasons = [
        version !== packageVersion && `app.json says version ${version}, package.json says ${packageVersion}.`,
        !notes && `CHANGELOG.md has no section "## [${version}] - <date>" that says something, with a date like 2026-01-31.`,
        tags.length > 0 && !tags.includes(`v${version}`) && `HEAD is tagged ${tags.join(', ')}, not v${version}.`,
        !isWebAddress(homepage) && '--homepage must be the web address of your homepage. The one in app.json belongs to others.',
        !isWebAddress(support) && '--support must be the web address of your support page. The one in app.json belongs to others.',
    ].filter((reason) => typeof reason === 'string');
    if (reasons.length > 0 || !notes || !isWebAddress(homepage) || !isWebAddress(support)) {
        throw new Refusal(reasons);
    }
    return { name: `${nameSlug}_${version}`, notes, author: { homepage, support } };
}

function isWebAddress(text: unknown): text is string {
    return typeof text === 'string' && /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);
}

/** Returns no tags outside a repository, so an unpacked archive can be released. */
function tagsOnHead(folder: string): string[] {
    if (!existsSync(join(folder, '.git'))) {
        return [];
    }
    return execFileSync('git', ['tag', '--points-at', 'HEAD'], { cwd: folder, encoding: 'utf8' }).split('\n').filter(Boolean);
}
