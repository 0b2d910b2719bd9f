import { InviteState, InviteWithUsage, Notify } from '../../domain/model/invite';
import { Person } from '../../domain/ports';
import { ShownAudience } from '../../domain/useCases/chooseAudience';
import { InviteSummary, ShownSuspension, summarizeOne } from '../../domain/useCases/summarize';
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
    readonly audience: ShownAudience | null;
    readonly notify: Notify;
    readonly requests: number;
    readonly revision: number;
    readonly mayEdit: boolean;
    readonly mayRevoke: boolean;
}

/** Returns the invites for a reader who may see them, in the same order. */
export async function presentManaged(services: Services, summaries: readonly InviteSummary[], appId: string): Promise<readonly ManagedInvite[]> {
    // Only creators get links, so the lists of others need no address.
    const pageUrl = summaries.some(({ isOwn }) => isOwn) ? await services.settings.pageAddress(appId) : '';
    return summaries.map((summary) => presentSummary(summary, pageUrl));
}

/** Returns one invite for a reader who may see it. */
export async function presentOne(services: Services, reader: Person, invite: InviteWithUsage, appId: string): Promise<ManagedInvite> {
    const [presented] = await presentManaged(services, [await summarizeOne(services, reader, invite)], appId);
    return presented;
}

function presentSummary(summary: InviteSummary, pageUrl: string): ManagedInvite {
    const { invite, audience, rooms, creator, state, suspension, mayEdit, mayRevoke, isOwn, requests } = summary;
    const { label, approval, notify, revision } = invite;
    return {
        ...(isOwn ? presentToCreator(summary, pageUrl) : presentListed(summary)),
        rooms: rooms.map(presentRoomName),
        ...(creator && { createdBy: presentPerson(creator) }),
        label,
        state,
        ...(state === 'suspended' && { reason: suspension }),
        approval,
        audience,
        notify,
        requests,
        revision,
        mayEdit,
        mayRevoke,
    };
}
