import { beforeAll, expect, it } from '@jest/globals';

import { MS_PER_DAY } from '../../src/domain/model/invite.ts';
import type { Person } from '../e2e/scene.mts';
import { APP_PATH } from '../project.mts';
import { logIn, problemsInAllLooks, visitor } from './browser.mts';
import { useBrowser } from './useBrowser.mts';

/** The console with names as people have them: long, without spaces, and from right to left. */

/** When each guest came. */
const DAYS_AGO = [6, 5, 5, 4, 2, 2, 2, 0];

const { scene, browser } = await useBrowser();
let owner: Person;
let rid: string;
let poster: any;

beforeAll(async () => {
    owner = await scene.person({ username: 'olga.konstantinopolskaya', name: 'Olga Konstantinopolskaya' });
    const noor = await scene.person({ username: 'noor', name: 'نور الهدى عبد الرحمن' });
    rid = await scene.room(owner, 'c', { fname: 'Community centre' });
    const society = await scene.room(owner, 'p', { fname: 'Donaudampfschifffahrtsgesellschaft' });
    const club = await scene.room(noor, 'p', { fname: 'نادي القراءة' });
    for (const room of [rid, society]) {
        await scene.add(room, noor, 'moderator');
    }
    const create = async (creator: Person, fields: object): Promise<any> => (await creator.app('POST', 'invites.create', fields)).body.invite;
    await create(noor, { rid: club, label: 'ملصق المدخل', expires: null });
    const { _id: inviteId } = await create(owner, { rid: society, label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbea' });
    await owner.app('POST', 'invites.update', { inviteId, paused: true });
    const one = await create(noor, { rid, maxUses: 1, expires: '2d' });
    const asked = await create(owner, { rids: [rid, society], label: 'Volunteers', approval: true, expires: '30d' });
    poster = await create(owner, { rid, label: 'Poster at the entrance, summer festival', maxUses: 25, expires: '20d' });

    const names = ['Greta Holm', 'أمين الدين محمد', 'Jonas Weber', 'Inés Ortega', 'Chidi Okafor', 'Mai Tran', 'Pavel Novák', 'Ana Souza'];
    const people = await Promise.all(names.map((name) => scene.person({ name, username: `person${names.indexOf(name)}` })));
    for (const [index, person] of people.entries()) {
        await person.redeem(index % 3 === 2 ? one.inviteToken : poster.inviteToken);
        await scene.ageHistory(person, DAYS_AGO[index]! * MS_PER_DAY);
    }
    await people[2]!.redeem(poster.inviteToken);
    await people[5]!.redeem(asked.inviteToken);
});

it.each(['en-GB', 'es-ES'])('has no axe problems and no overflow in any look (%s)', async (locale) => {
    const context = await visitor(browser, locale);
    try {
        await logIn(context, owner);
        const page = await context.newPage();
        const name = (view: string): string => (locale === 'en-GB' ? `console-${view}` : `console-${view}-${locale}`);
        const open = (view: string): Promise<unknown> => page.goto(`${scene.workspace.url}${APP_PATH}/console#${view}`);
        await open('links');
        await page.getByRole('row').nth(4).waitFor();
        expect(await problemsInAllLooks(page, name('list'))).toEqual([]);
        await open(`link/${poster._id}`);
        await page.locator('button[aria-expanded]').click();
        await page.getByRole('row').nth(6).waitFor();
        expect(await problemsInAllLooks(page, name('one'))).toEqual([]);
        await open(`overview?rid=${rid}&days=7`);
        await page.getByRole('table').nth(3).waitFor();
        expect(await problemsInAllLooks(page, name('figures'))).toEqual([]);
    } finally {
        await context.close();
    }
});
