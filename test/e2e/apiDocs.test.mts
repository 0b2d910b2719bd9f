import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';

import { OPENAPI } from '../tools/openapi.mts';
import { APP_PATH, ROOT } from '../project.mts';
import type { Answer } from '../workspace/index.mts';
import { DAY, type Visitor } from './scene.mts';
import { useScene } from './useScene.mts';

/**
 * The examples in docs/api.md are responses of the running app. This test requests them again and compares;
 * `npm run docs` writes them. Ids, tokens and dates, which differ between runs, have fixed example values.
 */

const FILE = join(ROOT, 'docs/api.md');

const scene = await useScene();
const owner = await scene.person({ username: 'alice', name: 'Alice' });
const rid = await scene.room(owner, 'p', { topic: 'What not everybody should know' });
await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name: 'secret', fname: 'secret' } });
const invite: Record<string, string> = (await owner.invite(rid, 10, 3)).body;

interface Example {
    client: Visitor;
    method?: string;
    endpoint: string;
    body?: unknown;
    /** Whether the server fails to answer the app. */
    isFault?: boolean;
}

/** The examples by their names in docs/api.md. */
const EXAMPLES: Record<string, () => Promise<Example>> = {
    'findOrCreateInvite': async () => ({ client: owner, endpoint: 'findOrCreateInvite', body: { rid, days: 10, maxUses: 3 } }),
    'listInvites': async () => ({ client: scene.admin, method: 'GET', endpoint: 'listInvites' }),
    'inviteInfo': async () => ({ client: await scene.person(), endpoint: 'inviteInfo', body: { token: invite.inviteToken } }),
    'useInviteToken': async () => ({ client: await scene.person(), endpoint: 'useInviteToken', body: { token: invite.inviteToken } }),
    'validateInviteToken': async () => ({ client: scene.anonymous(), endpoint: 'validateInviteToken', body: { token: invite.inviteToken } }),
    'removeInvite': async () => ({ client: owner, method: 'DELETE', endpoint: `removeInvite/${(await owner.invite(rid, 99)).body._id}` }),
    'unauthorized': async () => ({ client: scene.anonymous(), endpoint: 'useInviteToken', body: { token: invite.inviteToken } }),
    'invalid-params': async () => ({ client: owner, endpoint: 'findOrCreateInvite', body: { rid, days: '10', maxUses: 3 } }),
    'invalid-number-of-days': async () => ({ client: owner, endpoint: 'findOrCreateInvite', body: { rid, days: -1, maxUses: 3 } }),
    'invalid-number-of-uses': async () => ({ client: owner, endpoint: 'findOrCreateInvite', body: { rid, days: 10, maxUses: 0.5 } }),
    'error-invalid-room': async () => ({ client: scene.admin, endpoint: 'findOrCreateInvite', body: { rid, days: 10, maxUses: 3 } }),
    'error-room-type-not-allowed': async () => ({
        client: scene.admin,
        endpoint: 'findOrCreateInvite',
        body: { rid: await scene.direct(scene.admin, owner), days: 10, maxUses: 3 },
    }),
    'error-invalid-token': async () => ({ client: owner, endpoint: 'useInviteToken', body: { token: invite._id } }),
    'error-invite-token-expired': async () => {
        const { body } = await owner.invite(rid, 1, 3);
        await scene.ageInvite(body._id, DAY);
        return { client: await scene.person(), endpoint: 'useInviteToken', body: { token: body.inviteToken } };
    },
    'error-user-is-banned': async () => {
        const banned = await scene.person();
        await scene.add(rid, banned);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
        return { client: banned, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
    'error-membership-unverified': async () => {
        const invited = await scene.person();
        await scene.add(rid, invited);
        await scene.workspace.database.subscriptions.updateOne({ rid, 'u._id': invited.userId }, { $set: { status: 'INVITED' } });
        return { client: invited, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
    'error-email-not-configured': async () => {
        await scene.changeSetting('Allow_Email_Invites', true);
        return { client: owner, endpoint: 'invites.send', body: { rid, emails: ['ann@example.com'] } };
    },
    'invalid-invitation-id': async () => ({ client: scene.admin, method: 'DELETE', endpoint: 'removeInvite/0123456789abcdef01234567' }),
    'error-invite-changed': async () => ({
        client: owner,
        endpoint: 'invites.update',
        body: { inviteId: invite._id, revision: 7, label: 'Summer fair' },
    }),
    'not_authorized': async () => ({ client: await scene.person(), method: 'GET', endpoint: 'listInvites' }),
    'method-not-allowed': async () => ({ client: owner, method: 'PUT', endpoint: 'useInviteToken', body: {} }),
    'error-too-many-requests': async () => {
        const guesser = await scene.person();
        for (let tries = 0; tries < 10; tries++) {
            await guesser.redeem('AAAAAAAAAAAAAAAA');
        }
        return { client: guesser, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
    'error-internal': async () => ({ client: owner, endpoint: 'useInviteToken', body: { token: invite.inviteToken }, isFault: true }),
};

it('holds examples of the running app, word for word', async () => {
    let document = readFileSync(FILE, 'utf8');
    const written = [...document.matchAll(/<!-- example: (\S+) -->\n/g)].map(([, name]) => name);
    expect(written.sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const [name, make] of Object.entries(EXAMPLES)) {
        const example = await make();
        const { client, method = 'POST', endpoint, body } = example;
        const send = (): Promise<Answer> => client.app(method, endpoint, body);
        const answer = await (example.isFault ? scene.intercept(() => Promise.reject(new Error('The database is gone')), send) : send());
        document = document.replace(
            new RegExp(`(<!-- example: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`),
            (_all, start: string, end: string) => start + render(example, answer) + end,
        );
    }
    if (process.env.WRITE_DOCS) {
        writeFileSync(FILE, document);
    }
    expect(document).toBe(readFileSync(FILE, 'utf8'));
});

it('names every error code of the app, and every endpoint of docs/openapi.json', () => {
    const document = readFileSync(FILE, 'utf8');
    const [, union = ''] = /type ErrorCode =([^;]*);/.exec(readFileSync(join(ROOT, 'src/domain/model/errors.ts'), 'utf8')) ?? [];
    const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code!).filter((code) => code !== 'unauthorized');
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) {
        expect(document).toContain(`\`${code}\``);
    }
    for (const path of Object.keys(OPENAPI.paths)) {
        expect(document).toContain(path.slice(1).replace('{_id}', ':_id'));
    }
});

it('is described with HEAD wherever it has GET', () => {
    const paths = Object.entries<Record<string, { responses: object }>>(OPENAPI.paths).filter(([, { get }]) => get);
    expect(paths.length).toBeGreaterThan(10);
    for (const [path, { get, head }] of paths) {
        expect([path, Object.keys(head?.responses ?? {})]).toEqual([path, Object.keys(get!.responses)]);
    }
});

it('is described by a valid OpenAPI document, of this version', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(OPENAPI));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(OPENAPI.info.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    expect(OPENAPI.servers[0].url).toBe(`{workspace}${APP_PATH}`);
});

function render({ client, method = 'POST', endpoint, body }: Example, answer: Answer): string {
    const curl = [
        `curl -s ${method === 'POST' ? '' : `-X ${method} `}$base/${stable(endpoint)}`,
        ...(client.userId ? [`-H "X-User-Id: $id" -H "X-Auth-Token: $auth"`] : []),
        ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d '${stable(JSON.stringify(body))}'`]),
    ].join(' \\\n     ');
    return `\`\`\`sh\n${curl}\n\`\`\`\n\n\`${answer.status}\`\n\n\`\`\`json\n${stable(JSON.stringify(answer.body, null, 2))}\n\`\`\`\n`;
}

/** Replaces the values that differ between runs by example values. */
function stable(text: string): string {
    return text
        .replaceAll(scene.workspace.url, 'https://chat.example.com')
        .replaceAll(rid, 'csFYrDeixJG7PnrAh')
        .replace(/"rid":"[^"]{30,}"/g, '"rid":"csFYrDeixJG7PnrAhrbAXPnMktTFbNpwtJ"')
        .replaceAll(owner.userId!, 'rbAXPnMktTFbNpwtJ')
        .replaceAll(invite._id!, 'd30e497f95fd955607ebda1c')
        .replace(/removeInvite\/(?!0123)[0-9a-f]{24}/g, 'removeInvite/d30e497f95fd955607ebda1c')
        .replace(/\b[A-HJ-NP-Z2-9]{16}\b/g, 'R4VDXJ9KJZB8M2QW')
        .replace(/"(createdAt|_updatedAt)": "[^"]*"/g, '"$1": "2026-11-21T22:30:05.549Z"')
        .replace(/"expires": "[^"]*"/g, '"expires": "2026-12-01T22:30:05.549Z"');
}
