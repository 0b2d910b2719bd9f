import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { MANIFEST, rcApps, ROOT } from '../workspace/app.mts';

let folder: string;
let zip: Record<string, Uint8Array>;
let committed: string[];

/** As in a clean clone: only the files that git knows, with the packages installed. */
beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clone-'));
    committed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
        .split('\n')
        .filter(Boolean);
    for (const file of committed) {
        cpSync(join(ROOT, file), join(folder, file));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    await rcApps(['package'], folder);
    zip = unzipSync(readFileSync(join(folder, 'dist', `${MANIFEST.nameSlug}_${MANIFEST.version}.zip`)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds the compiled app, its manifest, icon and languages, and besides only documents and the package files', () => {
    const compiled = committed.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, '.js'));
    const languages = committed.filter((file) => file.startsWith('i18n/'));
    const harmless = committed.filter((file) => /^(docs\/.*|[A-Z]+\.md|package(-lock)?\.json|tsconfig\.json)$/.test(file) && file !== 'README.md');
    expect(Object.keys(zip).sort()).toEqual(['.packagedby', 'app.json', 'icon.png', ...compiled, ...languages, ...harmless].sort());
});

it('holds no test and no harness', () => {
    expect(Object.keys(zip).filter((file) => /(^|\/)test\/|\.m?ts$|vitest|eslint/.test(file))).toEqual([]);
});

it('leaves the manifest in the form in which it is committed', () => {
    expect(readFileSync(join(folder, 'app.json'), 'utf8')).toBe(readFileSync(join(ROOT, 'app.json'), 'utf8'));
    expect(JSON.parse(strFromU8(zip['app.json']!))).toEqual(MANIFEST);
});

it('exports the app’s class from the class file, and nothing else', () => {
    const source = strFromU8(zip['InviteManagerApp.js']!);
    expect([...source.matchAll(/^exports\.(\w+) = (?!void 0)/gm)].map(([, name]) => name)).toEqual(['InviteManagerApp']);
});

it('holds nothing that makes the engine rewrite the code, as it does for the sake of very old apps', () => {
    const compiled = Object.entries(zip).filter(([file]) => file.endsWith('.js'));
    const rewritten = compiled.filter(([, code]) =>
        ['.usernames', '.isOnline(', '.createToken('].some((trigger) => strFromU8(code).includes(trigger)),
    );
    expect(rewritten.map(([file]) => file)).toEqual([]);
});

it('shows the built-in command with the same words as its own', () => {
    const words = JSON.parse(strFromU8(zip['i18n/en.json']!));
    const source = strFromU8(zip['src/chat/names.js']!);
    for (const text of [words.Command_Params, words.Command_Description]) {
        expect(source).toContain(`'${text}'`);
    }
});

it('says the same version everywhere', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(MANIFEST.version).toBe(version);
});

it('has a label and a description in every language for every setting', () => {
    const settings = [...strFromU8(zip['src/engine/settings.js']!).matchAll(/'([A-Z][A-Za-z]+(?:_[A-Z][A-Za-z]+)+)'/g)]
        .map(([, id]) => id)
        .filter((id) => id !== 'Site_Url');
    expect(settings.length).toBeGreaterThan(5);
    for (const file of committed.filter((name) => name.startsWith('i18n/'))) {
        const words = JSON.parse(strFromU8(zip[file]!));
        const needed = [...settings.flatMap((id) => [id, `${id}_Description`]), 'Command_Params', 'Command_Description', 'Invite_Action'];
        expect({ file, keys: Object.keys(words).sort() }).toEqual({ file, keys: [...new Set(needed)].sort() });
    }
});
