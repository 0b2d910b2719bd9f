import { Audience, InviteState, InviteWithUsage, Notify } from '../../domain/model/invite';
import { Person } from '../../domain/ports';
import { InviteSummary, ShownSuspension, summarize } from '../../domain/useCases/summarize';
import { Services } from '../../app/services';
import { ListedInvite, presentListed, presentToCreator } from './invite';
import { presentPerson, PresentedPerson } from './person';
import { presentRoomName } from './room';

/** An invite as its managers see it (docs/api.md). Token and link are in it for the creator alone. */
interface ManagedInvite extends ListedInvite {
    readonly inviteToken?: string;
    readonly url?: string;
    readonly rooms: readonly Record<string, string>[];
    readonly createdBy?: PresentedPerson;
    readonly label: string | null;
    readonly state: InviteState;
    readonly reason?: ShownSuspension;
    readonly approval: boolean;
    readonly audience: Audience | null;
    readonly notify: Notify;
    readonly requests: number;
    readonly mayEdit: boolean;
    readonly mayRevoke: boolean;
}

/** Returns the invites for a reader who may see them, in the same order. */
export async function presentManaged(services: Services, summaries: readonly InviteSummary[], appId: string): Promise<readonly ManagedInvite[]> {
    const linkAddress = await services.settings.linkAddress();
    return summaries.map((summary) => presentSummary(summary, linkAddress, appId));
}

/** Returns one invite for a reader who may see it. */
export async function presentOne(services: Services, reader: Person, invite: InviteWithUsage, appId: string): Promise<ManagedInvite> {
    const [presented] = await presentManaged(services, await summarize(services, reader, [invite]), appId);
    return presented;
}

function presentSummary(summary: InviteSummary, linkAddress: string, appId: string): ManagedInvite {
    const { invite, room, creator, state, suspension, mayEdit, mayRevoke, isOwn } = summary;
    const { label, approval, audience, notify } = invite;
    return {
        ...(isOwn ? presentToCreator(summary, linkAddress, appId) : presentListed(summary)),
        rooms: room ? [presentRoomName(room)] : [],
        ...(creator && { createdBy: presentPerson(creator) }),
        label,
        state,
        ...(state === 'suspended' && { reason: suspension }),
        approval,
        audience,
        notify,
        requests: 0,
        mayEdit,
        mayRevoke,
    };
}
