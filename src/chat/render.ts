import { InviteError } from '../domain/errors';
import { expiresAt, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, UsedInvite } from '../domain/invite';
import { Room } from '../domain/ports';
import { Outcome } from './act';
import { Words } from './words';

/** Characters of a name, or of what somebody typed, that an answer repeats. */
const LONGEST = 80;

export interface Wording {
    readonly words: Words;
    /** The command that was typed, for the examples in the answer. */
    readonly command: string;
    /** ms since 1970. */
    readonly now: number;
}

/** What came of a command, in words. */
export function render(outcome: Outcome, wording: Wording): string {
    const { words, command } = wording;
    switch (outcome.kind) {
        case 'found':
            return renderFound(outcome, wording);
        case 'listed':
            return renderListed(outcome, wording);
        case 'redeemed':
            return (outcome.redeemed.joined ? words.joined : words.alreadyIn)(nameOf(outcome.redeemed.room), outcome.url);
        case 'unverified':
            return words.unverified(nameOf(outcome.room), outcome.url);
        case 'revoked':
            return words.revoked(outcome.room && nameOf(outcome.room));
        case 'added':
            return outcome.people.map(({ username, outcome: how }) => words.added[how](asCode(username))).join('\n');
        case 'help':
            return words.help(command);
        case 'unclear':
            return words.unclear(asCode(outcome.word), command);
        case 'missing':
            return words.missing[outcome.of](command);
    }
}

/** A refusal, in words: what happened and what to do next. */
export function renderRefusal({ code, details }: InviteError, { words }: Wording): string {
    return words.refused[code](details);
}

function renderFound({ found, url, room }: Extract<Outcome, { kind: 'found' }>, { words, now }: Wording): string {
    const { invite, usage, created } = found;
    const end = expiresAt(invite);
    return [
        (created ? words.created : words.foundAgain)(nameOf(room)),
        url,
        end === null ? words.validForEver : words.validUntil(left(end - now, words), words.moment(end)),
        words.uses(usage.uses, invite.maxUses),
        words.howToRevoke(invite.id),
    ].join('\n');
}

function renderListed({ live, ended, makers, room }: Extract<Outcome, { kind: 'listed' }>, wording: Wording): string {
    const { words } = wording;
    const lines = live.map((used) => renderLine(used, makers, wording));
    return [
        ...(lines.length > 0 ? [words.listTitle(nameOf(room)), ...lines] : [words.listEmpty(nameOf(room))]),
        ...(ended > 0 ? [words.listEnded(ended)] : []),
    ].join('\n');
}

function renderLine({ invite, usage }: UsedInvite, makers: ReadonlyMap<string, string>, { words, now }: Wording): string {
    const end = expiresAt(invite);
    const maker = makers.get(invite.userId);
    return words.listLine({
        id: invite.id,
        ends: end === null ? words.neverExpires : words.expiresIn(left(end - now, words)),
        uses: `${usage.uses}/${invite.maxUses === 0 ? '∞' : invite.maxUses}`,
        maker: maker ? `@${maker}` : words.someoneGone,
    });
}

/** How long `ms` is, in the unit that people would say it in. */
function left(ms: number, words: Words): string {
    if (ms >= 2 * MS_PER_DAY) {
        return words.duration(Math.round(ms / MS_PER_DAY), 'day');
    }
    if (ms >= 2 * MS_PER_HOUR) {
        return words.duration(Math.round(ms / MS_PER_HOUR), 'hour');
    }
    return words.duration(Math.max(1, Math.round(ms / MS_PER_MINUTE)), 'minute');
}

/** A room's name as text: its owner must not be able to put links, mentions or lines into the app's own words. */
function nameOf({ fname, name }: Room): string {
    return shortened((fname || name || '').replace(/:\/\/|[*_~`[\]()<>@#|\\]/g, ' '));
}

/** Text that people typed, inside a code span: it must not close the span. */
function asCode(text: string): string {
    return shortened(text.replace(/`/g, "'"));
}

function shortened(text: string): string {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
