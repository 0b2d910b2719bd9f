import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';

import { OPENAPI } from '../tools/openapi.mts';
import { APP_PATH, ROOT } from '../project.mts';
import type { Answer } from '../workspace/index.mts';
import { DAY, Person, Scene, type Visitor } from './scene.mts';

/**
 * The examples in docs/api.md are answers of the running app: this test makes them anew and compares. `npm run docs` writes them.
 * What differs from run to run (ids, tokens, dates) stands as the same example value everywhere.
 */

const FILE = join(ROOT, 'docs/api.md');

let scene: Scene;
let owner: Person;
let rid: string;
let invite: Record<string, string>;

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person({ username: 'alice', name: 'Alice' });
    rid = await scene.room(owner, 'p', { topic: 'What not everybody should know' });
    await scene.workspace.database.rooms.updateOne({ _id: rid }, { $set: { name: 'secret', fname: 'secret' } });
    invite = (await owner.invite(rid, 10, 3)).body;
});
afterAll(() => scene.close());

interface Example {
    who: Visitor;
    method?: string;
    endpoint: string;
    body?: unknown;
}

/** By the name under which docs/api.md has them. */
const EXAMPLES: Record<string, () => Promise<Example>> = {
    'findOrCreateInvite': async () => ({ who: owner, endpoint: 'findOrCreateInvite', body: { rid, days: 10, maxUses: 3 } }),
    'listInvites': async () => ({ who: scene.admin, method: 'GET', endpoint: 'listInvites' }),
    'inviteInfo': async () => ({ who: await scene.person(), endpoint: 'inviteInfo', body: { token: invite.inviteToken } }),
    'useInviteToken': async () => ({ who: await scene.person(), endpoint: 'useInviteToken', body: { token: invite.inviteToken } }),
    'validateInviteToken': async () => ({ who: scene.stranger(), endpoint: 'validateInviteToken', body: { token: invite.inviteToken } }),
    'removeInvite': async () => ({ who: owner, method: 'DELETE', endpoint: `removeInvite/${(await owner.invite(rid, 99)).body._id}` }),
    'unauthorized': async () => ({ who: scene.stranger(), endpoint: 'useInviteToken', body: { token: invite.inviteToken } }),
    'invalid-params': async () => ({ who: owner, endpoint: 'findOrCreateInvite', body: { rid, days: '10', maxUses: 3 } }),
    'invalid-number-of-days': async () => ({ who: owner, endpoint: 'findOrCreateInvite', body: { rid, days: -1, maxUses: 3 } }),
    'invalid-number-of-uses': async () => ({ who: owner, endpoint: 'findOrCreateInvite', body: { rid, days: 10, maxUses: 0.5 } }),
    'error-invalid-room': async () => ({ who: scene.admin, endpoint: 'findOrCreateInvite', body: { rid, days: 10, maxUses: 3 } }),
    'error-room-type-not-allowed': async () => ({
        who: scene.admin,
        endpoint: 'findOrCreateInvite',
        body: { rid: await scene.direct(scene.admin, owner), days: 10, maxUses: 3 },
    }),
    'error-invalid-token': async () => ({ who: owner, endpoint: 'useInviteToken', body: { token: invite._id } }),
    'error-invite-token-expired': async () => {
        const { body } = await owner.invite(rid, 1, 3);
        await scene.age(body._id, DAY);
        return { who: await scene.person(), endpoint: 'useInviteToken', body: { token: body.inviteToken } };
    },
    'error-user-is-banned': async () => {
        const banned = await scene.person();
        await scene.add(rid, banned);
        await owner.rest('POST', 'rooms.banUser', { roomId: rid, userId: banned.userId });
        return { who: banned, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
    'error-membership-unverified': async () => {
        const invited = await scene.person();
        await scene.add(rid, invited);
        await scene.workspace.database.subscriptions.updateOne({ rid, 'u._id': invited.userId }, { $set: { status: 'INVITED' } });
        return { who: invited, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
    'invalid-invitation-id': async () => ({ who: scene.admin, method: 'DELETE', endpoint: 'removeInvite/0123456789abcdef01234567' }),
    'not_authorized': async () => ({ who: await scene.person(), method: 'GET', endpoint: 'listInvites' }),
    'method-not-allowed': async () => ({ who: owner, method: 'PUT', endpoint: 'useInviteToken', body: {} }),
    'error-too-many-requests': async () => {
        const guesser = await scene.person();
        for (let tries = 0; tries < 10; tries++) {
            await guesser.redeem('AAAAAAAAAAAAAAAA');
        }
        return { who: guesser, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
    'error-internal': async () => {
        const { instance } = scene.workspace;
        const usual = instance.interceptor;
        instance.interceptor = () => {
            instance.interceptor = usual;
            return Promise.reject(new Error('connection to the database was lost'));
        };
        return { who: owner, endpoint: 'useInviteToken', body: { token: invite.inviteToken } };
    },
};

it('holds examples of the running app, word for word', async () => {
    let document = readFileSync(FILE, 'utf8');
    const written = [...document.matchAll(/<!-- example: (\S+) -->\n/g)].map(([, name]) => name);
    expect(written.sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const [name, make] of Object.entries(EXAMPLES)) {
        const example = await make();
        const { who, method = 'POST', endpoint, body } = example;
        const answer = await who.app(method, endpoint, body);
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

it('names every error that the app has, and every endpoint that the description has', () => {
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

it('is described by a valid OpenAPI document, of this version', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(OPENAPI));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(OPENAPI.info.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
    expect(OPENAPI.servers[0].url).toBe(`{workspace}${APP_PATH}`);
});

function render({ who, method = 'POST', endpoint, body }: Example, answer: Answer): string {
    const curl = [
        `curl -s ${method === 'POST' ? '' : `-X ${method} `}$base/${stable(endpoint)}`,
        ...(who.userId ? [`-H "X-User-Id: $id" -H "X-Auth-Token: $auth"`] : []),
        ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `-d '${stable(JSON.stringify(body))}'`]),
    ].join(' \\\n     ');
    return `\`\`\`sh\n${curl}\n\`\`\`\n\n\`${answer.status}\`\n\n\`\`\`json\n${stable(JSON.stringify(answer.body, null, 2))}\n\`\`\`\n`;
}

/** The text with one example value for each thing that differs from run to run. */
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
