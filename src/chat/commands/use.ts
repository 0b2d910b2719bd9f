import { InviteError } from '../../domain/model/errors';
import { Person, Room } from '../../domain/ports';
import { Services } from '../../app/services';
import { redeemInvite, RedeemResult } from '../../domain/useCases/redeemInvite';
import { commandExample } from '../codeSpans';
import { namesOf } from '../names';
import { parseTarget } from '../parseTarget';
import { paragraphs, RenderContext } from '../reply';
import { knownAddress, roomLinks } from '../roomLinks';
import { Subcommand } from '../subcommand';

interface UseArgs {
    readonly token: string;
}

export interface UseResult {
    /** `unverified`: the caller has a subscription in the room, but it may be a ban. */
    readonly outcome: 'joined' | 'already-member' | 'unverified' | 'requested' | 'denied';
    /** The rooms in which the caller is now, or which they ask to join. */
    readonly rooms: readonly Room[];
    /** How many other rooms of the link are closed to them. */
    readonly closed: number;
    /** The workspace's address; undefined if it could not be read. */
    readonly siteUrl: string | undefined;
}

export const USE: Subcommand<UseArgs, UseResult> = {
    name: 'use',
    synonyms: 'join accept redeem open beitreten annehmen usar unirme utiliser rejoindre entrar',
    parse: (words) => parseTarget(words, (token) => ({ token })),
    run: ({ token }, { services, caller }) => useToken(services, caller, token),
    render: ({ outcome, rooms, closed, siteUrl }, { messages }) => {
        const sentence = {
            'joined': messages.joined,
            'already-member': messages.alreadyMember,
            'unverified': messages.unverified,
            'requested': messages.approval.asked,
            'denied': messages.approval.deniedBefore,
        }[outcome];
        return paragraphs(sentence(namesOf(rooms), roomLinks(rooms, siteUrl)), ...(closed > 0 ? [messages.closedRooms(closed)] : []));
    },
    renderMissing: (context) => paragraphs(context.messages.missingLinkToUse(example(context))),
    help: (context) => [context.messages.helpUse(example(context))],
};

/** Redeems the token, and returns the rooms that the caller is in now or asks to join. */
export async function useToken(services: Services, caller: Person, token: string): Promise<UseResult> {
    const result = await redeem(services, caller, token);
    return { ...result, siteUrl: await knownAddress(services, services.settings.siteUrl()) };
}

/** Redeems the token. If the caller may be banned from the room, names the room only. */
async function redeem(services: Services, caller: Person, token: string): Promise<Omit<UseResult, 'siteUrl'>> {
    try {
        const result = await redeemInvite(services, caller, token);
        if (result.kind === 'requested') {
            return { outcome: outcomeOf(result), rooms: result.rooms, closed: 0 };
        }
        const within = result.rooms.flatMap((one) => ('room' in one ? [one.room] : []));
        return { outcome: outcomeOf(result), rooms: within, closed: result.rooms.length - within.length };
    } catch (error) {
        return { outcome: 'unverified', rooms: [await unverifiedRoom(services, caller, token, error)], closed: 0 };
    }
}

function outcomeOf(result: RedeemResult): UseResult['outcome'] {
    switch (result.kind) {
        case 'requested':
            return result.request.state === 'denied' ? 'denied' : 'requested';
        case 'already-member':
            return result.kind;
        default:
            return 'joined';
    }
}

/** Returns the first room of a token, if the error says only that the caller may be banned from it. Throws any other error. */
export async function unverifiedRoom({ lookUp }: Pick<Services, 'lookUp'>, caller: Person, token: string, error: unknown): Promise<Room> {
    if (!(error instanceof InviteError) || error.code !== 'error-membership-unverified') {
        throw error;
    }
    const { rooms } = await lookUp.open(token, caller.id);
    return rooms[0];
}

function example(context: RenderContext): string {
    return commandExample(context, `use ${context.messages.vocabulary.link}`);
}
