import { AddUsersDeps } from '../domain/useCases/addUsers';
import { FindOrCreateDeps } from '../domain/useCases/findOrCreateInvite';
import { ListDeps } from '../domain/useCases/listInvites';
import { InviteEvent } from '../domain/model/event';
import { BotMessages } from '../domain/ports';
import { RedeemDeps } from '../domain/useCases/redeemInvite';
import { RemoveDeps } from '../domain/useCases/removeInvite';
import { Records } from '../rocketchat/storage/records';
import { Settings } from '../rocketchat/settings/settings';

/** The ports and services of one request, created from its accessors. */
export interface Services extends AddUsersDeps, FindOrCreateDeps, ListDeps, RedeemDeps, RemoveDeps {
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
