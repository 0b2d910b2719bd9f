import { describe, expect, it } from '@jest/globals';
import { parse } from '@rocket.chat/message-parser';

import { asCode } from '../../src/chat/codeSpans.ts';
import { HELP } from '../../src/chat/commands/table.ts';
import { USE } from '../../src/chat/commands/use.ts';
import { renderCard } from '../../src/chat/inviteCard.ts';
import { labelText } from '../../src/chat/inviteText.ts';
import { nameOf } from '../../src/chat/names.ts';
import { toPlainText, type RenderContext } from '../../src/chat/reply.ts';
import { inviteUrl, joinPageUrl, linkMarkup } from '../../src/domain/link.ts';
import { findLanguage } from '../../src/i18n/findLanguage.ts';
import { World } from '../domain/world.mts';

/** What a client would show of a text: its links, mentions, code spans and bold texts, and its remaining plain text. */
interface Shown {
    links: [address: string, label: string][];
    mentions: string[];
    codes: string[];
    bold: string[];
    plain: string;
    other: string[];
}

interface Node {
    type: string;
    value: unknown;
}

/** Nodes that only arrange others. An emoticon in a name is harmless. */
const ARRANGING = ['PARAGRAPH', 'ORDERED_LIST', 'UNORDERED_LIST', 'LIST_ITEM', 'LINE_BREAK', 'EMOJI'];

function show(text: string): Shown {
    const shown: Shown = { links: [], mentions: [], codes: [], bold: [], plain: '', other: [] };
    const visit = ({ type, value }: Node): void => {
        if (type === 'PLAIN_TEXT') {
            shown.plain += value as string;
        } else if (type === 'LINK') {
            const { src, label } = value as { src: Node; label: Node[] };
            shown.links.push([src.value as string, label.map((part) => part.value).join('')]);
        } else if (type === 'MENTION_USER' || type === 'MENTION_CHANNEL') {
            shown.mentions.push((value as Node).value as string);
        } else if (type === 'INLINE_CODE') {
            shown.codes.push((value as Node).value as string);
        } else {
            if (type === 'BOLD') {
                shown.bold.push((value as Node[]).map((part) => part.value as string).join(''));
            } else if (!ARRANGING.includes(type)) {
                shown.other.push(type);
            }
            (Array.isArray(value) ? (value as Node[]) : []).forEach(visit);
        }
    };
    (parse(text, { colors: true, emoticons: true }) as Node[]).forEach(visit);
    return shown;
}

const world = new World();
const HOSTILE = '*a* _b_ ~c~ `d` [e](https://evil.example) <https://evil.example|f> @all #general ||g|| :) evil.example.com\n# h';
const ROOM = nameOf({ ...world.room, fname: HOSTILE });
const LABEL = labelText({ label: HOSTILE });
const CODE = `\`/invite ${asCode(HOSTILE, findLanguage('en')!.vocabulary)}\``;
const PERSON = '@olga_b_';
const LINK = linkMarkup('https://chat.intern/group/a_b_');

/** Sample arguments, by the name of the parameter. All others are numbers. */
const SAMPLES: Record<string, unknown> = {
    room: ROOM,
    label: LABEL,
    link: LINK,
    ...Object.fromEntries(['person', 'creator', 'intruder', 'names', 'destination', 'people'].map((name) => [name, PERSON])),
    ...Object.fromEntries(
        ['command', 'commands', 'create', 'help', 'mine', 'all', 'show', 'revoke', 'pause', 'resume', 'none', 'word', 'id', 'value'].map((name) => [
            name,
            CODE,
        ]),
    ),
    username: 'olga_b_',
    invite: `${PERSON} (${CODE})`,
    moment: 'Di., 1. Dez. 2026, 21:11',
    examples: '7 days or 2 weeks',
    isRemoved: true,
};

/** Arguments that have the name of another kind elsewhere. */
const EXCEPTIONS: Record<string, Record<string, unknown>> = {
    'helpCreate': { room: CODE },
    'helpDurations': { durations: CODE, uses: CODE, short: CODE },
    'unclearBecause.elsewhere': { room: CODE },
    'seeMore': { all: 41 },
    'audit.settingChanged': { label: '*Default validity*' },
    ...Object.fromEntries(
        ['created', 'joined', 'edited', 'rotated', 'revoked', 'bannedFromUsing', 'bannedFromCreating', 'intruded'].map((name) => [
            `audit.${name}`,
            { room: linkMarkup('https://chat.intern/channel/a', ROOM) },
        ]),
    ),
};

