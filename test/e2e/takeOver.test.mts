import { expect, it } from '@jest/globals';

import { MANIFEST } from '../project.mts';
import { packageOfAnotherApp } from './conflictingApp.mts';
import { Scene } from './scene.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const owner = await scene.person();
const rid = await scene.room(owner);

it('leaves /invite to the server from the next start if the administrator chose that', async () => {
    await scene.changeSetting('Take_Over_Invite', false);
    expect(await scene.logged()).toContainEqual(expect.stringContaining('turned off'));
    expect(await owner.types('/invite help', rid)).toContain('Invite people');

    await scene.workspace.restart();

    expect(await owner.types('/invite help', rid)).toBe('No user exists by the name of `help`.');
    expect(await owner.types('/invite-link help', rid)).toContain('Invite people');

    await scene.changeSetting('Take_Over_Invite', true);
    expect(await owner.types('/invite help', rid)).toContain('Invite people');
});

it('keeps its own command if the server has no /invite', async () => {
    await scene.workspace.restart((instance) => instance.commands.commands.delete('invite'));
    expect(await owner.types('/invite-link help', rid)).toContain('Invite people');
    expect(await scene.logged()).toContainEqual(expect.stringContaining('/invite could not be taken over'));
    expect((await scene.admin.request('GET', `/api/apps/${MANIFEST.id}`)).body.app.status).toBe('manually_enabled');
});

it('keeps its own command while another app has /invite, and takes it over afterwards', async () => {
    const crowded = await Scene.open({}, (before) => before.install(packageOfAnotherApp()));
    const alice = await crowded.person();
    const room = await crowded.room(alice);
    expect(await alice.types('/invite help', room)).toBe('');
    expect(await alice.types('/invite-link help', room)).toContain('Invite people');
    expect(await crowded.logged()).toContainEqual(expect.stringContaining('/invite could not be taken over'));

    await crowded.admin.request('DELETE', '/api/apps/5d1b7e0c-3a57-4f0e-9a2b-6c1d2e3f4a5b');
    await crowded.workspace.restart();
    expect(await alice.types('/invite help', room)).toContain('Invite people');
    await crowded.close();
});

it('does what the built-in command did, with the same texts', async () => {
    const [first, second, third] = await scene.people(3);
    const names = [first!, second!, third!].map(({ user }) => user.username!);
    await scene.workspace.restart();
    await owner.types(`/invite @${names[0]},@${names[1]} , @${names[2]}`, rid);
    for (const name of names) {
        expect(await scene.members(rid)).toContain(name);
    }
    const joins = await scene.workspace.database.messages.find({ rid, t: 'uj' });
    expect(joins.map(({ msg }) => msg)).toEqual(expect.arrayContaining(names));
    expect(await owner.types(`/invite @${names[0]}`, rid)).toBe(
        `@${names[0]} is already in this room. If the list of members does not show them, ask an owner.`,
    );
    expect(await owner.types('/invite @nobody', rid)).toBe('There is no user called `nobody`.');
    expect(await owner.types('/invite @user:other.example.org', rid)).toBe('There is no user called `user:other.example.org`.');
    expect(await owner.types('/invite @x', await scene.direct(owner, first!))).toContain('not for this type of room');
});
