import { InviteError } from '../domain/model/errors';
import { FindOrCreateResult } from '../domain/useCases/findOrCreateInvite';
import { expiresAt, Invite, InviteWithUsage } from '../domain/model/invite';
import { AddedUser } from '../domain/useCases/addUsers';
import { extractToken } from '../domain/link';
import { plainName } from '../domain/names';
import { Room } from '../domain/ports';
import { isToken } from '../domain/model/token';
import { InvitePage, InviteSummary, PAGE_SIZE } from '../domain/useCases/listPage';
import { CommandResult } from './runCommand';
import { Reply, Button, ReplyBlock } from './reply';
import { CreateCommand, createCommandText, durationExamples, EXAMPLE_USES, EXAMPLE_VALIDITY, SHORT_FORMS } from './examples';
import { formatDay, formatDuration, formatMoment, Locale, formatShortMoment } from './dates';
import { parse, Command, Unclear } from './parse';
import { Vocabulary, Messages } from './messages';

/** The reader's locale and the command for examples. */
export interface RenderContext extends Locale {
    /** The name of the command, for the examples in the reply. */
    readonly commandName: string;
}

/** A reply truncates names and quoted words to this length. */
const MAX_SHOWN_CHARACTERS = 80;

/** Renders the result of a command in the reader's language. */
export function render(result: CommandResult, context: RenderContext): Reply {
    const { messages } = context;
    switch (result.kind) {
        case 'found':
            return renderFound(result, context);
        case 'listed':
            return renderPage(result.page, context);
        case 'redeemed':
            return paragraphs((result.redeemed.joined ? messages.joined : messages.alreadyMember)(nameOf(result.redeemed.room), result.url));
        case 'unverified':
            return paragraphs(messages.unverified(nameOf(result.room), result.url));
        case 'revoked':
            return paragraphs(result.room ? messages.revoked(nameOf(result.room)) : messages.linkRevoked);
        case 'added':
            return result.people.map((person) => ({ text: renderAddedUser(person, messages) }));
        case 'help':
            return renderHelp(context);
        case 'unclear':
            return renderUnclear(result, context);
        case 'too-long':
            return paragraphs(messages.tooLong(result.maxCharacters));
        case 'missing':
            return paragraphs(
                (result.subcommand === 'use' ? messages.missingLinkToUse : messages.missingLinkToRevoke)(
                    commandExample(context, `${result.subcommand} ${messages.vocabulary.link}`),
                ),
            );
    }
}

/** Renders a refusal in the reader's language. Names the owners to ask if they can grant what was refused. */
export function renderRefusal({ code, details }: InviteError, context: RenderContext, owners: readonly string[], command?: Command): Reply {
    const { messages } = context;
    const exampleWith = (change: Partial<CreateCommand>): string =>
        commandExample(context, createCommandText({ ...(command && command.kind === 'create' ? command : {}), ...change }, messages.vocabulary));
    const { reason, ceiling = 0 } = details;
    switch (code) {
        case 'invalid-number-of-days':
            if (reason === 'never-not-allowed') {
                return paragraphs(messages.neverNotAllowed(exampleWith({ validity: EXAMPLE_VALIDITY })));
            }
            return paragraphs(
                reason === 'over-ceiling'
                    ? messages.maxDays(ceiling, exampleWith({ validity: { count: ceiling, unit: 'day' } }))
                    : messages.invalidDays,
            );
        case 'invalid-number-of-uses':
            return paragraphs(reason === 'over-ceiling' ? messages.maxUses(ceiling, exampleWith({ maxUses: ceiling })) : messages.invalidUses);
        case 'not_authorized':
        case 'error-membership-unverified':
            if (reason === 'removing') {
                return paragraphs(messages.refused[code](details));
            }
            if (reason === 'all-rooms') {
                return paragraphs(messages.onlyAdministrators(commandExample(context, 'list')));
            }
            return paragraphs(
                messages.refused[code](details),
                owners.length > 0 ? messages.askOwners(owners.map((name) => `@${name}`).join(', ')) : messages.askAnOwner,
            );
        default:
            return paragraphs(messages.refused[code](details));
    }
}

function renderFound({ found, url, room }: Extract<CommandResult, { kind: 'found' }>, context: RenderContext): Reply {
    const { messages } = context;
    const { invite } = found;
    return [
        { text: introOf(found, room, context) },
        { text: url },
        { text: expiryOf(invite, context) },
        { text: seatsOf(found, context) },
        { text: messages.howToRevoke(commandExample(context, `revoke ${invite.id}`)), button: revokeButton(invite.id, messages) },
    ];
}

/** Returns the sentence above a link: whether it was created now, or earlier. */
export function introOf({ invite, created }: FindOrCreateResult, room: Room | undefined, context: RenderContext): string {
    const { messages } = context;
    return created ? messages.created(nameOf(room)) : messages.alreadyCreated(nameOf(room), formatDay(invite.createdAt, context));
}

/** Returns a sentence with the invite's expiry. */
export function expiryOf(invite: Invite, context: RenderContext): string {
    const { messages, now } = context;
    const end = expiresAt(invite);
    return end === null ? messages.neverExpires : messages.expires(formatDuration(end - now, context), formatMoment(end, context));
}

/** Returns a sentence with the invite's remaining seats. */
export function seatsOf({ invite, usage }: InviteWithUsage, { messages }: RenderContext): string {
    return invite.maxUses === 0 ? messages.unlimitedUses(usage.uses) : messages.seatsLeft(invite.maxUses - usage.uses, invite.maxUses);
}

