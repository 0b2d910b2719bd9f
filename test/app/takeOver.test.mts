import { afterAll, beforeAll, expect, it } from 'vitest';

import { MANIFEST } from '../workspace/app.mts';
import { Person, Scene } from './scene.mts';

let scene: Scene;
let owner: Person;
let rid: string;

beforeAll(async () => {
    scene = await Scene.open();
    owner = await scene.person();
    rid = await scene.room(owner);
});
afterAll(() => scene.close());

it('leaves /invite to the server when the administrator wants that, from the next start on', async () => {
    await scene.set('Take_Over_Invite', false);
    expect(await scene.logged()).toContainEqual(expect.stringContaining('turned off'));
    expect(await owner.types('/invite help', rid)).toContain('Invite people');

    await scene.workspace.restart();

    expect(await owner.types('/invite help', rid)).toBe('No user exists by the name of `help`.');
    expect(await owner.types('/invite-link help', rid)).toContain('Invite people');

    await scene.set('Take_Over_Invite', true);
    expect(await owner.types('/invite help', rid)).toContain('Invite people');
});

it('goes on with its own command where the server has no /invite', async () => {
    await scene.workspace.restart((instance) => instance.commands.commands.delete('invite'));
    expect(await owner.types('/invite-link help', rid)).toContain('Invite people');
    expect(await scene.logged()).toContainEqual(expect.stringContaining('/invite could not be taken over'));
    expect((await scene.admin.request('GET', `/api/apps/${MANIFEST.id}`)).body.app.status).toBe('manually_enabled');
});
