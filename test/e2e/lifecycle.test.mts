import { expect, it } from '@jest/globals';

import { MANIFEST, PACKAGE, rcApps } from '../project.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

it('takes over /invite and keeps its own command beside it', async () => {
    const { commands } = await owner.rest('GET', 'commands.list');
    expect(commands.map(({ command }: { command: string }) => command).sort()).toEqual(['invite', 'invite-link']);
    expect(await scene.logged()).toContainEqual(expect.stringContaining('/invite is the app’s now'));
    // The web client shows a command only to people who have its permission.
    const permissions = commands.map(({ command, permission }: Record<string, unknown>) => [command, permission]);
    expect(permissions).toContainEqual(['invite', 'add-user-to-joined-room']);
    expect(permissions).toContainEqual(['invite-link', undefined]);
});

it('works as before after being disabled and enabled again', async () => {
    const { body: invite } = await owner.invite(rid, 7, 2);

    await scene.adminApi('POST', 'status', { status: 'manually_disabled' });
    expect((await owner.invite(rid)).status).toBe(404);
    await scene.adminApi('POST', 'status', { status: 'manually_enabled' });

    expect((await owner.invite(rid, 7, 2)).body._id).toBe(invite._id);
    expect(await owner.types('/invite list', rid)).toContain(invite._id);
    expect(await owner.types('/invite-link list', rid)).toContain(invite._id);
    expect((await (await scene.person()).redeem(invite.inviteToken)).status).toBe(200);
});

// The real CLI compiles the app first, which takes long on a busy machine.
it('keeps its invites over an update by the real rc-apps deploy', async () => {
    const { body: invite } = await owner.invite(rid, 8, 2);
    const administrator = await scene.person({ username: 'deployer', password: 'for deploying', roles: ['admin'] });
    expect(administrator.user.username).toBe('deployer');

    const printed = await rcApps(['deploy', '--url', scene.workspace.url, '-u', 'deployer', '-p', 'for deploying']);

    expect(printed).toContain('already exists');
    const deployed = scene.workspace.instance.manager.getOneById(MANIFEST.id);
    expect(deployed.getInfo().permissions).toContainEqual({ name: 'abac.read' });
    expect(deployed.getStorageItem().permissionsGranted).toContainEqual({ name: 'abac.read' });
    expect((await owner.invite(rid, 8, 2)).body._id).toBe(invite._id);
    expect(await owner.types('/invite list', rid)).toContain(invite._id);
    expect(await owner.types('/invite-link list', rid)).toContain(invite._id);
}, 300_000);

it('leaves nothing behind when it is removed', async () => {
    const { status } = await scene.admin.request('DELETE', `/api/apps/${MANIFEST.id}`);
    expect(status).toBe(200);
    expect(await scene.workspace.database.appPersistence.find()).toEqual([]);
    expect((await owner.invite(rid)).status).toBe(404);
    expect((await scene.install(PACKAGE)).status).toBe(200);
    expect((await owner.invite(rid)).status).toBe(200);
});
