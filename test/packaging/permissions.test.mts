import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { allowPermissions, LIST } from '../tools/allowPermissions.mjs';

const folder = mkdtempSync(join(tmpdir(), 'permissions-'));
const ADDED = "    'abac': {\n        read: { name: 'abac.read' },\n    },\n";

it('adds the permission to the list of the engine as published, once, and changes nothing else', () => {
    const published = readFileSync(LIST, 'utf8').replace(ADDED, '');
    const file = join(folder, 'published.cjs');
    writeFileSync(file, published);
    allowPermissions(file);
    const once = readFileSync(file, 'utf8');
    allowPermissions(file);
    expect(published).not.toContain('abac');
    expect(once.replace(ADDED, '')).toBe(published);
    expect(readFileSync(file, 'utf8')).toBe(once);
});

it('leaves a list in which the packager finds the permission', () => {
    const file = join(folder, 'list.cjs');
    copyFileSync(LIST, file);
    const require = createRequire(import.meta.url);
    const { getAvailablePermissions } = require('@rocket.chat/apps-compiler/misc/getAvailablePermissions.js');
    const names = getAvailablePermissions(require(file).AppPermissions) as string[];
    expect(names).toEqual(expect.arrayContaining(['abac.read', 'room.read', 'api']));
});

it('refuses a file that is not the list', () => {
    const file = join(folder, 'other.cjs');
    writeFileSync(file, 'exports.Other = {};\n');
    expect(() => allowPermissions(file)).toThrow('is not the list of permissions');
    expect(readFileSync(file, 'utf8')).toBe('exports.Other = {};\n');
});

it('passes over an installation without the engine', () => {
    expect(() => allowPermissions(join(folder, 'missing.cjs'))).not.toThrow();
});
