import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

/** The package of another app that takes over the server's /invite. */
export function packageOfAnotherApp(): string {
    const manifest = {
        id: '5d1b7e0c-3a57-4f0e-9a2b-6c1d2e3f4a5b',
        name: 'Another App',
        nameSlug: 'another-app',
        version: '1.0.0',
        description: 'Holds /invite',
        requiredApiVersion: '^1.62.0',
        author: { name: 'Somebody else', support: 'https://example.com' },
        classFile: 'AnotherApp.ts',
        iconFile: 'icon.png',
        implements: [],
        permissions: [{ name: 'slashcommand' }],
    };
    const code = `
        const { App } = require('@rocket.chat/apps-engine/definition/App');
        class AnotherApp extends App {
            async onEnable(_environment, configuration) {
                await configuration.slashCommands.modifySlashCommand({
                    command: 'invite', i18nParamsExample: 'x', i18nDescription: 'x', providesPreview: false, async executor() {},
                });
                return true;
            }
        }
        exports.AnotherApp = AnotherApp;`;
    const file = join(mkdtempSync(join(tmpdir(), 'another-')), 'another.zip');
    writeFileSync(file, zipSync({ 'app.json': strToU8(JSON.stringify(manifest)), 'AnotherApp.js': strToU8(code), 'icon.png': new Uint8Array(1) }));
    return file;
}
