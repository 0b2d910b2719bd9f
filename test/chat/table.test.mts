import { expect, it } from '@jest/globals';

import { HELP, SUBCOMMANDS } from '../../src/chat/commands/table.ts';
import { ENGLISH } from '../../src/i18n/languages/en.ts';
import { parse } from '../../src/chat/parse.ts';
import type { Unclear } from '../../src/chat/unclear.ts';

const context = { messages: ENGLISH, now: 0, utcOffset: 0, commandName: 'invite' };
const named = SUBCOMMANDS.filter(({ prefix }) => prefix === undefined);

it('gives each name and each synonym to one subcommand only', () => {
    const words = named.flatMap(({ name, synonyms = '' }) => [name, ...synonyms.split(' ')]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(words.filter((word) => word === '' || word !== word.toLowerCase())).toEqual([]);
});

it('has no name that the log uses for a command without a subcommand', () => {
    expect(SUBCOMMANDS.map(({ name }) => name).filter((name) => ['unclear', 'too-long', 'missing'].includes(name))).toEqual([]);
});

it.each(named)('suggests $name for its synonyms and for a misspelling', ({ name, synonyms = '' }) => {
    for (const word of [...synonyms.split(' '), synonyms.toUpperCase().split(' ')[0]!, `${name}e`]) {
        const { kind, args } = parse([word]);
        expect({ word, kind, suggestions: (args as Unclear).suggestions }).toEqual({ word, kind: 'unclear', suggestions: [name] });
    }
});

it('explains every other subcommand in the help, in the order of the table', () => {
    const lines = HELP.render(undefined, context).map(({ text }) => text);
    expect(lines).toEqual([ENGLISH.helpTitle, ...SUBCOMMANDS.flatMap(({ help }) => [...help(context)])]);
    expect(SUBCOMMANDS.filter(({ help }) => help(context).length === 0).map(({ name }) => name)).toEqual(['help']);
});
