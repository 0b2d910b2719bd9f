import { ExclusiveWork } from '../capacity/exclusiveWork';
import { EventSink } from '../model/event';
import { Invite, MS_PER_DAY } from '../model/invite';
import { JoinRequest, standingAmong } from '../model/joinRequest';
import { Clock, Person, TokenSource } from '../ports';
import { RequestStore } from '../stores';

export interface AskDeps {
    readonly clock: Clock;
    readonly events: EventSink;
    readonly exclusiveWork: ExclusiveWork;
    /** How many days a request is kept. */
    readonly requestDays: () => Promise<number>;
    readonly requests: RequestStore;
    readonly secrets: TokenSource;
}

/**
 * Returns the person's request to join by the invite: the one that stands, or a new one. Returns undefined if a request of
 * theirs was approved meanwhile, so that `isOutside` returns false.
 *
 * @throws error-too-many-requests if another request of the person does not end
 */
export async function askToJoin(deps: AskDeps, person: Person, invite: Invite, isOutside: () => Promise<boolean>): Promise<JoinRequest | undefined> {
    const { clock, events, exclusiveWork, requestDays, requests, secrets } = deps;
    const until = clock.now() + (await requestDays()) * MS_PER_DAY;
    const { request, isNew } = await exclusiveWork.run(`request:${invite.id}:${person.id}`, async () => {
        const asked = await requests.ofPerson(invite.id, person.id);
        const standing = standingAmong(asked, clock.now());
        // An approval is stored after the person was added.
        if (standing || (asked.length > 0 && !(await isOutside()))) {
            return { request: standing, isNew: false };
        }
        const { id: inviteId, rid, moreRooms } = invite;
        const created: JoinRequest = { id: secrets.id(), personId: person.id, at: clock.now(), until, inviteId, rid, moreRooms, state: 'pending' };
        await requests.insert(created);
        return { request: created, isNew: true };
    });
    if (request && isNew) {
        await events.publish({ kind: 'requested', person, invite, request });
    }
    return request;
}
