import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';

import { expect, it } from '@jest/globals';
import ts from 'typescript';

import { ROOT } from '../project.mts';
import { projectFiles } from './clone.mts';

/** A comment cites only files that a clone of the repository has, so that every reader can follow it. */

const files = new Set(projectFiles());
const folders = new Set([...files].flatMap((file) => file.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))));
const names = new Set([...files].map((file) => basename(file)));

/** Paths and names that end like a file of the repository, and paths below one of its folders. */
const CITATION =
    /(?<![\w./*«@-])(?:[\w.-]+\/)*[\w.-]*\w\.(?:md|[mc]?ts|tsx|mjs|cjs|json|sh|svg|css|html)\b(?!\()|(?<![\w./@-])(?:docs|src|test|i18n)\/[\w./-]*\w/g;

/** Files that exist only after a command has run. */
const GENERATED = /^(?:dist\/|node_modules\/|src\/web\/assets\.ts$|src\/i18n\/(?:pageT|t)ranslations\.ts$|i18n\/\*\.json$)/;

/** Returns the comments of a source. A string that looks like a comment is not one. */
function commentsOf(file: string): string[] {
    const code = readFileSync(join(ROOT, file), 'utf8');
    const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
    const comments = new Map<number, string>();
    const visit = (node: ts.Node): void => {
        if (node.getChildCount(source) === 0) {
            const around = [ts.getLeadingCommentRanges(code, node.pos), ts.getTrailingCommentRanges(code, node.end)];
            around.flatMap((ranges) => ranges ?? []).forEach(({ pos, end }) => comments.set(pos, code.slice(pos, end)));
        }
        node.getChildren(source).forEach(visit);
    };
    visit(source);
    return [...comments.values()];
}

function citationsIn(text: string): string[] {
    const own = text.replace(/https?:\/\/\S+/g, '');
    return [...own.matchAll(CITATION)].map(([citation]) => citation).filter((citation) => !GENERATED.test(citation));
}

/** Accepts a path from the root, a path from the citing file, the name of any file, or the number of a decision. */
function isThere(citation: string, file: string): boolean {
    const beside = posix.join(posix.dirname(file), citation);
    const isDecision = /^docs\/decisions\/\d{4}$/.test(citation) && [...files].some((path) => path.startsWith(`${citation}-`));
    return isDecision || [citation, beside].some((path) => files.has(path) || folders.has(path)) || names.has(citation);
}

/** The sources with citations in their comments. */
const citations = [...files]
    .filter((file) => /^(?:InviteManagerApp\.ts$|src\/|test\/)/.test(file) && /\.(?:m?ts|tsx|mjs|cjs|js)$/.test(file))
    .map((file) => ({ file, cited: commentsOf(file).flatMap(citationsIn) }))
    .filter(({ cited }) => cited.length > 0);

it('finds citations and nothing else', () => {
    const cited = citationsIn('As docs/api.md, test/e2e/scene.mts and world.mts say; see docs/decisions, https://example.org/a.md and a.b().');
    expect(cited).toEqual(['docs/api.md', 'test/e2e/scene.mts', 'world.mts', 'docs/decisions']);
    expect(isThere('docs/no-such-page.md', 'src/domain/link.ts')).toBe(false);
    expect(isThere('no-such-page.md', 'src/domain/link.ts')).toBe(false);
    expect(citations.length).toBeGreaterThan(10);
});

it.each(citations)('comments cite files that exist: $file', ({ file, cited }) => {
    expect(cited.filter((citation) => !isThere(citation, file))).toEqual([]);
});
