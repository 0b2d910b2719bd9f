import { roomUrl } from '../../domain/link';
import { InviteError } from '../../domain/model/errors';
import { Person, Room } from '../../domain/ports';
import { Services } from '../../app/services';
import { redeemInvite } from '../../domain/useCases/redeemInvite';
import { commandExample } from '../codeSpans';
import { nameOf } from '../names';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext } from '../reply';
import { Subcommand } from '../subcommand';

interface UseArgs {
    readonly token: string;
}

interface UseResult {
    /** `unverified`: the caller has a subscription in the room, but it may be a ban. */
    readonly outcome: 'joined' | 'already-member' | 'unverified';
    readonly room: Room;
    readonly url: string;
}

export const USE: Subcommand<UseArgs, UseResult> = {
    name: 'use',
    synonyms: 'join accept redeem open beitreten annehmen usar unirme utiliser rejoindre entrar',
    parse: (words) => parseTarget(words, (token) => ({ token })),
    run: async ({ token }, { services, caller }) => {
        const result = await redeem(services, caller, token);
        return { ...result, url: roomUrl(await services.settings.siteUrl(), result.room) };
    },
    render: ({ outcome, room, url }, { messages }) => {
        const sentence = { 'joined': messages.joined, 'already-member': messages.alreadyMember, 'unverified': messages.unverified }[outcome];
        return paragraphs(sentence(nameOf(room), url));
    },
    renderMissing: (context) => paragraphs(context.messages.missingLinkToUse(example(context))),
    help: (context) => [context.messages.helpUse(example(context))],
};

/** Redeems the token. If the caller may be banned from the room, names the room only. */
async function redeem(services: Services, caller: Person, token: string): Promise<Omit<UseResult, 'url'>> {
    try {
        const { kind, room } = await redeemInvite(services, caller, token);
        return { outcome: kind === 'already-member' ? kind : 'joined', room };
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-membership-unverified') {
            return { outcome: 'unverified', room: (await services.lookUp.open(token, caller.id)).room };
        }
        throw error;
    }
}

function example(context: RenderContext): string {
    return commandExample(context, `use ${context.messages.vocabulary.link}`);
}
