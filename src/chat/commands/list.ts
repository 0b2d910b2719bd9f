import { InvitePage, listPage, ListScope, PAGE_SIZE } from '../../domain/useCases/listPage';
import { InviteSummary } from '../../domain/useCases/summarize';
import { mayLearnOf } from '../../domain/policies/maySee';
import { commandExample } from '../codeSpans';
import { createCommandText, EXAMPLE_VALIDITY } from '../examples';
import { factsOf, revokeButton } from '../inviteText';
import { nameOf, namesOf } from '../names';
import { roomsCalled } from '../namedRooms';
import { findNearest } from '../nearest';
import { pageFooter } from '../pageFooter';
import { paragraphs, RenderContext, Reply, ReplyBlock } from '../reply';
import { CommandContext, ParseError, Parsed, Subcommand } from '../subcommand';
import { parsePageNumber } from '../words';

/** What to list: the links of the current room, the caller's own in all rooms, or all of the workspace. */
type Where = 'here' | 'mine' | 'all';

interface ListArgs {
    readonly where: Where;
    /** The name of a room, without `#`. */
    readonly room?: string;
    /** Whether to list the links that have ended. */
    readonly ended: boolean;
    readonly page: number;
}

export interface ListResult extends Omit<ListArgs, 'page'> {
    readonly invitePage: InvitePage;
}

export const LIST: Subcommand<ListArgs, ListResult> = {
    name: 'list',
    synonyms: 'ls links liste auflisten listar lister',
    parse: parseList,
    correct: correctList,
    isPossible: async ({ room: name }, context) => {
        const [{ rid }] = await roomsCalled(name === undefined ? [] : [name], context);
        return mayLearnOf(context.services, context.caller, rid);
    },
    run: runList,
    render: renderList,
    help: (context) => [
        context.messages.helpList(commandExample(context, 'list'), commandExample(context, 'list mine'), commandExample(context, 'list all')),
        context.messages.helpNumbers(commandExample(context, 'show 2')),
    ],
};

/** Parses a scope, "expired" and a page number in any order. */
function parseList(words: readonly string[]): Parsed<ListArgs> {
    let where: Where | undefined;
    let room: string | undefined;
    let ended = false;
    let page: number | undefined;
    for (let index = 1; index < words.length; index++) {
        const word = (words[index] || '').toLowerCase();
        const number = parsePageNumber(word);
        if ((word === 'all' || word === 'mine') && where === undefined) {
            where = word;
        } else if (/^#./.test(word) && where === undefined) {
            where = 'here';
            room = (words[index] || '').slice(1);
        } else if (word === 'expired' && !ended) {
            ended = true;
        } else if (number !== undefined && page === undefined) {
            page = number;
        } else {
            return { kind: 'parse-error', words, index };
        }
    }
    return { kind: 'parsed', args: { where: where || 'here', room, ended, page: page || 1 } };
}

function correctList({ words, index }: ParseError): string[][] {
    const word = words[index] || '';
    const keyword = findNearest(word, ['all', 'mine', 'expired']);
    const replacements = keyword === undefined ? (/^[a-z][\w.-]*$/i.test(word) ? [`#${word}`] : []) : [keyword];
    return [replacements.map((replacement) => [...words.slice(0, index), replacement, ...words.slice(index + 1)].join(' '))];
}

async function runList({ page, ...args }: ListArgs, context: CommandContext): Promise<ListResult> {
    const { services, caller } = context;
    const { clock, shownLists } = services;
    const [{ rid }] = await roomsCalled(args.room === undefined ? [] : [args.room], context);
    const scopes: Record<Where, ListScope> = { here: { rid }, mine: 'mine', all: 'workspace' };
    const invitePage = await listPage(services, caller, scopes[args.where], page, args.ended);
    const { summaries, number } = invitePage;
    if (summaries.length > 0) {
        const ids = summaries.map(({ invite }) => invite.id);
        await shownLists.keep({ userId: caller.id, ids, first: (number - 1) * PAGE_SIZE + 1, at: clock.now() });
    }
    return { ...args, invitePage };
}

function renderList(result: ListResult, context: RenderContext): Reply {
    const { where, ended, invitePage } = result;
    const { summaries, number, total, others } = invitePage;
    const { messages } = context;
    const before = (number - 1) * PAGE_SIZE;
    return [
        { text: summaries.length === 0 ? emptyList(result, context) : listTitle(result, context) },
        ...summaries.map((summary, index) => renderSummary(summary, before + index + 1, where !== 'here', context)),
        ...pageFooter({ page: number, shown: summaries.length, total }, commandOf(result), context),
        ...(others > 0 && !ended ? paragraphs(messages.ended(others, commandExample(context, `${commandOf(result)} expired`))) : []),
    ];
}

function commandOf({ where, room, ended }: ListResult): string {
    return ['list', ...(room === undefined ? (where === 'here' ? [] : [where]) : [`#${room}`]), ...(ended ? ['expired'] : [])].join(' ');
}

/** Names the room only to readers who see all of its links, because others may be banned from it. */
function listTitle({ where, ended, invitePage: { room, isComplete } }: ListResult, { messages }: RenderContext): string {
    const titles: Record<Where, string> = {
        here: isComplete ? messages.roomListTitle(nameOf(room)) : messages.ownListTitle,
        mine: messages.mineListTitle,
        all: messages.workspaceListTitle,
    };
    return ended ? `${titles[where]} ${messages.endedOnly}` : titles[where];
}

function emptyList({ where, ended, invitePage: { room, isComplete } }: ListResult, context: RenderContext): string {
    const { messages } = context;
    if (ended) {
        return messages.emptyEndedList;
    }
    const example = commandExample(context, createCommandText({ validity: EXAMPLE_VALIDITY }, messages.vocabulary));
    const texts: Record<Where, string> = {
        here: isComplete ? messages.emptyRoomList(nameOf(room), example) : messages.emptyOwnList,
        mine: messages.emptyMineList,
        all: messages.emptyWorkspaceList,
    };
    return texts[where];
}

/** Renders an invite in two short lines: its number and facts, and its id. */
function renderSummary(summary: InviteSummary, number: number, withRoom: boolean, context: RenderContext): ReplyBlock {
    const { messages } = context;
    const { invite, rooms, mayRevoke } = summary;
    // A list of one room names the rooms of links that open others too.
    const namesRooms = withRoom || invite.moreRooms.length > 0;
    const facts = namesRooms ? `${factsOf(summary, context)}, ${messages.forRoom(namesOf(rooms))}` : factsOf(summary, context);
    const text = `${number}. ${facts}\n\`${invite.id}\``;
    return mayRevoke ? { text, button: revokeButton(invite.id, messages.revokeNumber(number)) } : { text };
}
