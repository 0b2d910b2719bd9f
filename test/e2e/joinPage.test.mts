import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { projectFiles } from '../packaging/clone.mts';
import { APP_PATH, ROOT } from '../project.mts';
import { expectDescribed } from '../tools/openapi.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const anonymous = scene.anonymous();

const CONSOLE_FILES = { 'console': 'text/html', 'console.js': 'text/javascript', 'console.css': 'text/css' };
/** The texts that the console loads, one file a language. */
const TEXT_FILES = ['de', 'es', 'fr', 'pt-BR'].map((language) => `console.${language}.json`);
const FILES = { 'join': 'text/html', 'join.js': 'text/javascript', 'join.css': 'text/css', 'join.more.js': 'text/javascript' };

const TYPES = { ...FILES, ...CONSOLE_FILES, ...Object.fromEntries(TEXT_FILES.map((file) => [file, 'application/json'])) };

describe.each(Object.entries(TYPES))('GET %s', (file, type) => {
    it('is served to everybody with its content type', async () => {
        const { status, headers, body } = await anonymous.app('GET', file);
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
        expect(sizeOf(body)).toBeGreaterThan(500);
        const asPerson = await (await scene.person()).app('GET', file);
        expect(asPerson.body).toEqual(body);
    });

    it('allows only its own files and origin: no frame, no referrer, no sniffing', async () => {
        const { headers } = await anonymous.app('GET', file);
        const policy = headers.get('content-security-policy')!;
        expect(policy.split('; ')).toEqual([
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]);
        expect(Object.fromEntries(headers)).toMatchObject({
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'DENY',
        });
    });

    it('has an ETag, with which browsers ask each time whether it has changed', async () => {
        const { headers } = await anonymous.app('GET', file);
        expect(headers.get('cache-control')).toBe('no-cache');
        const etag = headers.get('etag')!;
        expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
        const given = async (tags: string, method: 'GET' | 'HEAD' = 'GET') => {
            const answer = await anonymous.request(method, `${APP_PATH}/${file}`, undefined, { 'if-none-match': tags });
            expectDescribed(method, file, answer);
            return answer;
        };
        for (const tags of [etag, `W/${etag}`, `"other", W/"another", ${etag}`, `${etag},"other"`, '*']) {
            const { status, headers: own, body } = await given(tags);
            expect({ tags, status, body: body || '', etag: own.get('etag') }).toEqual({ tags, status: 304, body: '', etag });
            expect(own.get('content-security-policy')).toBe(headers.get('content-security-policy'));
        }
        expect((await given(etag, 'HEAD')).status).toBe(304);
        for (const tags of ['"other"', etag.slice(1, -1), `W/"other", "another"`, '']) {
            expect({ tags, status: (await given(tags)).status }).toEqual({ tags, status: 200 });
        }
    });

    it('repeats nothing of the request', async () => {
        const { body } = await anonymous.app('GET', file);
        const response = await anonymous.request('GET', `${APP_PATH}/${file}?room=%3Cscript%3E`, undefined, {
            'accept-language': 'xx-probe',
            'x-probe': 'probe',
        });
        expect(response.body).toEqual(body);
    });

    it('responds to HEAD, and with 405 to methods that would change something', async () => {
        expect((await anonymous.app('HEAD', file)).status).toBe(200);
        const { status, headers } = await anonymous.app('POST', file, {});
        expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' });
    });
});

it('is under 45 kB together, without the second script, which has 36 kB at most', async () => {
    const sizes = await Promise.all(Object.keys(FILES).map(async (file) => Buffer.byteLength(String((await anonymous.app('GET', file)).body))));
    const more = sizes.pop()!;
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(45_000);
    expect(more).toBeLessThan(36_000);
});

it('has a console for which a visitor loads at most 110 kB of script and texts, and 12 kB of markup and style', async () => {
    const sizes: Record<string, number> = {};
    for (const file of [...Object.keys(CONSOLE_FILES), ...TEXT_FILES]) {
        sizes[file] = sizeOf((await anonymous.app('GET', file)).body);
    }
    expect(sizes['console.js']! + Math.max(...TEXT_FILES.map((file) => sizes[file]!))).toBeLessThanOrEqual(110_000);
    expect(sizes.console! + sizes['console.css']!).toBeLessThanOrEqual(12_000);
});

it('has texts of the console in each language, by the same names', async () => {
    const { ENGLISH } = await import('../../src/i18n/console.ts');
    for (const file of TEXT_FILES) {
        const { body } = await anonymous.app('GET', file);
        expect(Object.keys(body.words)).toEqual(Object.keys(ENGLISH.words));
        expect(Object.keys(body.reports)).toEqual(Object.keys(ENGLISH.reports));
    }
});

/** Returns the bytes of a file. The client of tests parses JSON. */
function sizeOf(body: unknown): number {
    return Buffer.byteLength(typeof body === 'string' ? body : JSON.stringify(body));
}

it('has sources that write no markup and no inline style', () => {
    const sources = projectFiles().filter((file) => /^src\/web\/.*\.(tsx|mts)$/.test(file));
    expect(sources.length).toBeGreaterThan(5);
    const MARKUP = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bstyle=|srcdoc|setAttribute\('(on|style)/i;
    expect(sources.filter((file) => MARKUP.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});
