import { expect, it } from '@jest/globals';

import { HELP, SUBCOMMANDS } from '../../src/chat/commands/table.ts';
import { ENGLISH } from '../../src/i18n/languages/en/messages.ts';
import { parse } from '../../src/chat/parse.ts';
import type { CommandContext } from '../../src/chat/subcommand.ts';
import type { Unclear } from '../../src/chat/unclear.ts';

const context = { messages: ENGLISH, now: 0, utcOffset: 0, commandName: 'invite' };
const named = SUBCOMMANDS.filter(({ matches }) => matches === undefined);

it('gives each name and each synonym to one subcommand only', () => {
    const words = [...named.map(({ name }) => name), ...SUBCOMMANDS.flatMap(({ synonyms = '' }) => synonyms.split(' ').filter(Boolean))];
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
});

it('has no name that the log uses for a command without a subcommand', () => {
    expect(SUBCOMMANDS.map(({ name }) => name).filter((name) => ['unclear', 'too-long', 'missing'].includes(name))).toEqual([]);
});

it.each(named)('carries out $name for its synonyms, and suggests it for a misspelling', ({ name, synonyms = '' }) => {
    const meant = (words: string[]): unknown => {
        const { kind, args } = parse(words, 0);
        return kind === 'missing' ? (args as { subcommand: string }).subcommand : kind;
    };
    for (const word of synonyms.split(' ').filter(Boolean)) {
        expect({ word, meant: meant([word]) }).toEqual({ word, meant: meant([name]) });
        expect({ word, meant: meant([word.toUpperCase()]) }).toEqual({ word, meant: meant([name]) });
    }
    const { kind, args } = parse([`${name}x`], 0);
    expect({ kind, suggestions: (args as Unclear).suggestions }).toEqual({ kind: 'unclear', suggestions: [[name]] });
});

it('explains every other subcommand in the help, in the order of the table', () => {
    const lines = HELP.render({}, context).map(({ text }) => text);
    expect(lines).toEqual([ENGLISH.helpTitle, ...SUBCOMMANDS.flatMap(({ help }) => [...help(context)])]);
    expect(SUBCOMMANDS.filter(({ help }) => help(context).length === 0).map(({ name }) => name)).toEqual([
        'open',
        'resume',
        'approve',
        'deny',
        'help',
    ]);
});

it.each(named.filter(({ name }) => name !== 'help'))('explains $name alone, also by a synonym', async ({ name, synonyms = '', help }) => {
    for (const word of [name, ...synonyms.split(' ').slice(0, 1)].filter(Boolean)) {
        const render = await parse(['help', word], 0).run(undefined as unknown as CommandContext);
        expect(render(context).map(({ text }) => text)).toEqual(help(context));
    }
});
