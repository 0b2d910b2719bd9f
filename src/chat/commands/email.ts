import { mailingServices } from '../../app/inviteMails';
import { sendInvites, SendResult } from '../../domain/useCases/sendInvites';
import { bareAddress, isAddressLike, splitAddresses } from '../addresses';
import { commandExample } from '../codeSpans';
import { correctTerms } from '../corrections';
import { CreateOptions, EXAMPLE_VALIDITY, termWords } from '../examples';
import { firstRefused, refusalForRoom, roomsCalled } from '../namedRooms';
import { paragraphs, RenderContext } from '../reply';
import { failureTexts, sentTexts } from '../sentLinks';
import { CommandContext, Parsed, Subcommand } from '../subcommand';
import { parseTerms, requestedEnd } from '../terms';
import { isPossibleLink } from './create';

interface EmailArgs {
    readonly addresses: readonly string[];
    /** Without uses and audience: each link is for one person. */
    readonly options: CreateOptions;
}

/** Sends each address a link of its own. */
export const EMAIL: Subcommand<EmailArgs, SendResult> = {
    name: 'email',
    synonyms: 'e-mail mail send senden schicken correo enviar envoyer courriel',
    parse: parseEmail,
    correct: correctTerms,
    isPossible: ({ options }, context) => isPossibleLink(options, context),
    run: sendLinks,
    render: (result, { messages }) => paragraphs(...sentTexts(result, messages), ...failureTexts(result, messages)),
    withTerms:
        ({ addresses, options }) =>
        (correct, vocabulary) =>
            [EMAIL.name, ...addresses, ...termWords(correct(options), vocabulary)].join(' '),
    renderMissing: (context) => paragraphs(context.messages.mail.missing(example(context))),
    help: (context) => [context.messages.mail.help(example(context))],
};

/** Parses addresses and terms in any order: `email ann@example.com 7d #room`. */
function parseEmail(words: readonly string[], localNow: number): Parsed<EmailArgs> {
    const { name } = EMAIL;
    const [, ...rest] = words.flatMap((word) => (isAddressLike(word) ? splitAddresses(word) : [word]));
    const addresses = rest.filter(isAddressLike).map(bareAddress);
    const terms = [name, ...rest.filter((word) => !isAddressLike(word))];
    const parsed = parseTerms(terms, 1, localNow, ['room']);
    if (parsed.kind === 'parse-error') {
        return { ...parsed, words: [name, ...addresses, ...parsed.words.slice(1)], index: parsed.index + addresses.length };
    }
    const unfit = parsed.kind === 'parsed' && isForOthers(parsed.args) ? firstUnfit(terms, localNow) : undefined;
    if (unfit !== undefined) {
        return { kind: 'parse-error', words: [name, ...addresses, ...terms.slice(1)], index: unfit + addresses.length };
    }
    return parsed.kind === 'parsed' && addresses.length > 0 ? { kind: 'parsed', args: { addresses, options: parsed.args } } : { kind: 'missing' };
}

/** Whether the terms ask for another number of people, or for other people. */
function isForOthers({ maxUses = 1, audience }: CreateOptions): boolean {
    return maxUses !== 1 || audience !== undefined;
}

/** Returns the index of the word by which the terms are for others. */
function firstUnfit(terms: readonly string[], localNow: number): number {
    const lengths = terms.map((_, at) => at + 1);
    const length = lengths.find((count) => {
        const parsed = parseTerms(terms.slice(0, count), 1, localNow, ['room']);
        return parsed.kind === 'parsed' && isForOthers(parsed.args);
    });
    return Number(length) - 1;
}

async function sendLinks({ addresses, options }: EmailArgs, context: CommandContext): Promise<SendResult> {
    const { services, caller, appId, utcOffset } = context;
    const { validity: typed, until, label, approval } = options;
    const named = await roomsCalled(options.rooms, context);
    const [first, ...others] = named;
    const validity = typed || (await services.settings.defaultTerms()).validity;
    const end = requestedEnd(validity, until, utcOffset);
    try {
        return await sendInvites(mailingServices(services, appId), caller, addresses, {
            rids: [first.rid, ...others.map(({ rid }) => rid)],
            end,
            label,
            approval,
        });
    } catch (error) {
        const { rid, typed: name } = named.length > 1 ? await firstRefused(named, context) : first;
        throw await refusalForRoom(error, rid, name, context);
    }
}

function example(context: RenderContext): string {
    return commandExample(
        context,
        [EMAIL.name, 'ann@example.com', ...termWords({ validity: EXAMPLE_VALIDITY }, context.messages.vocabulary)].join(' '),
    );
}
