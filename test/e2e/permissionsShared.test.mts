import { afterEach, expect, it } from '@jest/globals';

import { Person, Scene } from './scene.mts';

/** What an instance knows of the workspace's permissions before it has read them itself. */

const CREATE = 'create-invite-links';

let scene: Scene;
afterEach(() => scene.close());

it('until the table has been read, the server’s defaults count, and callers without a login do not read it', async () => {
    scene = await Scene.open();
    await scene.changePermission(CREATE, 'leader');
    const [owner, leader] = (await scene.people(2)) as [Person, Person];
    const rid = await scene.room(owner);
    await scene.add(rid, leader, 'leader');
    const reads = await scene.permissionReadsDuring(async () => {
        expect(await owner.types('/invite create 3d', rid)).toContain('/join#');
        expect(await leader.types('/invite create 3d', rid)).not.toContain('/join#');
        await scene.anonymous().app('POST', 'validateInviteToken', { token: 'none' });
    });
    expect(reads).toEqual([]);
    expect((await owner.invite(rid)).body.errorType).toBe('not_authorized');
    expect(await leader.types('/invite create 3d', rid)).toContain('/join#');
});

it('instances share what one of them has read, over a restart as well', async () => {
    scene = await Scene.open({ instances: 2 });
    const owner = await scene.person();
    const rid = await scene.room(owner);
    await scene.changePermission(CREATE, 'admin');
    expect(await scene.permissionReadsDuring(() => owner.app('GET', 'invites.list?userId=me'))).toHaveLength(1);
    const refuseEverywhere = async (): Promise<void> => {
        for (let turn = 0; turn < 4; turn++) {
            expect(await owner.types('/invite create 3d', rid)).not.toContain('/join#');
            expect((await owner.invite(rid)).body.errorType).toBe('not_authorized');
        }
    };
    expect(await scene.permissionReadsDuring(refuseEverywhere)).toEqual([]);
    await scene.workspace.restart();
    expect(await scene.permissionReadsDuring(refuseEverywhere)).toEqual([]);
});

it('instances that do not know the table load it before they decide, however many requests come at once', async () => {
    scene = await Scene.open({ instances: 3 });
    const owner = await scene.person();
    const rid = await scene.room(owner);
    await scene.changePermission(CREATE, 'admin');
    const answers = await Promise.all(Array.from({ length: 12 }, () => owner.invite(rid)));
    expect(answers.map(({ body }) => body.errorType)).toEqual(answers.map(() => 'not_authorized'));
});
