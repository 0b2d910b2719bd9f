import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { ROOT } from '../project.mts';
import { projectFiles } from './clone.mts';

/** Types are left out, because the signatures of other exports use them. */
const EXPORT = /^export (?:declare |abstract |async )*(?:function|class|const) (\w+)/gm;

/** The sources of the app, its tests and its tools, by path. */
const sources = new Map(
    projectFiles()
        .filter((path) => /^(?:src\/|test\/|InviteManagerApp)/.test(path) && /\.(?:m?ts|tsx)$/.test(path) && !path.endsWith('.d.mts'))
        .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const),
);

it('exports nothing that no other file uses', () => {
    // Files in there take the place of the engine's own, which use their exports.
    const checked = [...sources].filter(([path]) => !path.startsWith('test/workspace/node/sandbox/'));
    const dead = checked.flatMap(([path, text]) =>
        [...text.matchAll(EXPORT)]
            .map(([, name]) => name!)
            .filter((name) => ![...sources].some(([other, used]) => other !== path && new RegExp(`\\b${name}\\b`).test(used)))
            .map((name) => `${path}: ${name}`),
    );
    // The engine loads the app's class by its file.
    expect(dead).toEqual(['InviteManagerApp.ts: InviteManagerApp'].filter((known) => dead.includes(known)));
});
