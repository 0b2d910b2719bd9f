import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { ROOT } from '../project.mts';
import { misfits } from './publishedTypes.mts';
import { useScene } from './useScene.mts';

const PASSWORD = 'the password of a client';
const DOCUMENT = readFileSync(join(ROOT, 'docs/moving-over.md'), 'utf8');

const scene = await useScene();
const client = await scene.person({ username: 'client', roles: ['admin', 'user'], password: PASSWORD });
const rid = await scene.room(client);

describe.each(['sdk', 'api-client'])('the program for @rocket.chat/%s', (name) => {
    it('calls all endpoints of the app, and still those of the server', async () => {
        const { invite, valid, room, invites, removed, username } = await run(name);
        expect({ valid, rid: room.rid, removed, username }).toEqual({ valid: true, rid, removed: true, username: 'client' });
        expect(invite).toMatchObject({ rid, days: 10, maxUses: 3, url: expect.stringContaining(`/join#${invite.inviteToken}`) });
        expect(invites).toEqual([expect.objectContaining({ _id: invite._id })]);
    });
});

describe('the types that the server’s makers publish', () => {
    async function answers(): Promise<Record<string, unknown>> {
        const { body: findOrCreateInvite } = await client.invite(rid, 7, 2);
        const guest = await scene.person();
        const { inviteToken: token } = findOrCreateInvite;
        return {
            findOrCreateInvite,
            listInvites: (await client.app('GET', 'listInvites')).body,
            validateInviteToken: (await guest.app('POST', 'validateInviteToken', { token })).body,
            useInviteToken: (await guest.redeem(token)).body,
            removeInvite: (await client.app('DELETE', `removeInvite/${findOrCreateInvite._id}`)).body,
        };
    }

    it('match all responses', async () => {
        expect(misfits(await answers())).toEqual({});
    });

    it('do not match other responses', () => {
        const invite = { _id: 'id', rid, userId: 'user', days: '7', maxUses: 0, uses: 0, createdAt: '', _updatedAt: '', expires: null };
        const wrong = misfits({
            findOrCreateInvite: invite,
            listInvites: [invite],
            validateInviteToken: { valid: 'yes' },
            useInviteToken: { room: { rid } },
            removeInvite: 'true',
        });
        expect(Object.keys(wrong).sort()).toEqual(['findOrCreateInvite', 'listInvites', 'removeInvite', 'useInviteToken', 'validateInviteToken']);
    });
});

/** Runs a program from docs/moving-over.md in a process of its own, and returns the values that it printed. */
async function run(name: string): Promise<Record<string, any>> {
    const [, program = ''] = new RegExp(`<!-- program: ${name} -->\n\`\`\`js\n([\\s\\S]*?)\`\`\``).exec(DOCUMENT) ?? [];
    const code = program.replaceAll('https://chat.example.com', scene.workspace.url).replaceAll('GENERAL', rid);
    const report = `console.log('\\n' + JSON.stringify({ invite, valid, room, invites, removed, username }));`;
    const env = {
        ...process.env,
        ROCKETCHAT_URL: scene.workspace.url,
        ROCKETCHAT_USER: 'client',
        ROCKETCHAT_PASSWORD: PASSWORD,
        USER_ID: client.userId,
        AUTH_TOKEN: client.authToken,
    };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', `${code}\n${report}`], { cwd: ROOT, env });
    return JSON.parse(stdout.trim().split('\n').at(-1)!);
}
