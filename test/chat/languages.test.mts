import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

import { createView } from '../../src/chat/modal/createView.ts';
import { findLanguage } from '../../src/i18n/findLanguage.ts';
import { CONSOLE } from '../../src/i18n/languages/en/console.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { MORE_PAGE, PAGE } from '../../src/i18n/languages/en/page.ts';
import { REPORTS } from '../../src/i18n/languages/en/reports.ts';
import { complete } from '../../src/i18n/translation.ts';
import { consoleTranslations, morePageTranslations, pageTranslations, reportTranslations } from '../../src/i18n/pageTranslations.ts';
import { TRANSLATIONS } from '../../src/i18n/translations.ts';
import { parse } from '../../src/chat/parse.ts';
import { HELP, SUBCOMMANDS } from '../../src/chat/commands/table.ts';
import { LIST } from '../../src/chat/commands/list.ts';
import { renderRefusal } from '../../src/chat/renderRefusal.ts';
import { toPlainText } from '../../src/chat/reply.ts';
import { renderUnclear, type Unclear } from '../../src/chat/unclear.ts';
import { InviteError, type ErrorCode, type ErrorDetails } from '../../src/domain/model/errors.ts';
import { parseDuration, parseUses } from '../../src/i18n/quantities.ts';
import { ROOT } from '../project.mts';
import { World } from '../domain/world.mts';

const MOMENT = 'Di., 1. Dez. 2026, 21:11';

/** The arguments of messages that take other values than numbers. */
const TEXTS: Partial<Record<string, string[]>> = { expires: ['7', MOMENT], endsSoon: ['7', MOMENT], extended: [MOMENT] };

/** Returns each sentence with its name, formatted with several numbers. */
function phrases(messages: object, path = ''): [string, string][] {
    return Object.entries(messages).flatMap(([name, value]: [string, unknown]): [string, string][] => {
        if (typeof value === 'string') {
            return [[path + name, value]];
        }
        if (typeof value === 'function') {
            const format = value as (...args: unknown[]) => string;
            const facts = (count: number): object => ({ ceiling: count, uses: count, minutes: count, name: `${count}`, example: `${count}d` });
            if (path.endsWith('refusals.')) {
                return [0, 1, 2, 1000].map((count) => [`${path}${name} ${count}`, format(facts(count))]);
            }
            return [0, 1, 2, 1000].map((count) => [`${path}${name} ${String(count)}`, format(...(TEXTS[name] ?? [count, count, count, count]))]);
        }
        return phrases(value as object, `${path}${name}.`);
    });
}

/** Returns the kind of the parsed example, which is a whole command or the text after `create`. */
function kindOf(example: string): string {
    const [first = '', ...rest] = example.split(' ');
    return parse(/^\/invite(-link)?$/.test(first) ? rest : ['create', first, ...rest], 0).kind;
}

it('French keeps its punctuation with the word before it', () => {
    const pages = [pageTranslations(), morePageTranslations(), consoleTranslations(), reportTranslations()].map(({ fr }) => fr!);
    const sentences = [findLanguage('fr')!, ...pages].flatMap((messages) => phrases(messages));
    // This one shows marks as examples.
    const loose = sentences.filter(([name, sentence]) => name !== 'special' && / [:;!?»]|« /.test(sentence));
    expect(sentences.length).toBeGreaterThan(800);
    expect(loose).toEqual([]);
});

