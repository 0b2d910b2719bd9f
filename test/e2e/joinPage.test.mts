import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { SCRIPT } from '../../src/web/join/script.ts';
import { APP_PATH } from '../project.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const anonymous = scene.anonymous();

const FILES = { 'join': 'text/html', 'join.js': 'text/javascript', 'join.css': 'text/css' };

describe.each(Object.entries(FILES))('GET %s', (file, type) => {
    it('is served to everybody with its content type', async () => {
        const { status, headers, body } = await anonymous.app('GET', file);
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
        expect(String(body).length).toBeGreaterThan(500);
        const asPerson = await (await scene.person()).app('GET', file);
        expect(asPerson.body).toBe(body);
    });

    it('allows only its own files and origin: no frame, no referrer, no sniffing, no caching', async () => {
        const { headers } = await anonymous.app('GET', file);
        const policy = headers.get('content-security-policy')!;
        expect(policy.split('; ')).toEqual([
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]);
        expect(Object.fromEntries(headers)).toMatchObject({
            'cache-control': 'no-store',
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
            'x-frame-options': 'DENY',
        });
    });

    it('repeats nothing of the request', async () => {
        const { body } = await anonymous.app('GET', file);
        const response = await anonymous.request('GET', `${APP_PATH}/${file}?room=%3Cscript%3E`, undefined, {
            'accept-language': 'xx-probe',
            'x-probe': 'probe',
        });
        expect(response.body).toBe(body);
    });

    it('responds to HEAD, and with 405 to methods that would change something', async () => {
        expect((await anonymous.app('HEAD', file)).status).toBe(200);
        const { status, headers } = await anonymous.app('POST', file, {});
        expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' });
    });
});

it('is under 45 kB together', async () => {
    const bodies = await Promise.all(Object.keys(FILES).map(async (file) => String((await anonymous.app('GET', file)).body)));
    expect(Buffer.byteLength(bodies.join(''))).toBeLessThan(45_000);
});

it('has a script that passes the type checker', () => {
    const options: ts.CompilerOptions = {
        allowJs: true,
        checkJs: true,
        noEmit: true,
        strict: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        target: ts.ScriptTarget.ES2020,
        lib: ['lib.es2020.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (name, version, ...rest) =>
        name === 'join.js' ? ts.createSourceFile(name, SCRIPT, version) : getSourceFile.call(host, name, version, ...rest);
    const program = ts.createProgram(['join.js'], options, host);
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0 }) => {
        const line = SCRIPT.slice(0, start).split('\n').length;
        return `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}: ${SCRIPT.split('\n')[line - 1]}`;
    });
    expect(problems).toEqual([]);
});

it('has a script that writes no markup', () => {
    expect(SCRIPT).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttribute\('(on|style|srcdoc)/);
});