/** Returns each text of the replies, modals and audit lines with its name, formatted with sample arguments. */
function texts(messages: object, path = ''): [name: string, text: string][] {
    return Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] => {
        const name = path + key;
        // Typed words are in code spans, if in a text at all. The settings page is not a message.
        if (['tag', 'typed', 'vocabulary', 'administration'].includes(name)) {
            return [];
        }
        if (typeof value === 'function') {
            return [0, 1, 3].map((count) => [`${name} ${count}`, format(name, value as (...args: unknown[]) => string, count)]);
        }
        return typeof value === 'string' ? [[name, value]] : texts(value as object, `${name}.`);
    });
}

function format(name: string, message: (...args: unknown[]) => string, count: number): string {
    if (name.startsWith('refusals.')) {
        return message({ ceiling: count, uses: count, minutes: count, name: CODE, example: CODE });
    }
    // Code that counts branches has no brackets around a single parameter.
    const [, parameters = ''] = /^\(?([^)=]*?)\)?\s*=>/.exec(String(message))!;
    return message(...parameters.split(/,\s*/).map((parameter) => EXCEPTIONS[name]?.[parameter] ?? SAMPLES[parameter] ?? count));
}

describe.each(['en', 'de', 'es', 'fr', 'pt-BR'])('what clients show in %s', (tag) => {
    const messages = findLanguage(tag)!;
    const context: RenderContext = { messages, now: 0, utcOffset: 0, commandName: 'invite' };
    const { room, anne } = world;

    it('has no mark left, and links, mentions and styles only what it should', () => {
        for (const [name, text] of texts(messages)) {
            const { plain, links, mentions, codes, other } = show(text);
            expect({ name, text, plain }).toEqual({ name, text, plain: expect.not.stringMatching(/[*_~`[\]|]|undefined/) });
            expect({ name, text, other }).toEqual({ name, text, other: [] });
            expect({ name, text, codes: codes.length }).toEqual({ name, text, codes: text.split('`').length >> 1 });
            // A full stop counts as a part of the username, and looks the same.
            expect({ name, mentions }).toEqual({ name, mentions: mentions.map(() => expect.stringMatching(/^olga_b_\.?$/)) });
            expect(links.map(([address]) => address).filter((address) => !address.startsWith('https://chat.'))).toEqual([]);
            expect({ name, links: links.length }).toEqual({ name, links: text.replace(/`[^`]*`/g, '').split('](').length - 1 });
        }
    });

    it.each(['https://chat.intern', 'https://chat.local/path', 'http://chat', 'http://127.0.0.1:3000', 'https://chat.example.com'])(
        'links what people should click, on %s too',
        (siteUrl) => {
            const url = inviteUrl(joinPageUrl(siteUrl, 'app-id'), 'ABCDEFGHJKLMNPQR');
            const card = { rooms: [room], invitedBy: anne, expires: null, token: 'ABCDEFGHJKLMNPQR', url };
            expect(show(toPlainText(renderCard(card, context))).links).toEqual([[url, url]]);
            for (const outcome of ['joined', 'already-member', 'unverified'] as const) {
                const odd = { ...room, name: '_a_b* (c)' };
                const { links, plain } = show(toPlainText(USE.render({ outcome, rooms: [odd], closed: 0, siteUrl }, context)));
                const address = `${siteUrl}/group/%5Fa%5Fb%2A%20%28c%29`;
                expect(links).toEqual([[address, address]]);
                expect(plain).not.toMatch(/[*_[\]]/);
            }
        },
    );

    it('has each command of the help as code', () => {
        const { codes, plain } = show(toPlainText(HELP.render({}, context)));
        expect(codes.filter((code) => code.startsWith('/invite ')).length).toBeGreaterThan(10);
        expect(plain).not.toMatch(/[*_`/]/);
    });
});

it('a name with markup stays a name', () => {
    expect(show(`*${ROOM}*`)).toMatchObject({ links: [], mentions: [], codes: [], other: [], bold: [expect.stringContaining('evil.example')] });
    expect(show(CODE).codes).toEqual([CODE.slice(1, -1)]);
});
