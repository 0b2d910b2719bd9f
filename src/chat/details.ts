import { inviteUrl, linkMarkup } from '../domain/link';
import { InviteWithUsage } from '../domain/model/invite';
import { detailsOf, InviteDetails, inviteDetails } from '../domain/useCases/inviteDetails';
import { formatDay } from '../i18n/dates';
import { commandExample } from './codeSpans';
import { joinAlternatives } from './examples';
import { conditionsOf, expiryOf, personName, revokeButton, seatsOf, stateText, titleOf } from './inviteText';
import { paragraphs, RenderContext, Reply, ReplyBlock } from './reply';
import { CommandContext } from './subcommand';

/** The details of an invite, with its link if the caller created it. */
export interface DetailsResult {
    readonly details: InviteDetails;
    readonly url: string | undefined;
}

/** Returns the details of an invite by its id. */
export async function loadDetails(
    { services, caller, appId }: Pick<CommandContext, 'services' | 'caller' | 'appId'>,
    id: string,
): Promise<DetailsResult> {
    return withUrl({ services, appId }, await inviteDetails(services, caller, id));
}

/** Returns the details of an invite that the caller has just changed. */
export async function detailsAfter({ services, caller, appId }: CommandContext, changed: InviteWithUsage): Promise<DetailsResult> {
    return withUrl({ services, appId }, await detailsOf(services, caller, changed));
}

async function withUrl({ services, appId }: Pick<CommandContext, 'services' | 'appId'>, details: InviteDetails): Promise<DetailsResult> {
    const { invite, isOwn } = details.summary;
    return { details, url: isOwn ? inviteUrl(await services.settings.pageAddress(appId), invite.token) : undefined };
}

/** Renders an invite: what it is for, its link, its state and uses, and how to change it. `intro` precedes it. */
export function renderDetails({ details, url }: DetailsResult, context: RenderContext, intro?: string): Reply {
    const { summary } = details;
    const { messages } = context;
    const { id, pausedAt } = summary.invite;
    const example = (command: string): string => commandExample(context, `${command} ${id}`);
    return [
        ...paragraphs(...(intro === undefined ? [] : [intro]), titleOf(summary, messages), ...(url === undefined ? [] : [linkMarkup(url)])),
        ...paragraphs(factLines(details, context).join(' ')),
        ...(summary.requests > 0 ? paragraphs(messages.approval.waiting(summary.requests, commandExample(context, 'requests'))) : []),
        ...(summary.mayEdit
            ? paragraphs(messages.moreCommands(joinAlternatives(['edit', pausedAt === null ? 'pause' : 'resume', 'who'].map(example), messages.or)))
            : []),
        ...revokeLine(details, context),
    ];
}

/** Returns sentences about state, expiry, uses, creator and last join. */
export function factLines({ summary, lastJoin }: InviteDetails, context: RenderContext): string[] {
    const { messages } = context;
    const { invite, creator, state } = summary;
    const stateSentence = stateText(summary, messages);
    return [
        ...(stateSentence === '' ? [] : [stateSentence]),
        ...(state === 'expired' ? [] : [expiryOf(invite, context)]),
        seatsOf(summary, context),
        ...conditionsOf({ approval: invite.approval, audience: summary.audience }, context),
        messages.createdWhen(personName(creator, messages), formatDay(invite.createdAt, context)),
        ...(lastJoin ? [messages.lastJoin(personName(lastJoin.person, messages), formatDay(lastJoin.entry.at, context))] : []),
    ];
}

function revokeLine({ summary }: InviteDetails, context: RenderContext): ReplyBlock[] {
    const { messages } = context;
    const { id } = summary.invite;
    return summary.mayRevoke
        ? [{ text: messages.howToRevoke(commandExample(context, `revoke ${id}`)), button: revokeButton(id, messages.revokeThis) }]
        : [];
}
