import { AddUsersDeps } from '../domain/useCases/addUsers';
import { CleanUpDeps } from '../domain/useCases/cleanUp';
import { DecideDeps } from '../domain/useCases/decideRequest';
import { EditDeps } from '../domain/useCases/editInvite';
import { FindOrCreateDeps } from '../domain/useCases/findOrCreateInvite';
import { HistoryDeps } from '../domain/useCases/inviteHistory';
import { InviteInfoDeps } from '../domain/useCases/inviteInfo';
import { InviteEvent } from '../domain/model/event';
import { ListRequestsDeps } from '../domain/useCases/listRequests';
import { RedeemDeps } from '../domain/useCases/redeemInvite';
import { RemoveDeps } from '../domain/useCases/removeInvite';
import { SearchDeps } from '../domain/useCases/searchInvites';
import { TargetDeps } from '../domain/useCases/findTarget';
import { ValidateDeps } from '../domain/useCases/validateToken';
import { NoticeRequests } from '../domain/ports';
import { NoticeStore } from '../domain/stores';
import { Admission } from '../domain/capacity/admission';
import { Folding } from '../domain/capacity/folding';
import { ChatMessages } from '../rocketchat/server/chatMessages';
import { ServerEmails } from '../rocketchat/server/emails';
import { PermissionTable } from '../rocketchat/server/permissionTable';
import { Records } from '../rocketchat/storage/records';
import { WorkspaceApi } from '../rocketchat/server/workspaceApi';
import { UserLocales } from '../rocketchat/server/users';
import { Settings } from '../rocketchat/settings/settings';

/** The ports and services of one request, created from its accessors. */
export interface Services
    extends
        AddUsersDeps,
        Omit<CleanUpDeps, 'admission' | 'folding'>,
        EditDeps,
        FindOrCreateDeps,
        HistoryDeps,
        InviteInfoDeps,
        RedeemDeps,
        RemoveDeps,
        SearchDeps,
        DecideDeps,
        ListRequestsDeps,
        TargetDeps,
        ValidateDeps {
    readonly admission: Admission;
    readonly folding: Folding;
    readonly chatMessages: ChatMessages;
    readonly emails: ServerEmails;
    /** Whether `/invite` is the app's, on this instance. */
    readonly inviteCommand: { readonly status: 'ok' | 'off' | 'failed' | 'unknown' };
    readonly permissionTable: PermissionTable;
    readonly records: Records;
    readonly settings: Settings;
    readonly roomOwners: RoomOwners;
    readonly locales: UserLocales;
    readonly noticeRequests: NoticeRequests;
    readonly notices: NoticeStore;
    /** The workspace's REST API with the caller's login; undefined if the request carried none. */
    readonly workspaceApi: WorkspaceApi | undefined;
}

/** Follows the events of all operations. It must resolve quickly and never reject. */
export type Subscriber = (event: InviteEvent, services: Services) => Promise<void>;

interface RoomOwners {
    names(rid: string): Promise<readonly string[]>;
    ids(rid: string): Promise<readonly string[]>;
}
