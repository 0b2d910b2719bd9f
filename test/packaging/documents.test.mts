import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { parse } from '../../src/chat/parse.ts';
import { CONSOLE } from '../../src/i18n/languages/en/console.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { MORE_PAGE, PAGE } from '../../src/i18n/languages/en/page.ts';
import { REPORTS } from '../../src/i18n/languages/en/reports.ts';
import { ROOT } from '../project.mts';
import { projectFiles } from './clone.mts';

/** What the documents for operators, administrators and users say is held to the code. */

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const operations = read('docs/operations.md');

/** Returns the text between a heading and the next one. */
function section(document: string, heading: string): string {
    const [, text] = document.split(`\n## ${heading}\n`);
    return text!.split('\n## ')[0]!;
}

/** Returns the code spans that begin the rows of the first table in a text. */
const rowsOf = (text: string): string[] => [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, span]) => span!);

describe('docs/operations.md', () => {
    /** Whether a call writes a warning or an error: `report(…)`, `reportTo(app)(…)`, `logger.warn(…)` and the like. */
    function isReport({ expression }: ts.CallExpression): boolean {
        if (ts.isCallExpression(expression)) {
            return expression.expression.getText() === 'reportTo';
        }
        const text = expression.getText();
        return /(^|\.)report$/.test(text) || /[lL]ogger(\(\))?\s*\.(warn|error)$/.test(text);
    }

    /** Returns the message of a log call, with `<…>` for what is filled in; undefined if it is not a literal. */
    function messageOf(message: ts.Node | undefined): string | undefined {
        if (message && ts.isStringLiteralLike(message)) {
            return message.text;
        }
        if (message && ts.isTemplateExpression(message)) {
            return message.head.text + message.templateSpans.map(({ literal }) => `<…>${literal.text}`).join('');
        }
        return undefined;
    }

    function reportsIn(file: string): { file: string; message: string | undefined }[] {
        const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
        const found: { file: string; message: string | undefined }[] = [];
        const visit = (node: ts.Node): void => {
            if (ts.isCallExpression(node) && isReport(node)) {
                found.push({ file, message: messageOf(node.arguments[0]) });
            }
            ts.forEachChild(node, visit);
        };
        visit(source);
        return found;
    }

    const sources = projectFiles().filter((file) => /^(InviteManagerApp|src\/(?!web\/).*)\.ts$/.test(file));
    const reports = sources.flatMap(reportsIn);
    const inCode = [...new Set(reports.flatMap(({ message }) => message ?? []))];

    it('finds the log calls, whose messages are literals everywhere but in the one place that passes them on', () => {
        expect(inCode.length).toBeGreaterThan(20);
        expect(reports.filter(({ message }) => message === undefined).map(({ file }) => file)).toEqual(['src/app/errorLog.ts']);
    });

    it('lists each warning and error of the app’s log, and no other', () => {
        const listed = rowsOf(section(operations, "The app's log")).map((row) => row.replace(/<[^>]+>/g, '<…>'));
        expect([...listed].sort()).toEqual([...inCode].sort());
    });

    it('lists each check of health, and no other', () => {
        const [, names = ''] = /readonly name: ([^;]+);/.exec(read('src/app/health.ts')) ?? [];
        const checks = [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name);
        expect(checks.length).toBeGreaterThan(4);
        expect(rowsOf(section(operations, 'Health'))).toEqual(checks);
    });
});

/** Returns all texts in a value of texts, lists and records. Texts with facts in them are functions and are left out. */
function textsIn(value: unknown): string[] {
    return typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const labels = new Set([ENGLISH, CONSOLE, MORE_PAGE, PAGE, REPORTS].flatMap(textsIn));

describe.each(['docs/guide-for-administrators.md', 'docs/guide-for-users.md'])('%s', (file) => {
    const guide = read(file).replace(/^```[^]*?^```$/gm, '');

    it('calls buttons, fields and settings as the English texts do', () => {
        const quoted = [...guide.matchAll(/(?<![*\w])\*([^*]+)\*(?!\*)/g)].map(([, label]) => label!.replace(/\s+/g, ' '));
        expect(quoted.length).toBeGreaterThan(10);
        expect(quoted.filter((label) => !labels.has(label))).toEqual([]);
    });

    it('shows commands that the app understands', () => {
        const lines = [...guide.matchAll(/`\/invite(?:-link)? ([^`]+)`/g)].map(([, words]) => words!.replace('<link>', '2').replace('<id>', '2'));
        expect(lines.length).toBeGreaterThan(1);
        const kinds = lines.map((line) => ({ line, kind: parse(line.split(/\s+/), Date.UTC(2026, 10, 25, 21)).kind }));
        expect(kinds.filter(({ kind }) => /unclear|missing|too-long/.test(kind))).toEqual([]);
    });

    it('has one page', () => expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(95));
});

it('the README has at most 180 lines', () => expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(180));
