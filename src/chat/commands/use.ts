import { roomUrl } from '../../domain/link';
import { InviteError } from '../../domain/model/errors';
import { Room } from '../../domain/ports';
import { lookUpInvite } from '../../domain/useCases/lookUpInvite';
import { redeemInvite } from '../../domain/useCases/redeemInvite';
import { commandExample } from '../codeSpans';
import { nameOf } from '../names';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext } from '../reply';
import { CommandContext, Subcommand } from '../subcommand';

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
    run: useInvite,
    render: ({ outcome, room, url }, { messages }) => {
        const sentence = { 'joined': messages.joined, 'already-member': messages.alreadyMember, 'unverified': messages.unverified }[outcome];
        return paragraphs(sentence(nameOf(room), url));
    },
    renderMissing: (context) => paragraphs(context.messages.missingLinkToUse(example(context))),
    help: (context) => [context.messages.helpUse(example(context))],
};

async function useInvite({ token }: UseArgs, { services, caller }: CommandContext): Promise<UseResult> {
    const siteUrl = (): Promise<string> => services.settings.siteUrl();
    try {
        const { joined, room } = await redeemInvite(services, caller, token);
        return { outcome: joined ? 'joined' : 'already-member', room, url: roomUrl(await siteUrl(), room) };
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-membership-unverified') {
            const { room } = await lookUpInvite(services, token, caller.id);
            return { outcome: 'unverified', room, url: roomUrl(await siteUrl(), room) };
        }
        throw error;
    }
}

function example(context: RenderContext): string {
    return commandExample(context, `use ${context.messages.vocabulary.link}`);
}
