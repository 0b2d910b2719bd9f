import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { ROOT } from '../project.mts';
import { Prompt, seed } from '../workspace/index.mts';
import { useScene } from './useScene.mts';

/** Types the transcript in docs/commands.md at the prompt of `npm start` and compares. `npm run docs` writes it. */

const FILE = join(ROOT, 'docs/commands.md');
const BLOCK = /(<!-- transcript -->\n```\n)[\s\S]*?(```\n<!-- end -->)/;

const LINES = [
    ['/as alice', '/in general'],
    ['/invite create 7d x3'],
    ['/invite create 3x 7 days'],
    ['/invite create 7'],
    ['/invite list'],
    ['/invite rename 1 Reading circle'],
    ['/invite pause 1'],
    ['/invite resume 1'],
    ['/invite @bob @nobody'],
    ['/as carol'],
    ['/invite-link use TOKEN'],
    ['/invite-link revoke TOKEN'],
    ['/as alice', '/in general'],
    ['/invite who 1'],
    ['/invite edit 1 30 days x5'],
    ['/as greta', '/in deutsch'],
    ['/invite create once never'],
    ['/invite craete 2w'],
    ['/invite list'],
    ['/press 1'],
    ['/press 1'],
];

const scene = await useScene();
await scene.workspace.database.users.deleteMany({ type: 'user' });
await seed(scene.workspace.database);

it('stands in docs/commands.md as the program shows it', async () => {
    const shown: string[] = [];
    const prompt = new Prompt(scene.workspace, (text) => shown.push(text));
    const stop = prompt.listen();
    let token = '';
    for (const group of LINES) {
        for (const line of group) {
            const typed = line.replace('TOKEN', token);
            if (!/^\/(as|in) /.test(typed)) {
                shown.push(`${prompt.sign}${typed}`);
            }
            await prompt.type(typed);
            token = /#([A-HJ-NP-Z2-9]{16})/.exec(shown.at(-1)!)?.[1] ?? token;
        }
    }
    stop();
    const document = readFileSync(FILE, 'utf8');
    const written = document.replace(BLOCK, (_all, start: string, end: string) => start + stable(shown.join('\n')) + '\n' + end);
    if (process.env.WRITE_DOCS) {
        writeFileSync(FILE, written);
    }
    expect(written).toBe(readFileSync(FILE, 'utf8'));
    expect(written).toMatch(BLOCK);
});

/** Replaces the values that differ between runs by example values. */
function stable(text: string): string {
    const ids = [...new Set(text.match(/\b[0-9a-f]{24}\b/g))];
    return text
        .replaceAll(scene.workspace.url, 'http://127.0.0.1:3000')
        .replace(/\b[A-HJ-NP-Z2-9]{16}\b/g, 'RWTCU57GVXM3MB2W')
        .replace(/\b[0-9a-f]{24}\b/g, (id) => `7e5eeb03f23c39a7635a78${String(44 + ids.indexOf(id))}`)
        .replace(/, on [^\n.]*\./g, ', on Sat, Nov 28, 2026, 22:50.')
        .replace(/\((\w{3} \d+|\d+\. \S+), [^)]*\)/g, '(Nov 28, 22:50)');
}
