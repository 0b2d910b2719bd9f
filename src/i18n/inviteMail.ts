import { shortName } from '../domain/names';
import { Person, Room } from '../domain/ports';
import { formatMoment, Locale } from './dates';

/** What an e-mail with an invite link says. */
interface InviteMailFacts {
    readonly address: string;
    readonly creator: Pick<Person, 'name' | 'username'>;
    readonly rooms: readonly Pick<Room, 'name' | 'fname'>[];
    /** The name of the workspace, which may be empty. */
    readonly workspace: string;
    /** In ms since 1970; null = never. */
    readonly expires: number | null;
    readonly approval: boolean;
    readonly url: string;
}

/** Returns the e-mail. Names in it cannot add links, lines or headers, and contain none of the server's placeholders. */
export function writeInviteMail(facts: InviteMailFacts, locale: Locale): { readonly subject: string; readonly text: string; readonly html: string } {
    const { messages } = locale;
    const { creator, rooms, url } = facts;
    const subject = messages.mail.subject(plain(creator.name || creator.username), plain(roomNames(rooms)));
    const paragraphs = (show: (name: string) => string): string[] => paragraphsOf(facts, locale, show);
    const link = escapeHtml(url);
    const html = paragraphs(oneLine).map((paragraph) => `<p>${paragraph === url ? `<a href="${link}">${link}</a>` : escapeHtml(paragraph)}</p>`);
    return {
        subject,
        text: paragraphs(plain).join('\n\n'),
        html: `<!doctype html><html lang="${messages.tag}"><head><meta charset="utf-8"></head><body>${html.join('')}</body></html>`,
    };
}

/** `show` makes a text safe that a person chose. */
function paragraphsOf(
    { address, creator, rooms, workspace, expires, approval, url }: InviteMailFacts,
    locale: Locale,
    show: (name: string) => string,
): string[] {
    const { messages } = locale;
    const { mail } = messages;
    const username = `@${show(creator.username)}`;
    const person = creator.name ? `${show(creator.name)} (${username})` : username;
    const end = expires === null ? messages.neverExpires : mail.expires(formatMoment(expires, locale));
    return [
        mail.invites(person, show(roomNames(rooms)), show(workspace)),
        mail.howToJoin,
        url,
        [mail.onlyFor(show(address)), end].join(' '),
        ...(approval ? [mail.approval] : []),
        mail.unexpected,
    ];
}

function roomNames(rooms: InviteMailFacts['rooms']): string {
    return rooms.map(({ name, fname }) => fname || name || '?').join(', ');
}

/** Returns a name on one line, without control characters and addresses that mail programs would link. */
function oneLine(name: string): string {
    return shortName(name.replace(/\p{Cc}/gu, ' ').replace(/:\/\//g, ' '));
}

/** Returns a name for plain text, where the server replaces `{key}`, `[Site_Name]` and `__Site_Name__`. */
function plain(name: string): string {
    return oneLine(name).replace(/[{[]/g, '(').replace(/[}\]]/g, ')').replace(/__+/g, '_');
}

/** Escapes everything but letters, digits and common punctuation, so the server finds no placeholder either. */
function escapeHtml(text: string): string {
    return text.replace(/[^\p{L}\p{N} .,;:!?()-]/gu, (character) => `&#${Number(character.codePointAt(0))};`);
}
