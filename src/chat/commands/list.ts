import { InvitePage, listPage, PAGE_SIZE } from '../../domain/useCases/listPage';
import { InviteSummary } from '../../domain/useCases/summarize';
import { commandExample } from '../codeSpans';
import { createCommandText, EXAMPLE_VALIDITY } from '../examples';
import { factsOf, revokeButton } from '../inviteText';
import { nameOf } from '../names';
import { paragraphs, RenderContext, Reply, ReplyBlock } from '../reply';
import { ParseError, Parsed, Subcommand } from '../subcommand';
import { parsePageNumber } from '../words';

interface ListArgs {
    /** Whether to list the links of the whole workspace. */
    readonly everywhere: boolean;
    readonly page: number;
}

export const LIST: Subcommand<ListArgs, InvitePage> = {
    name: 'list',
    synonyms: 'ls show links liste anzeigen listar lister mostrar',
    parse: parsePage,
    correct: correctPage,
    run: ({ everywhere, page }, { services, caller, room }) => listPage(services, caller, everywhere ? 'workspace' : { rid: room.id }, page),
    render: renderPage,
    help: (context) => [context.messages.helpList(commandExample(context, 'list'), commandExample(context, 'list all'))],
};

/** Parses `list`, `list 2`, `list all` and `list all 2`. */
function parsePage(words: readonly string[]): Parsed<ListArgs> {
    const everywhere = (words[1] || '').toLowerCase() === 'all';
    const index = everywhere ? 2 : 1;
    const page = parsePageNumber(words[index] || '1');
    if (page === undefined) {
        return { kind: 'parse-error', words, index };
    }
    return words.length > index + 1 ? { kind: 'parse-error', words, index: index + 1 } : { kind: 'parsed', args: { everywhere, page } };
}

function correctPage({ words, index }: ParseError): string[][] {
    const before = words.slice(0, index).join(' ');
    return [index === 1 ? [before, `${before} all`] : [before]];
}

function renderPage(page: InvitePage, context: RenderContext): Reply {
    const { room, summaries, number, total, others } = page;
    const { messages } = context;
    const before = (number - 1) * PAGE_SIZE;
    const last = before + summaries.length;
    const nextPage = `${room ? 'list' : 'list all'} ${number + 1}`;
    return [
        { text: summaries.length === 0 ? emptyListOf(page, context) : titleOf(page, context) },
        ...summaries.map((summary) => renderSummary(summary, room === undefined, context)),
        ...(summaries.length > 0 && last < total
            ? paragraphs(messages.seeMore(`${before + 1}–${last}`, total, commandExample(context, nextPage)))
            : []),
        ...(others > 0 ? paragraphs(messages.ended(others)) : []),
    ];
}

/** Names the room only to readers who see all of its links, because others may be banned from it. */
function titleOf({ room, isComplete }: InvitePage, { messages }: RenderContext): string {
    if (!room) {
        return messages.workspaceListTitle;
    }
    return isComplete ? messages.roomListTitle(nameOf(room)) : messages.ownListTitle;
}

function emptyListOf({ room, isComplete }: InvitePage, context: RenderContext): string {
    const { messages } = context;
    if (!room) {
        return messages.emptyWorkspaceList;
    }
    return isComplete
        ? messages.emptyRoomList(nameOf(room), commandExample(context, createCommandText({ validity: EXAMPLE_VALIDITY }, messages.vocabulary)))
        : messages.emptyOwnList;
}

/** Renders an invite in two short lines: its facts and its id. */
function renderSummary(summary: InviteSummary, withRoom: boolean, context: RenderContext): ReplyBlock {
    const { messages } = context;
    const { invite, room, mayRevoke } = summary;
    const facts = withRoom ? `${factsOf(summary, context)}, ${messages.forRoom(nameOf(room))}` : factsOf(summary, context);
    const text = `• ${facts}\n\`${invite.id}\``;
    return mayRevoke ? { text, button: revokeButton(invite.id, messages) } : { text };
}
