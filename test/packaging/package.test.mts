import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { Scene } from '../e2e/scene.mts';
import { releaseZip } from '../release/zip.mts';
import { MANIFEST, ROOT } from '../project.mts';
import { LINKS, projectFiles } from './clone.mts';

const NAME = `${MANIFEST.nameSlug}_${MANIFEST.version}`;

/** The clean clone in which the package was made and released (test/tools/packageOnce.mts). */
const folder = process.env.CLONE!;
const committed = projectFiles();
const zip = unzipSync(readFileSync(join(folder, 'dist', `${NAME}.zip`)));
const RELEASE = join(folder, 'dist/release');
const made = Object.fromEntries(readdirSync(RELEASE).map((file) => [file, readFileSync(join(RELEASE, file))]));

/** The app's code as the packager compiles it: the committed sources, the list of languages, and the bundled pages. */
const compiled = [
    ...committed.filter((file) => file.endsWith('.ts')),
    'src/i18n/pageTranslations.ts',
    'src/i18n/translations.ts',
    'src/web/assets.ts',
].map((file) => file.replace(/\.ts$/, '.js'));
const languages = ['de', 'en', 'es', 'fr', 'pt-BR'].map((tag) => `i18n/${tag}.json`);

/** Files that the packager adds and the app does not read. A release leaves them out. */
const HARMLESS = /^(docs\/.*|[A-Z]+\.md|package(-lock)?\.json|tsconfig\.json|src\/web\/.*\.(tsx|mts|css|html|json))$/;

it('contains the compiled app, its manifest, icon and languages, documents and package files, and nothing else', () => {
    const harmless = committed.filter((file) => HARMLESS.test(file) && file !== 'README.md');
    expect(Object.keys(zip).sort()).toEqual(['.packagedby', 'app.json', 'icon.png', ...compiled, ...languages, ...harmless].sort());
});

it('contains no tests and no tools', () => {
    expect(Object.keys(zip).filter((file) => /(^|\/)test\/|\.ts$|\.mjs$|jest|eslint/.test(file))).toEqual([]);
});

it('leaves the committed manifest unchanged', () => {
    expect(readFileSync(join(folder, 'app.json'), 'utf8')).toBe(readFileSync(join(ROOT, 'app.json'), 'utf8'));
    expect(JSON.parse(strFromU8(zip['app.json']!))).toEqual(MANIFEST);
});

it('asks for a permission that the CLI does not know', () => {
    for (const file of [zip, unzipSync(made[`${NAME}.zip`]!)]) {
        expect(JSON.parse(strFromU8(file['app.json']!)).permissions).toContainEqual({ name: 'abac.read' });
    }
});

it.each(['@rocket.chat/apps-cli', '@rocket.chat/apps-engine'])('takes engines from 1.62 on, as the semver of %s reads it', (name) => {
    const require = createRequire(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const { satisfies } = require('semver') as { satisfies: (version: string, range: string) => boolean };
    const { requiredApiVersion } = JSON.parse(strFromU8(zip['app.json']!)) as typeof MANIFEST;
    const versions = ['1.61.9', '1.62.0', '1.66.0', '1.67.0-rc.0', '1.67.0', '1.70.2'];
    expect(versions.filter((version) => !satisfies(version, requiredApiVersion))).toEqual(['1.61.9']);
});

it('exports only the app’s class from the class file', () => {
    const source = strFromU8(zip['InviteManagerApp.js']!);
    expect([...source.matchAll(/^exports\.(\w+) = (?!void 0)/gm)].map(([, name]) => name)).toEqual(['InviteManagerApp']);
});

it('contains nothing that makes the engine rewrite the code, as it does for very old apps', () => {
    const compiled = Object.entries(zip).filter(([file]) => file.endsWith('.js'));
    const rewritten = compiled.filter(([, code]) =>
        ['.usernames', '.isOnline(', '.createToken('].some((trigger) => strFromU8(code).includes(trigger)),
    );
    expect(rewritten.map(([file]) => file)).toEqual([]);
});

it('has the same version everywhere', () => {
    const read = (file: string): any => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
    const lock = read('package-lock.json');
    const found = [read('package.json').version, lock.version, lock.packages[''].version, read('docs/openapi.json').info.version];
    expect(found).toEqual(found.map(() => MANIFEST.version));
});

it('has a label and a description in every language for every setting, and a name for every section', () => {
    const page = strFromU8(zip['src/rocketchat/settings/definitions.js']!);
    const settings = [...page.matchAll(/\b([A-Z][a-z]+(?:_[A-Z][a-z]+)+): \w+\(/g)].map(([, id]) => id);
    const sections = [...page.matchAll(/section\('(\w+)'/g)].map(([, key]) => key);
    expect(settings.length).toBeGreaterThan(15);
    expect(sections).toHaveLength(6);
    for (const file of languages) {
        const words = JSON.parse(strFromU8(zip[file]!));
        const needed = [
            ...settings.flatMap((id) => [id, `${id}_Description`]),
            ...sections,
            'Command_Params',
            'Command_Description',
            'Invite_Action',
        ];
        expect({ file, keys: Object.keys(words).sort() }).toEqual({ file, keys: [...new Set(needed)].sort() });
    }
});

describe('the release of it', () => {
    it('is a zip, its checksum in the format of sha256sum, and the version’s section of the changelog', () => {
        const sum = createHash('sha256').update(made[`${NAME}.zip`]!).digest('hex');
        expect(Object.keys(made).sort()).toEqual([`${NAME}.notes.md`, `${NAME}.zip`, `${NAME}.zip.sha256`]);
        expect(made[`${NAME}.zip.sha256`]!.toString()).toBe(`${sum}  ${NAME}.zip\n`);
        expect(made[`${NAME}.notes.md`]!.toString()).toBe('### Added\n\n- Something.\n');
    });

    it('contains only what the app needs, in order: the bundled pages, and not their sources', () => {
        expect(Object.keys(unzipSync(made[`${NAME}.zip`]!))).toEqual(['app.json', 'icon.png', ...compiled, ...languages].sort());
    });

    it('names the homepage and support of the releaser in its manifest, in the format of the packager', () => {
        const { author, ...others } = JSON.parse(readFileSync(join(ROOT, 'app.json'), 'utf8'));
        const manifest = strFromU8(unzipSync(made[`${NAME}.zip`]!)['app.json']!);
        expect(JSON.parse(manifest)).toEqual({ ...others, author: { name: author.name, ...LINKS } });
        expect(manifest).toBe(JSON.stringify(JSON.parse(manifest), null, 4));
    });

    it('has the same bytes whenever and in whatever file order the app was packaged', () => {
        const again = { ...zip, '.packagedby': strToU8('{"when":"later"}') };
        const packaged = zipSync(Object.fromEntries(Object.entries(again).reverse()), { mtime: '2030-01-02' });
        expect(made[`${NAME}.zip`]!.equals(releaseZip(packaged, LINKS))).toBe(true);
    });

    it('can be installed, and works', async () => {
        const scene = await Scene.open({ zip: join(folder, 'dist', 'release', `${NAME}.zip`) });
        try {
            const owner = await scene.person();
            const { status, body } = await owner.invite(await scene.room(owner));
            expect(status).toBe(200);
            expect((await scene.anonymous().app('POST', 'validateInviteToken', { token: body.inviteToken })).body).toMatchObject({ valid: true });
            expect(scene.workspace.instance.manager.getOneById(MANIFEST.id)?.getInfo().iconFileContent).toMatch(/^data:image\/png;base64,/);
        } finally {
            await scene.close();
        }
    });
});
