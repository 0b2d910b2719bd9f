import { IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { randomBytes } from 'crypto';

import { Admission } from '../domain/capacity/admission';
import { ExclusiveWork } from '../domain/capacity/exclusiveWork';
import { Folding } from '../domain/capacity/folding';
import { EventSink } from '../domain/model/event';
import { Clock, Report, TokenSource } from '../domain/ports';
import { ChatMessages } from '../rocketchat/server/chatMessages';
import { Backoff } from '../domain/capacity/contended';
import { TOKEN_LENGTH, tokenFrom } from '../domain/model/token';
import { duringNext } from '../domain/timeLimit';
import { Accessors } from '../rocketchat/accessors';
import { StoredGuesses } from '../rocketchat/storage/guessStore';
import { StoredClaims } from '../rocketchat/storage/claimStore';
import { StoredCounters } from '../rocketchat/storage/counterStore';
import { StoredHistory } from '../rocketchat/storage/historyStore';
import { ScheduledNotices } from './noticeRequests';
import { StoredNotices } from '../rocketchat/storage/noticeStore';
import { ScheduledFolds } from './foldRequests';
import { ProcessState } from './processState';
import { InviteLookUp } from '../domain/useCases/lookUpInvite';
import { StoredInvites } from '../rocketchat/storage/inviteStore';
import { ServerEmails } from '../rocketchat/server/emails';
import { ServerMemberships } from '../rocketchat/server/memberships';
import { ServerPermissions } from '../rocketchat/server/permissions';
import { PermissionTable } from '../rocketchat/server/permissionTable';
import { StoredPermissions } from '../rocketchat/storage/permissionStore';
import { Records } from '../rocketchat/storage/records';
import { RoomRoles } from '../rocketchat/server/roomRoles';
import { ServerRooms } from '../rocketchat/server/rooms';
import { Settings } from '../rocketchat/settings/settings';
import { SubscriptionProbe } from '../rocketchat/server/subscriptionProbe';
import { Credentials, WorkspaceApi } from '../rocketchat/server/workspaceApi';
import { waitMs } from './timing';
import { StoredRequests } from '../rocketchat/storage/requestStore';
import { ServerRoles } from '../rocketchat/server/workspaceRoles';
import { StoredShownLists } from '../rocketchat/storage/shownListStore';
import { StoredUsage } from '../rocketchat/storage/usageStore';
import { ServerUsers } from '../rocketchat/server/users';
import { Services } from './services';

/** Creates only the stores, for engine events that provide no other accessors. */
export function createStores(
    read: IRead,
    persistence: IPersistence,
    report: Report,
): Pick<Services, 'guesses' | 'history' | 'invites' | 'notices' | 'records' | 'requests' | 'shownLists' | 'usageStore'> & {
    claims: StoredClaims;
    counters: StoredCounters;
} {
    const records = new Records(read.getPersistenceReader(), persistence, report);
    const claims = new StoredClaims(records);
    const counters = new StoredCounters(records);
    return {
        guesses: new StoredGuesses(records),
        claims,
        counters,
        history: new StoredHistory(records),
        invites: new StoredInvites(records),
        notices: new StoredNotices(records),
        records,
        requests: new StoredRequests(records),
        shownLists: new StoredShownLists(records),
        usageStore: new StoredUsage(claims, counters, clock),
    };
}

/** Creates the services of one request. `credentials` is the caller's login if the request carried one. */
export function createServices(accessors: Accessors, state: ProcessState, report: Report, events: EventSink, credentials?: Credentials): Services {
    const { read, modify, http, persistence } = accessors;
    const { lock, cache, tokenGuesses, inviteCreations, knownPermissions, pendingJoins, foldRequests } = state;
    const roomReader = read.getRoomReader();
    const rooms = new ServerRooms(roomReader);
    const { claims, counters, ...stores } = createStores(read, persistence, report);
    const { guesses, history, invites, usageStore } = stores;
    const settings = new Settings(read.getEnvironmentReader(), read.getRoleReader(), cache);
    const roomRoles = new RoomRoles(roomReader);
    const users = new ServerUsers(read.getUserReader());
    const api = credentials && new WorkspaceApi(http, settings, credentials);
    const probe = api && new SubscriptionProbe(api, clock);
    const backoff = backoffDuring(duringNext(MAX_WAITING_MS, clock));
    const admission = new Admission({ claims, counters, clock, report, secrets, backoff });
    const exclusiveWork = new ExclusiveWork({ claims, clock, report, secrets, backoff });
    const memberships = new ServerMemberships(roomReader, modify, rooms, read.getUserReader(), roomRoles, pendingJoins, probe);
    const permissionTable = new PermissionTable(knownPermissions, new StoredPermissions(stores.records), clock, report, api);
    const permissions = new ServerPermissions(settings, permissionTable, roomRoles);
    const creatorMustStay = (): Promise<boolean> => settings.creatorMustStay();
    const forgetReads = (): void => [rooms, users, roomRoles].forEach((reads) => reads.forget());
    const lookUp = new InviteLookUp({
        ...{ claims, clock, counters, creatorMustStay, events, forgetReads, guesses, history, invites },
        ...{ memberships, permissions, rooms, tokenGuesses, usageStore, users },
    });
    return {
        ...stores,
        admission,
        assertLinkable: () => settings.assertLinkable(),
        claims,
        chatMessages: new ChatMessages(read, modify),
        clock,
        inviteCommand: state.inviteCommand,
        inviteCreations,
        creatorMustStay,
        emails: new ServerEmails(modify),
        events,
        exclusiveWork,
        foldRequests: new ScheduledFolds(modify, foldRequests, clock, report),
        folding: new Folding({ exclusiveWork, claims, counters, clock, secrets }),
        locales: users,
        noticeRequests: new ScheduledNotices(modify, report),
        limits: () => settings.limits(),
        lock,
        lookUp,
        memberships,
        permissions,
        permissionTable,
        report,
        requestDays: () => settings.keepRequestsDays(),
        roomOwners: {
            names: async (rid) => (await roomReader.getOwners(rid)).map(({ username }) => username),
            ids: async (rid) => (await roomReader.getOwners(rid)).map(({ id }) => id),
        },
        rooms,
        secrets,
        settings,
        users,
        tokenGuesses,
        workspaceApi: api,
        workspaceRoles: new ServerRoles(read.getRoleReader()),
    };
}

const clock: Clock = { now: () => Date.now() };

const secrets: TokenSource = {
    token: () => tokenFrom(randomBytes(TOKEN_LENGTH)),
    id: () => randomBytes(12).toString('hex'),
};

const MAX_BACKOFF_MS = 500;

/** An operation waits for others no longer than this after it began, however slow the server is. Its own work needs the rest of the 25 s. */
const MAX_WAITING_MS = 15 * 1000;

/** Returns what waits before another attempt, while `mayWait` returns true. */
function backoffDuring(mayWait: () => boolean): Backoff {
    return async (attempt) => {
        if (!mayWait()) {
            return false;
        }
        await waitMs(Math.random() * Math.min(MAX_BACKOFF_MS, 5 * 2 ** attempt));
        return true;
    };
}
