import { AddUsersDeps } from '../domain/useCases/addUsers';
import { CleanUpDeps } from '../domain/useCases/cleanUp';
import { EditDeps } from '../domain/useCases/editInvite';
import { FindOrCreateDeps } from '../domain/useCases/findOrCreateInvite';
import { HistoryDeps } from '../domain/useCases/inviteHistory';
import { InviteInfoDeps } from '../domain/useCases/inviteInfo';
import { InviteEvent } from '../domain/model/event';
import { BotMessages } from '../domain/ports';
import { RedeemDeps } from '../domain/useCases/redeemInvite';
import { RevokeDeps } from '../domain/useCases/removeInvite';
import { SearchDeps } from '../domain/useCases/searchInvites';
import { ValidateDeps } from '../domain/useCases/validateToken';
import { Admission } from '../domain/capacity/admission';
import { Folding } from '../domain/capacity/folding';
import { Records } from '../rocketchat/storage/records';
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
        RevokeDeps,
        SearchDeps,
        ValidateDeps {
    readonly admission: Admission;
    readonly folding: Folding;
    readonly botMessages: BotMessages;
    readonly records: Records;
    readonly settings: Settings;
    readonly roomOwners: RoomOwners;
}

/** Follows the events of all operations. It must resolve quickly and never reject. */
export type Subscriber = (event: InviteEvent, services: Services) => Promise<void>;

interface RoomOwners {
    names(rid: string): Promise<readonly string[]>;
}
