import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { findLanguage } from '../../src/i18n/findLanguage.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { setSetting } from '../workspace/index.mts';
import { ROOT } from '../project.mts';
import { useScene } from './useScene.mts';

const scene = await useScene();

const LANGUAGES: Record<
    string,
    { created: string; again: string; expires: RegExp; left: RegExp; list: string; unclear: string; may: string; revoke: string }
> = {
    'en': {
        created: 'Here is your invite link',
        again: 'created today',
        expires: /in 7 days, on \w{3}, /,
        left: /1 of 1 use left/,
        list: 'Invite links for',
        unclear: 'I don’t understand',
        may: 'You can’t create',
        revoke: 'Revoke this link',
    },
    'de': {
        created: 'Hier ist dein Einladungslink',
        again: 'heute erstellt',
        expires: /läuft in 7 Tagen ab, am \w{2}\., \d+\. \S+ 20\d\d, \d\d:\d\d Uhr\./,
        left: /1 von 1 Nutzung übrig/,
        list: 'Einladungslinks für',
        unclear: 'Ich verstehe',
        may: 'Du darfst für diesen Raum keine',
        revoke: 'Diesen Link widerrufen',
    },
    'es': {
        created: 'Este es tu enlace',
        again: 'creado hoy',
        expires: /Caduca en 7 días, el /,
        left: /Usos restantes: 1 de 1\./,
        list: 'Enlaces de invitación',
        unclear: 'No entiendo',
        may: 'No puedes crear enlaces',
        revoke: 'Revocar este enlace',
    },
    'fr': {
        created: 'Voici votre lien',
        again: 'créé aujourd’hui',
        expires: /expire dans 7 jours, le /,
        left: /reste 1 utilisation sur 1\./,
        list: 'Liens d’invitation',
        unclear: 'Je ne comprends pas',
        may: 'Vous ne pouvez pas',
        revoke: 'Révoquer ce lien',
    },
    'pt-BR': {
        created: 'Aqui está o seu link',
        again: 'criado hoje',
        expires: /Expira em 7 dias \(/,
        left: /Usos restantes: 1 de 1\./,
        list: 'Links de convite',
        unclear: 'Não entendo',
        may: 'Você não pode',
        revoke: 'Revogar este link',
    },
};

describe.each(Object.entries(LANGUAGES))('in %s', (language, expected) => {
    it('replies in the person’s preferred language', async () => {
        const owner = await scene.person({ language });
        const member = await scene.person({ language });
        const rid = await scene.room(owner);
        await scene.add(rid, member);
        const created = await owner.types('/invite create 7d once', rid);
        expect(created).toContain(expected.created);
        expect(created).toMatch(expected.expires);
        expect(created).toMatch(expected.left);
        expect(owner.buttons().map(({ label }) => label)).toEqual([expected.revoke]);
        expect(await owner.types('/invite create 7d x1', rid)).toContain(expected.again);
        expect(await owner.types('/invite list', rid)).toContain(expected.list);
        expect(await owner.types('/invite blah', rid)).toContain(expected.unclear);
        expect(await member.types('/invite create', rid)).toContain(expected.may);
    });
});

it('replies in the workspace’s language, then in English, to a person without a known preference', async () => {
    const [plain, japanese] = [await scene.person(), await scene.person({ language: 'ja' })];
    const rid = await scene.room(plain, 'c');
    await setSetting(scene.workspace.database, 'Language', 'fr');
    expect(await plain.types('/invite-link help', rid)).toContain('Inviter dans ce salon');
    expect(await japanese.types('/invite-link help', rid)).toContain('Inviter dans ce salon');
    await setSetting(scene.workspace.database, 'Language', 'ja');
    expect(await japanese.types('/invite-link help', rid)).toContain('Invite people');
    await setSetting(scene.workspace.database, 'Language', 'en');
});

it('shows times in the person’s time zone', async () => {
    const owner = await scene.person();
    const rid = await scene.room(owner);
    await scene.workspace.database.users.updateOne({ _id: owner.userId }, { $set: { utcOffset: 5.5 } });
    const text = await owner.types('/invite create 1d', rid);
    const { body } = await owner.invite(rid, 1);
    const local = new Date(Date.parse(body.expires) + 5.5 * 60 * 60 * 1000).toISOString().slice(11, 16);
    expect(text).toContain(local);
});

describe('the words', () => {
    const sources = ['src/chat', 'src/chat/commands', 'src/chat/modal', 'src/i18n']
        .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(ROOT, folder, file)))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('messages.ts'))
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n');
    const english = findLanguage('en')!;

    it('are all used', () => {
        const keys = [...Object.keys(english).map((key) => `messages.${key}`), ...Object.keys(english.modal).map((key) => `modal.${key}`)];
        const unused = keys.filter((key) => !new RegExp(`\\b${key.replace('.', '\\.')}\\b`).test(sources));
        // These are groups of words, which the code takes apart first.
        expect(unused.filter((key) => !['messages.administration', 'messages.audit', 'messages.modal', 'messages.typed'].includes(key))).toEqual([]);
    });

    it.each(['de-AT', 'es-MX', 'fr_CA', 'pt', 'PT-br', 'en-GB'])('are found for %s', (tag) => {
        expect(findLanguage(tag)!.tag.slice(0, 2)).toBe(tag.slice(0, 2).toLowerCase());
    });

    it.each(Object.keys(LANGUAGES).filter((tag) => tag !== 'en'))('of %s are its own, each one', (tag) => {
        const words = findLanguage(tag)!;
        const shown = (value: unknown): string =>
            typeof value === 'function'
                ? (value as (...args: unknown[]) => string)('A', 'B', 'C')
                : typeof value === 'object' && value !== null
                  ? JSON.stringify(Object.entries(value).map(([name, part]) => [name, shown(part)]))
                  : JSON.stringify(value);
        const shared = <T extends object>(own: T, other: T): string[] =>
            (Object.keys(other) as (keyof T & string)[]).filter((key) => shown(own[key]) === shown(other[key]));
        expect(shared(words, english).filter((key) => !['minutes', 'refusals'].includes(key))).toEqual([]);
        expect(shared(words.modal, english.modal)).toEqual([]);
        const facts = { ceiling: 9, uses: 3, minutes: 5, name: '`ann`', example: '`/invite list`' };
        for (const situation of Object.keys(english.refusals) as (keyof Messages['refusals'])[]) {
            expect(words.refusals[situation](facts)).not.toBe(english.refusals[situation](facts));
        }
    });
});
