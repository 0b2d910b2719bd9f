import { extractToken } from '../../domain/link';
import { Invite } from '../../domain/model/invite';
import { findManageable } from '../../domain/useCases/findInvite';
import { findTarget } from '../../domain/useCases/findTarget';
import { inviteHistory, ShownEntry } from '../../domain/useCases/inviteHistory';
import { PAGE_SIZE } from '../../domain/useCases/listPage';
import { Found } from '../../domain/useCases/searchInvites';
import { formatShortMoment } from '../../i18n/dates';
import { commandExample } from '../codeSpans';
import { labelText, personName } from '../inviteText';
import { namesOf } from '../names';
import { emptyPage, pageFooter } from '../pageFooter';
import { paragraphs, RenderContext, Reply } from '../reply';
import { Parsed, Subcommand, TargetArgs } from '../subcommand';
import { parsePageNumber } from '../words';

interface WhoArgs extends TargetArgs {
    readonly page: number;
}

interface WhoResult {
    readonly invite: Invite;
    readonly page: number;
    readonly found: Found<ShownEntry>;
}

/** Lists who joined by an invite, and who was refused, the newest first. */
export const WHO: Subcommand<WhoArgs, WhoResult> = {
    name: 'who',
    synonyms: 'joins people history wer beitritte quién personas qui historique quem',
    parse: parseWho,
    run: async ({ target, page }, { services, caller }) => {
        const { id } = await findTarget(services, caller, target);
        const invite = await findManageable(services, caller, id);
        const found = await inviteHistory(services, caller, { inviteId: id, offset: (page - 1) * PAGE_SIZE, count: PAGE_SIZE });
        return { invite, page, found };
    },
    render: renderWho,
    renderMissing: (context) => paragraphs(context.messages.missingLink(example(context))),
    help: (context) => [context.messages.helpWho(example(context))],
};

function parseWho(words: readonly string[]): Parsed<WhoArgs> {
    const [, target, number = '1'] = words;
    if (target === undefined) {
        return { kind: 'missing' };
    }
    const page = parsePageNumber(number);
    if (page === undefined || words.length > 3) {
        return { kind: 'parse-error', words, index: page === undefined ? 2 : 3 };
    }
    return { kind: 'parsed', args: { target: extractToken(target), page } };
}

function renderWho({ invite, page, found: { items, total } }: WhoResult, context: RenderContext): Reply {
    const { messages } = context;
    if (items.length === 0) {
        return emptyPage({ total }, messages.nobodyCame, context);
    }
    return [
        ...paragraphs(messages.whoTitle(labelText(invite)), ...items.map((shown) => entryText(shown, invite, context))),
        ...pageFooter({ page, shown: items.length, total }, `who ${invite.id}`, context),
    ];
}

/** Returns one line of the history: the person, what became of the attempt, when, and in which of several rooms. */
export function entryText({ person, entry, rooms }: ShownEntry, { moreRooms }: Pick<Invite, 'moreRooms'>, context: RenderContext): string {
    const { messages } = context;
    const where = moreRooms.length > 0 && rooms.length > 0 ? `: *${namesOf(rooms)}*` : '';
    return `• ${messages.outcomes[entry.outcome](personName(person, messages))} (${formatShortMoment(entry.at, context)})${where}`;
}

function example(context: RenderContext): string {
    return commandExample(context, `who ${context.messages.vocabulary.link}`);
}