function renderPage(page: InvitePage, context: RenderContext): Reply {
    const { room, summaries, number, live, ended } = page;
    const { messages } = context;
    const before = (number - 1) * PAGE_SIZE;
    const last = before + summaries.length;
    const nextPage = `${room ? 'list' : 'list all'} ${number + 1}`;
    const emptyList = emptyListOf(page, context);
    return [
        { text: summaries.length === 0 ? emptyList : titleOf(page, context) },
        ...summaries.map((summary) => renderSummary(summary, room === undefined, context)),
        ...(summaries.length > 0 && last < live
            ? paragraphs(messages.seeMore(`${before + 1}–${last}`, live, commandExample(context, nextPage)))
            : []),
        ...(ended > 0 ? paragraphs(messages.ended(ended)) : []),
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

/** Returns the facts about an invite in a list: its expiry, uses, creator and suspension. */
export function factsOf({ invite, usage, creator, suspension }: InviteSummary, context: RenderContext): string {
    const { messages, now } = context;
    const end = expiresAt(invite);
    const parts = [
        end === null ? messages.listNeverExpires : messages.listExpires(formatDuration(end - now, context), formatShortMoment(end, context)),
        messages.usedBy(usage.uses, invite.maxUses),
        messages.createdBy(creator ? `@${creator}` : messages.deletedUser),
        ...(suspension ? [messages.suspendedBecause(messages.suspended[suspension])] : []),
    ];
    return parts.join(', ');
}

function renderAddedUser({ username, outcome }: AddedUser, messages: Messages): string {
    const name = asCode(username, messages.vocabulary);
    switch (outcome) {
        case 'added':
            return messages.added(name);
        case 'unknown':
            return messages.unknownUser(name);
        case 'already-here':
            return messages.alreadyHere(name);
        case 'not-added':
            return messages.notAdded(name);
    }
}

function renderHelp(context: RenderContext): Reply {
    const { messages } = context;
    const { vocabulary } = messages;
    return paragraphs(
        messages.helpTitle,
        messages.helpCreate(
            commandExample(context, createCommandText({ validity: EXAMPLE_VALIDITY, maxUses: EXAMPLE_USES }, vocabulary)),
            inlineCodes([vocabulary.room]),
        ),
        messages.helpDurations(
            inlineCodes([...durationExamples(vocabulary), vocabulary.never]),
            inlineCodes([vocabulary.uses(EXAMPLE_USES), vocabulary.uses(1), vocabulary.unlimited]),
            inlineCodes(SHORT_FORMS),
        ),
        messages.helpList(commandExample(context, 'list'), commandExample(context, 'list all')),
        messages.helpUse(commandExample(context, `use ${vocabulary.link}`)),
        messages.helpRevoke(commandExample(context, `revoke ${vocabulary.link}`)),
        messages.helpAdd(commandExample(context, vocabulary.user)),
    );
}

function renderUnclear({ word, understood, suggestions }: Unclear, context: RenderContext): Reply {
    const { messages } = context;
    const unclear = messages.unclear(`\`${asCode(word, messages.vocabulary)}\``);
    if (suggestions.length > 0) {
        const examples = suggestions.map((suggestion) => commandExample(context, localizeSuggestion(suggestion, messages.vocabulary)));
        return paragraphs(unclear, messages.didYouMean(examples.join(` ${messages.or} `)));
    }
    return paragraphs(
        unclear,
        ...(understood.length > 0 ? [messages.understood(commandExample(context, understood.join(' ')))] : []),
        messages.seeHelp(commandExample(context, 'help')),
    );
}

/** Translates the duration and the number of uses of a suggestion into the reader's language. */
function localizeSuggestion(suggestion: string, vocabulary: Vocabulary): string {
    const command = parse(suggestion.split(' '));
    return command.kind === 'create' ? createCommandText(command, vocabulary) : suggestion;
}

/** Returns a command to type, as inline code. */
function commandExample({ commandName, messages }: RenderContext, text: string): string {
    return `\`/${commandName} ${asCode(text, messages.vocabulary)}\``;
}

function inlineCodes(examples: readonly string[]): string {
    return examples.map((example) => `\`${example}\``).join(', ');
}

function revokeButton(inviteId: string, messages: Messages): Button {
    return { action: 'revoke-invite', label: messages.revoke, value: inviteId };
}

function paragraphs(...texts: string[]): Reply {
    return texts.map((text) => ({ text }));
}

/** Returns a room's name without markup, so its owner cannot inject links, mentions or lines into a reply. */
export function nameOf(room: Room | undefined): string {
    return (
        shortPlainName((room && (room.fname || room.name)) || '')
            .replace(/:\/\/|[*_~`[\]()<>@#|\\]/g, ' ')
            .trim() || '?'
    );
}

/** Returns a room's name for places where the client does not parse markup. */
export function plainNameOf({ fname, name }: Room): string {
    return shortPlainName(fname || name || '') || '?';
}

function shortPlainName(name: string): string {
    return truncate(plainName(name));
}

/** Escapes typed text for a code span and hides tokens, which only their creator may see. */
function asCode(text: string, { link }: Vocabulary): string {
    return shortPlainName(text.replace(/\S+/g, (word) => (isToken(extractToken(word)) ? link : word)).replace(/`/g, "'"));
}

function truncate(text: string): string {
    const letters = Array.from(text);
    return letters.length > MAX_SHOWN_CHARACTERS ? `${letters.slice(0, MAX_SHOWN_CHARACTERS).join('')}…` : text;
}
