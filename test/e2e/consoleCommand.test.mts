import { expect, it } from '@jest/globals';

import { APP_PATH } from '../project.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();
const address = `${scene.workspace.url}${APP_PATH}/console`;

it.each([
    ['en', 'You can manage invite links on this page'],
    ['de', 'Auf dieser Seite verwaltest du Einladungslinks'],
])('/invite console replies with the address of the console in %s', async (language, sentence) => {
    const person = await scene.person({ language });
    const rid = await scene.room(person);
    expect(await person.types('/invite console', rid)).toBe(`${sentence}: [${address}](${address})`);
});

it('refuses further words, and explains itself', async () => {
    const person = await scene.person();
    const rid = await scene.room(person);
    expect(await person.types('/invite console now', rid)).toContain('I don’t understand `now`');
    expect(await person.types('/invite help console', rid)).toBe('`/invite console` shows the address of the page where you manage links.');
});

it('has the address that an administrator set for links', async () => {
    await scene.changeSetting('Link_Address', 'https://chat.example.com/chat');
    const person = await scene.person();
    expect(await person.types('/invite console', await scene.room(person))).toContain(`https://chat.example.com/chat${APP_PATH}/console`);
    await scene.changeSetting('Link_Address', '');
});
