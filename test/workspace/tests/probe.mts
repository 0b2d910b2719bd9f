import { expect } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';

import { Client, createUser, issueLoginToken, type Workspace } from '../index.mts';

export const PROBE_ID = '7a1f6d0e-52c4-4b3e-8d0a-1c2b3a4f5e6d';

const MANIFEST = {
    id: PROBE_ID,
    name: 'Probe',
    nameSlug: 'probe',
    version: '1.0.0',
    description: 'Runs the code that it is sent',
    requiredApiVersion: '^1.62.0',
    author: { name: 'Somebody', support: 'https://example.com' },
    classFile: 'Probe.ts',
    iconFile: 'icon.png',
    implements: [],
};

/** An app with one endpoint, which returns what the JavaScript expression in the request comes to. */
const CODE = `
    const { App } = require('@rocket.chat/apps-engine/definition/App');
    const { ApiEndpoint } = require('@rocket.chat/apps-engine/definition/api');
    class Evaluate extends ApiEndpoint {
        constructor(app) {
            super(app);
            this.path = 'evaluate';
        }
        async post(request, _endpoint, read, modify, http, persistence) {
            const attempt = async () => eval('(async () => (' + request.content.code + '))()');
            const content = await attempt().then((value) => ({ value }), (error) => ({ error: error.message, code: error.code }));
            return { status: 200, content };
        }
    }
    class Probe extends App {
        async extendConfiguration(configuration) {
            await configuration.api.provideApi({ visibility: 0, security: 0, endpoints: [new Evaluate(this)] });
        }
    }
    exports.Probe = Probe;`;

/** Installs the probe with these permissions besides `api`. Returns a client of its endpoint `evaluate`. */
export async function installProbe(workspace: Workspace, permissionNames: readonly string[]): Promise<Client> {
    const permissions = ['api', ...permissionNames].map((name) => ({ name }));
    const admin = await createUser(workspace.database, { username: 'admin', password: 'secret', roles: ['admin'] });
    const token = await issueLoginToken(workspace.database, admin._id);
    const form = new FormData();
    const manifest = strToU8(JSON.stringify({ ...MANIFEST, permissions }));
    const zip = zipSync({ 'app.json': manifest, 'Probe.js': strToU8(CODE), 'icon.png': new Uint8Array(1) });
    form.append('app', new Blob([Uint8Array.from(zip)]), 'probe.zip');
    form.append('permissions', JSON.stringify(permissions));
    const headers = { 'x-user-id': admin._id, 'x-auth-token': token };
    const { status } = await fetch(`${workspace.url}/api/apps`, { method: 'POST', headers, body: form });
    expect(status).toBe(200);
    return new Client(workspace.url, undefined, undefined, PROBE_ID);
}
