import { InviteError } from '../domain/model/errors';
import { FindOrCreateResult } from '../domain/useCases/findOrCreateInvite';
import { expiresAt, Invite, InviteWithUsage } from '../domain/model/invite';
import { AddedUser } from '../domain/useCases/addUsers';
import { extractToken } from '../domain/link';
import { plainName } from '../domain/names';
import { Room } from '../domain/ports';
import { isToken } from '../domain/model/token';
import { InviteSummary, InvitePage, CommandResult, PAGE_SIZE } from './runCommand';
import { Reply, Button, ReplyBlock } from './reply';
import { Create, createLine, durationExamples, EXAMPLE_USES, EXAMPLE_VALIDITY, SHORT_FORMS } from './examples';
import { formatDay, formatDuration, formatMoment, Locale, formatShortMoment } from './dates';
import { parse, Command, Unclear } from './parse';
import { TypedWords, Messages } from './messages';

export interface RenderContext extends Locale {
    /** The command that was typed, for the examples in the answer. */
    readonly command: string;
}

/** Characters of a name, or of what somebody typed, that an answer repeats. */
const LONGEST = 80;

/** What came of a command, in words. */
export function render(outcome: CommandResult, wording: RenderContext): Reply {
    const { words } = wording;
    switch (outcome.kind) {
        case 'found':
            return renderFound(outcome, wording);
        case 'listed':
            return renderListing(outcome, wording);
        case 'redeemed':
            return said((outcome.redeemed.joined ? words.joined : words.alreadyIn)(nameOf(outcome.redeemed.room), outcome.url));
        case 'unverified':
            return said(words.unverified(nameOf(outcome.room), outcome.url));
        case 'revoked':
            return said(outcome.room ? words.revoked(nameOf(outcome.room)) : words.linkRevoked);
        case 'added':
            return outcome.people.map((person) => ({ text: renderAdded(person, words) }));
        case 'help':
            return renderHelp(wording);
        case 'unclear':
            return renderUnclear(outcome, wording);
        case 'too-long':
            return said(words.tooLong(outcome.most));
        case 'missing':
            return said((outcome.of === 'use' ? words.whichToUse : words.whichToRevoke)(line(wording, `${outcome.of} ${words.typed.link}`)));
    }
}

/** A refusal of what was typed, in words: which rule it was, and whom to ask, where asking helps. */
export function renderRefusal({ code, details }: InviteError, wording: RenderContext, owners: readonly string[], typed?: Command): Reply {
    const { words } = wording;
    const create = (change: Partial<Create>): string =>
        line(wording, createLine({ ...(typed && typed.kind === 'create' ? typed : {}), ...change }, words.typed));
    const { reason, ceiling = 0 } = details;
    switch (code) {
        case 'invalid-number-of-days':
            if (reason === 'never-not-allowed') {
                return said(words.neverNotAllowed(create({ validity: EXAMPLE_VALIDITY })));
            }
            return said(reason === 'over-ceiling' ? words.mostDays(ceiling, create({ validity: { count: ceiling, unit: 'day' } })) : words.badDays);
        case 'invalid-number-of-uses':
            return said(reason === 'over-ceiling' ? words.mostUses(ceiling, create({ maxUses: ceiling })) : words.badUses);
        case 'not_authorized':
        case 'error-membership-unverified':
            if (reason === 'removing') {
                return said(words.refused[code](details));
            }
            if (reason === 'all-rooms') {
                return said(words.onlyAdministrators(line(wording, 'list')));
            }
            return said(
                words.refused[code](details),
                owners.length > 0 ? words.askOwners(owners.map((name) => `@${name}`).join(', ')) : words.askAnOwner,
            );
        default:
            return said(words.refused[code](details));
    }
}

function renderFound({ found, url, room }: Extract<CommandResult, { kind: 'found' }>, wording: RenderContext): Reply {
    const { words } = wording;
    const { invite } = found;
    return [
        { text: introOf(found, room, wording) },
        { text: url },
        { text: endOf(invite, wording) },
        { text: placesOf(found, wording) },
        { text: words.howToRevoke(line(wording, `revoke ${invite.id}`)), button: revokeButton(invite.id, words) },
    ];
}

/** What stands before a link: that it is there, or that it was there already. */
export function introOf({ invite, created }: FindOrCreateResult, room: Room | undefined, wording: RenderContext): string {
    const { words } = wording;
    return created ? words.created(nameOf(room)) : words.foundAgain(nameOf(room), formatDay(invite.createdAt, wording));
}

/** Until when the invite works, as a sentence. */
export function endOf(invite: Invite, wording: RenderContext): string {
    const { words, now } = wording;
    const end = expiresAt(invite);
    return end === null ? words.neverExpires : words.expires(formatDuration(end - now, wording), formatMoment(end, wording));
}

/** For how many people it is, as a sentence. */
export function placesOf({ invite, usage }: InviteWithUsage, { words }: RenderContext): string {
    return invite.maxUses === 0 ? words.anyNumber(usage.uses) : words.placesLeft(invite.maxUses - usage.uses, invite.maxUses);
}

function renderListing(listing: InvitePage, wording: RenderContext): Reply {
    const { room, page, number, live, ended } = listing;
    const { words } = wording;
    const before = (number - 1) * PAGE_SIZE;
    const shown = before + page.length;
    const more = `${room ? 'list' : 'list all'} ${number + 1}`;
    const none = noneOf(listing, wording);
    return [
        { text: page.length === 0 ? none : titleOf(listing, wording) },
        ...page.map((listed) => renderListed(listed, room === undefined, wording)),
        ...(page.length > 0 && shown < live ? said(words.seeMore(`${before + 1}–${shown}`, live, line(wording, more))) : []),
        ...(ended > 0 ? said(words.ended(ended)) : []),
    ];
}

