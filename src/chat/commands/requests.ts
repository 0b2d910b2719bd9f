import { PAGE_SIZE } from '../../domain/useCases/listPage';
import { Services } from '../../app/services';
import { Person } from '../../domain/ports';
import { approveRequest, denyRequest } from '../../domain/useCases/decideRequest';
import { describeRequest, listRequests, ShownRequest } from '../../domain/useCases/listRequests';
import { Found } from '../../domain/useCases/searchInvites';
import { formatShortMoment } from '../../i18n/dates';
import { commandExample } from '../codeSpans';
import { labelText, personName } from '../inviteText';
import { namesOf } from '../names';
import { parseTarget } from '../parseTarget';
import { emptyPage, pageFooter } from '../pageFooter';
import { paragraphs, RenderContext, Reply, ReplyBlock } from '../reply';
import { Parsed, Subcommand } from '../subcommand';
import { parsePageNumber } from '../words';

interface RequestsArgs {
    readonly page: number;
}

interface RequestsResult extends RequestsArgs {
    readonly found: Found<ShownRequest>;
}

/** Lists who asks to join the rooms that the caller manages. */
export const REQUESTS: Subcommand<RequestsArgs, RequestsResult> = {
    name: 'requests',
    synonyms: 'pending waiting anfragen solicitudes demandes pedidos',
    parse: parseRequests,
    run: async ({ page }, { services, caller }) => ({
        page,
        found: await listRequests(services, caller, { offset: (page - 1) * PAGE_SIZE, count: PAGE_SIZE }),
    }),
    render: renderRequests,
    help: (context) => [
        context.messages.approval.help(
            commandExample(context, 'requests'),
            commandExample(context, 'approve <id>'),
            commandExample(context, 'deny <id>'),
        ),
    ],
};

interface DecideArgs {
    readonly id: string;
}

/** Lets a person in who asked to join. */
export const APPROVE: Subcommand<DecideArgs, ShownRequest> = decidingBy('approve', 'freigeben aprobar approuver aprovar', approve);

/** Refuses a person who asked to join. */
export const DENY: Subcommand<DecideArgs, ShownRequest> = decidingBy('deny', 'reject decline ablehnen rechazar denegar refuser negar recusar', deny);

/** Approves a request, and returns it with its person and rooms. */
export async function approve(services: Services, caller: Person, id: string): Promise<ShownRequest> {
    return describeRequest(services, await approveRequest(services, caller, id));
}

/** Denies a request, and returns it with its person and rooms. */
export async function deny(services: Services, caller: Person, id: string): Promise<ShownRequest> {
    return describeRequest(services, await denyRequest(services, caller, id));
}

/** Renders a request that was decided, now or before. */
export function renderDecided({ request, person, rooms }: ShownRequest, { messages }: RenderContext): Reply {
    const sentence = request.state === 'denied' ? messages.approval.denied : messages.approval.approved;
    return paragraphs(sentence(personName(person, messages), namesOf(rooms)));
}

/** Renders who asks to join, with buttons that decide. */
export function renderAsked({ request, invite, person, rooms }: ShownRequest, context: RenderContext): ReplyBlock[] {
    const { messages } = context;
    const { approval } = messages;
    return [
        {
            text: approval.asks(personName(person, messages), namesOf(rooms), labelText(invite)),
            button: { action: 'approve-request', label: approval.approve, value: request.id, style: 'primary' },
        },
        { text: formatShortMoment(request.at, context), button: { action: 'deny-request', label: approval.deny, value: request.id } },
    ];
}

function decidingBy(
    name: 'approve' | 'deny',
    synonyms: string,
    decide: (services: Services, caller: Person, id: string) => Promise<ShownRequest>,
): Subcommand<DecideArgs, ShownRequest> {
    return {
        name,
        synonyms,
        parse: (words) => parseTarget(words, (id) => ({ id: id.toLowerCase() })),
        run: ({ id }, { services, caller }) => decide(services, caller, id),
        render: renderDecided,
        renderMissing: (context) => paragraphs(context.messages.approval.missing(commandExample(context, `${name} <id>`))),
        help: () => [],
    };
}

function parseRequests(words: readonly string[]): Parsed<RequestsArgs> {
    const [, number = '1'] = words;
    const page = parsePageNumber(number);
    return page === undefined || words.length > 2
        ? { kind: 'parse-error', words, index: page === undefined ? 1 : 2 }
        : { kind: 'parsed', args: { page } };
}

function renderRequests({ page, found: { items, total } }: RequestsResult, context: RenderContext): Reply {
    const { approval } = context.messages;
    if (items.length === 0) {
        return emptyPage({ total }, approval.emptyList, context);
    }
    return [
        ...paragraphs(approval.listTitle),
        ...items.flatMap((shown) => withCommand(renderAsked(shown, context), shown, context)),
        ...pageFooter({ page, shown: items.length, total }, 'requests', context),
    ];
}

/** Adds the commands that decide, for clients without buttons. */
function withCommand([asked, ...others]: ReplyBlock[], { request }: ShownRequest, context: RenderContext): ReplyBlock[] {
    return asked ? [{ ...asked, text: `• ${asked.text} ${commandExample(context, `approve ${request.id}`)}` }, ...others] : others;
}