describe.each(['en', 'de', 'es', 'fr', 'pt-BR'])('in %s', (tag) => {
    const messages = findLanguage(tag)!;

    it('formats every sentence without gaps', () => {
        for (const [name, sentence] of phrases(messages)) {
            expect({ name, sentence }).toEqual({ name, sentence: expect.stringMatching(/\S/) });
            expect({ name, sentence }).toEqual({ name, sentence: expect.not.stringMatching(/undefined|null|NaN|\[object/) });
        }
    });

    it('says less where there is nothing to name', () => {
        const { whoTitle, shared, mail } = messages;
        const pairs = [
            [whoTitle('Fair'), whoTitle('')],
            [shared('#general'), shared('')],
            [mail.invites('Ann', 'reading', 'Acme'), mail.invites('Ann', 'reading', '')],
        ] as const;
        for (const [named, unnamed] of pairs) {
            expect(named).toMatch(/Fair|#general|Acme/);
            expect(unnamed).not.toMatch(/Fair|#general|Acme| [.:]|\s$/);
            expect(unnamed.length).toBeGreaterThan(8);
        }
    });

    it('has a sentence of its own for each situation in which a request is refused', () => {
        const facts = { ceiling: 9, uses: 3, minutes: 5, name: '`ann`', example: '`/invite list`' };
        const sentences = Object.values(messages.refusals).map((format) => format(facts));
        expect(new Set(sentences).size).toBe(sentences.length);
    });

    describe('the parser understands each example in', () => {
        const { vocabulary } = messages;
        const context = { messages, now: 0, utcOffset: 0, commandName: 'invite' };
        const { room, ceilings } = new World();
        const invitePage = { room, summaries: [], number: 1, isComplete: true, total: 0, others: 0 };
        const emptyList = { where: 'here', ended: false, invitePage } as const;
        const replies: [string, string, number][] = [
            ['the help', toPlainText(HELP.render({}, context)), 20],
            ['an empty list', toPlainText(LIST.render(emptyList, context)), 1],
            ...SUBCOMMANDS.flatMap(({ name, renderMissing }): [string, string, number][] =>
                renderMissing ? [[`the reply to \`${name}\` alone`, toPlainText(renderMissing(context)), 1]] : [],
            ),
            ...['create 7', 'create 7 10', 'create 2 moths #other', 'craete 2w', 'create onec x3', 'create infinite'].map(
                (line): [string, string, number] => {
                    const unclear = parse(line.split(' '), 0).args as Unclear;
                    return [line, toPlainText(renderUnclear(unclear, unclear.suggestions[0] ?? [], context)).replace(/`[^`]*`/, ''), 1];
                },
            ),
            ...(
                [
                    ['invalid-number-of-days', { reason: 'never-not-allowed' }],
                    ['invalid-number-of-days', { reason: 'over-ceiling', ceiling: 1 }],
                    ['invalid-number-of-days', { reason: 'over-ceiling', ceiling: 30 }],
                    ['invalid-number-of-uses', { reason: 'over-ceiling', ceiling: 1 }],
                    ['invalid-number-of-uses', { reason: 'over-ceiling', ceiling: 30 }],
                    ['not_authorized', { reason: 'all-rooms' }],
                ] as [ErrorCode, ErrorDetails][]
            ).map(([code, details]): [string, string, number] => {
                const command = parse('create never unlimited #other'.split(' '), 0);
                return [`${code} ${JSON.stringify(details)}`, toPlainText(renderRefusal(new InviteError(code, details), context, [], command)), 1];
            }),
        ];

        it.each(replies)('%s', (_name, text, least) => {
            const examples = [...text.matchAll(/`([^`]*)`/g)].map(([, example = '']) => example);
            expect(examples.length).toBeGreaterThanOrEqual(least);
            for (const example of examples) {
                expect({ example, kind: kindOf(example) }).not.toEqual({ example, kind: expect.stringMatching(/unclear|missing/) });
            }
        });

        it('the modal', () => {
            const view = {
                rooms: [room],
                currentRoom: room,
                note: undefined,
                validity: { count: 7, unit: 'day' },
                maxUses: 0,
                limits: ceilings,
                canEmail: false,
                formId: '',
            } as const;
            const duration = messages.modal.durationHint('@');
            const text = JSON.stringify(createView(view, messages, 'app'));
            const [before = '', after = ''] = duration.split('@');
            const [, examples = ''] = new RegExp(`${before}([^"]*)${after.replace('.', '\\.')}"`).exec(text)!;
            const durations = examples.split(new RegExp(`, | ${messages.or} `));
            expect(durations).toHaveLength(4);
            expect(durations.filter((example) => !parseDuration(example))).toEqual([]);
            expect(parseUses(vocabulary.unlimited)).toBe(0);
        });

        it('the settings page and the parameters of the command', () => {
            const labels = JSON.parse(readFileSync(join(ROOT, 'i18n', `${tag}.json`), 'utf8')) as Record<string, string>;
            const examplesIn = (key: string): string[] => [...labels[key]!.matchAll(/`([^`]*)`/g)].map(([, example = '']) => example);
            const [create, ...durations] = examplesIn('Default_Duration_Description');
            expect(durations.slice(0, 5)).toEqual(
                [90, 12, 7, 2].map((count, n) => Object.values(vocabulary.duration)[n]!(count)).concat(vocabulary.never),
            );
            expect(durations.filter((example) => !parseDuration(example))).toEqual([]);
            const [createToo, ...uses] = examplesIn('Default_Uses_Description');
            expect(uses).toHaveLength(4);
            expect(uses.filter((example) => parseUses(example) === undefined)).toEqual([]);
            const lines = [create, createToo, ...examplesIn('Add_User_Roles_Description'), ...examplesIn('Take_Over_Invite_Description')];
            expect(lines.map((line) => kindOf(line!))).toEqual(['create', 'create', 'add', 'help', 'help']);
            expect(labels.Command_Params!.split(' | ').map((line) => kindOf(`/invite ${line}`))).toEqual(['create', 'list', 'use', 'revoke', 'add']);
        });
    });

    it('has a singular and a plural', () => {
        expect(messages.days(1)).not.toBe(messages.days(2).replace('2', '1'));
        expect(messages.hours(1)).not.toBe(messages.hours(2).replace('2', '1'));
        expect(messages.minutes(1)).not.toBe(messages.minutes(2).replace('2', '1'));
    });
});

/** Returns the names of the texts in `english` that `translated` lacks. */
function missingIn(translated: object, english: object, path = ''): string[] {
    return Object.entries(english).flatMap(([name, value]: [string, unknown]) => {
        const own = (translated as Record<string, unknown>)[name];
        if (own === undefined) {
            return [path + name];
        }
        // Languages have different number words.
        return typeof value === 'object' && value !== null && name !== 'numbers' ? missingIn(own as object, value, `${path}${name}.`) : [];
    });
}

it('no translation lacks a text', () => {
    const missing = Object.fromEntries(TRANSLATIONS.map((translation) => [translation.tag, missingIn(translation, ENGLISH)]));
    const [more, console] = [morePageTranslations(), consoleTranslations()];
    const missingOnPage = Object.fromEntries(
        Object.entries(pageTranslations()).map(([tag, page]) => [
            tag,
            [
                ...missingIn(page, PAGE),
                ...missingIn(more[tag]!, MORE_PAGE),
                ...missingIn(console[tag]!, CONSOLE),
                ...missingIn(reportTranslations()[tag]!, REPORTS),
            ],
        ]),
    );
    expect({ missing, missingOnPage }).toEqual({
        missing: { 'de': [], 'es': [], 'fr': [], 'pt-BR': [] },
        missingOnPage: { 'de': [], 'es': [], 'fr': [], 'pt-BR': [] },
    });
});

it('English stands in for a text that a translation lacks', () => {
    const messages = complete({ tag: 'de', today: 'heute', modal: { done: 'Fertig' } });
    expect([messages.today, messages.modal.done, messages.modal.cancel, messages.revokeThis]).toEqual([
        'heute',
        'Fertig',
        'Cancel',
        'Revoke this link',
    ]);
});

it('finds a language regardless of the region, and returns undefined for an unknown one', () => {
    expect(['de-AT', 'DE', 'pt', 'pt_PT', 'en-GB'].map((tag) => findLanguage(tag)?.tag)).toEqual(['de', 'de', 'pt-BR', 'pt-BR', 'en']);
    expect(['ja', '', undefined].map(findLanguage)).toEqual([undefined, undefined, undefined]);
});
