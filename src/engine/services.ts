import { IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { randomBytes } from 'crypto';

import { AddUsersNeeds } from '../domain/addUsers';
import { Admission } from '../domain/admission';
import { FindOrCreateNeeds } from '../domain/findOrCreateInvite';
import { ListNeeds } from '../domain/listInvites';
import { Clock, Report, Secrets } from '../domain/ports';
import { RedeemNeeds } from '../domain/redeemInvite';
import { RemoveNeeds } from '../domain/removeInvite';
import { TOKEN_LENGTH, tokenFrom } from '../domain/token';
import { Accessors } from './accessors';
import { AuditRoom } from './auditRoom';
import { PersistedAttempts } from './attemptStore';
import { PersistedClaims } from './claimStore';
import { InstanceState } from './instance';
import { Operation } from './operation';
import { PersistedInvites } from './inviteStore';
import { ServerMemberships } from './memberships';
import { MirroredPermissions } from './permissions';
import { Records } from './records';
import { RoomRoles } from './roomRoles';
import { ServerRooms } from './rooms';
import { Settings } from './settings';
import { Credentials, SubscriptionProbe } from './subscriptionProbe';
import { after } from './time';
import { CountedUsages } from './usages';
import { ServerUsers } from './users';

/** What one request needs of the domain's ports, made from the accessors that came with it. */
export interface Services extends AddUsersNeeds, FindOrCreateNeeds, ListNeeds, RedeemNeeds, RemoveNeeds {
    readonly auditRoom: AuditRoom;
    readonly records: Records;
    readonly settings: Settings;
    readonly roomOwners: RoomOwners;
}

interface RoomOwners {
    names(rid: string): Promise<readonly string[]>;
}

/** What is stored, for an event that comes without the means to change anything else. */
export function storedFrom(
    read: IRead,
    persistence: IPersistence,
    { tallies }: InstanceState,
    report: Report,
): Pick<Services, 'attempts' | 'claims' | 'invites' | 'records' | 'usages'> {
    const records = new Records(read.getPersistenceReader(), persistence, report);
    const claims = new PersistedClaims(records);
    return {
        attempts: new PersistedAttempts(records),
        claims,
        invites: new PersistedInvites(records),
        records,
        usages: new CountedUsages(claims, records, tallies, clock),
    };
}

/** `credentials`: the caller's login, when the request carried one. */
export function servicesFrom(
    accessors: Accessors,
    instance: InstanceState,
    report: Report,
    operation: Operation,
    credentials?: Credentials,
): Services {
    const { read, modify, http, persistence } = operation.counting(accessors);
    const { queue, kept, wrongTokens, creations, pendingJoins, told } = instance;
    const roomReader = read.getRoomReader();
    const rooms = new ServerRooms(roomReader);
    const stored = storedFrom(read, persistence, instance, report);
    const settings = new Settings(read.getEnvironmentReader(), read.getRoleReader(), kept);
    const roomRoles = new RoomRoles(roomReader);
    const probe = credentials && new SubscriptionProbe(http, settings, credentials);
    const auditRoom = new AuditRoom(read, modify, settings, told, report);
    operation.auditedBy((deed) => auditRoom.tell(deed));
    return {
        ...stored,
        admission: new Admission({ claims: stored.claims, clock, report, secrets, pause }),
        auditRoom,
        clock,
        creations,
        creatorMustStay: () => settings.creatorMustStay(),
        journal: operation,
        limits: () => settings.limits(),
        memberships: new ServerMemberships(roomReader, modify, rooms, read.getUserReader(), roomRoles, pendingJoins, probe),
        permissions: new MirroredPermissions(settings, roomRoles),
        queue,
        report,
        roomOwners: { names: async (rid) => ((await roomReader.getOwners(rid)) || []).map(({ username }) => username) },
        rooms,
        secrets,
        settings,
        users: new ServerUsers(read.getUserReader()),
        wrongTokens,
    };
}

const clock: Clock = { now: () => Date.now() };

const secrets: Secrets = {
    token: () => tokenFrom(randomBytes(TOKEN_LENGTH)),
    id: () => randomBytes(12).toString('hex'),
};

const LONGEST_PAUSE_MS = 500;

function pause(attempt: number): Promise<void> {
    const longest = Math.min(LONGEST_PAUSE_MS, 5 * 2 ** attempt);
    return after(Math.random() * longest);
}