/** The room is named to readers who see all of its links. Others may be banned from it. */
function titleOf({ room, isComplete }: InvitePage, { words }: RenderContext): string {
    if (!room) {
        return words.listOfAll;
    }
    return isComplete ? words.listOfRoom(nameOf(room)) : words.listOfOwn;
}

function noneOf({ room, isComplete }: InvitePage, wording: RenderContext): string {
    const { words } = wording;
    if (!room) {
        return words.noneOfAll;
    }
    return isComplete ? words.noneOfRoom(nameOf(room), line(wording, createLine({ validity: EXAMPLE_VALIDITY }, words.typed))) : words.noneOfOwn;
}

/** Two short lines an invite: what matters, then what it is addressed by. */
function renderListed(listed: InviteSummary, withRoom: boolean, wording: RenderContext): ReplyBlock {
    const { words } = wording;
    const { invite, room, mayRevoke } = listed;
    const facts = withRoom ? `${factsOf(listed, wording)}, ${words.to(nameOf(room))}` : factsOf(listed, wording);
    const text = `• ${facts}\n\`${invite.id}\``;
    return mayRevoke ? { text, button: revokeButton(invite.id, words) } : { text };
}

/** What matters of an invite in a list: until when, how many, whose. */
export function factsOf({ invite, usage, creator, suspension }: InviteSummary, wording: RenderContext): string {
    const { words, now } = wording;
    const end = expiresAt(invite);
    const parts = [
        end === null ? words.endsNever : words.endsIn(formatDuration(end - now, wording), formatShortMoment(end, wording)),
        words.usedBy(usage.uses, invite.maxUses),
        words.by(creator ? `@${creator}` : words.somebodyGone),
        ...(suspension ? [words.notNow(words.suspended[suspension])] : []),
    ];
    return parts.join(', ');
}

function renderAdded({ username, outcome }: AddedUser, words: Messages): string {
    const name = asCode(username, words.typed);
    switch (outcome) {
        case 'added':
            return words.added(name);
        case 'unknown':
            return words.unknownUser(name);
        case 'already-here':
            return words.alreadyHere(name);
        case 'not-added':
            return words.notAdded(name);
    }
}

function renderHelp(wording: RenderContext): Reply {
    const { words } = wording;
    const { typed } = words;
    return said(
        words.helpTitle,
        words.helpCreate(line(wording, createLine({ validity: EXAMPLE_VALIDITY, maxUses: EXAMPLE_USES }, typed)), codes([typed.room])),
        words.helpDurations(
            codes([...durationExamples(typed), typed.never]),
            codes([typed.uses(EXAMPLE_USES), typed.uses(1), typed.unlimited]),
            codes(SHORT_FORMS),
        ),
        words.helpList(line(wording, 'list'), line(wording, 'list all')),
        words.helpUse(line(wording, `use ${typed.link}`)),
        words.helpRevoke(line(wording, `revoke ${typed.link}`)),
        words.helpAdd(line(wording, typed.user)),
    );
}

function renderUnclear({ word, understood, suggestions }: Unclear, wording: RenderContext): Reply {
    const { words } = wording;
    const unclear = words.unclear(`\`${asCode(word, words.typed)}\``);
    if (suggestions.length > 0) {
        const lines = suggestions.map((suggestion) => line(wording, inOwnWords(suggestion, words.typed)));
        return said(unclear, words.didYouMean(lines.join(` ${words.or} `)));
    }
    return said(
        unclear,
        ...(understood.length > 0 ? [words.understood(line(wording, understood.join(' ')))] : []),
        words.seeHelp(line(wording, 'help')),
    );
}

/** A suggestion with its duration and uses in the reader's words. */
function inOwnWords(suggestion: string, typed: TypedWords): string {
    const meant = parse(suggestion.split(' '));
    return meant.kind === 'create' ? createLine(meant, typed) : suggestion;
}

/** What to type, as code. */
function line({ command, words }: RenderContext, rest: string): string {
    return `\`/${command} ${asCode(rest, words.typed)}\``;
}

function codes(examples: readonly string[]): string {
    return examples.map((example) => `\`${example}\``).join(', ');
}

function revokeButton(inviteId: string, words: Messages): Button {
    return { action: 'revoke-invite', label: words.revoke, value: inviteId };
}

function said(...lines: string[]): Reply {
    return lines.map((text) => ({ text }));
}

/** A room's name as text: its owner must not be able to put links, mentions or lines into the app's own words. */
export function nameOf(room: Room | undefined): string {
    return (
        plain((room && (room.fname || room.name)) || '')
            .replace(/:\/\/|[*_~`[\]()<>@#|\\]/g, ' ')
            .trim() || '?'
    );
}

/** A room's name where no markup is read. */
export function plainNameOf({ fname, name }: Room): string {
    return plain(fname || name || '') || '?';
}

/** A name, not too long. */
function plain(name: string): string {
    return shortened(plainName(name));
}

/** Text that people typed, inside a code span. It must not close the span nor repeat a token, which only its creator may see. */
function asCode(text: string, { link }: TypedWords): string {
    return plain(text.replace(/\S+/g, (word) => (isToken(extractToken(word)) ? link : word)).replace(/`/g, "'"));
}

function shortened(text: string): string {
    const letters = Array.from(text);
    return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
}
