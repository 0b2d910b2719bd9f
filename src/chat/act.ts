import { AddedUser, addUsers } from '../domain/addUsers';
import { InviteError } from '../domain/errors';
import { findOrCreateInvite, FoundInvite } from '../domain/findOrCreateInvite';
import { isLive, UsedInvite } from '../domain/invite';
import { inviteUrl, roomUrl } from '../domain/link';
import { listRoomInvites } from '../domain/listInvites';
import { lookUpInvite } from '../domain/lookUpInvite';
import { Person, Room } from '../domain/ports';
import { Redeemed, redeemInvite } from '../domain/redeemInvite';
import { removeInvite } from '../domain/removeInvite';
import { isToken } from '../domain/token';
import { Services } from '../engine/services';
import { Typed } from './parse';

/** What came of a command; render.ts puts it into words. */
export type Outcome =
    | { readonly kind: 'found'; readonly found: FoundInvite; readonly url: string; readonly room: Room }
    | {
          readonly kind: 'listed';
          readonly live: readonly UsedInvite[];
          readonly ended: number;
          readonly makers: ReadonlyMap<string, string>;
          readonly room: Room;
      }
    | { readonly kind: 'redeemed'; readonly redeemed: Redeemed; readonly url: string }
    | { readonly kind: 'unverified'; readonly room: Room; readonly url: string }
    | { readonly kind: 'revoked'; readonly room: Room | undefined }
    | { readonly kind: 'added'; readonly people: readonly AddedUser[] }
    | { readonly kind: 'help' }
    | { readonly kind: 'unclear'; readonly word: string }
    | { readonly kind: 'missing'; readonly of: 'use' | 'revoke' };

export interface Situation {
    readonly services: Services;
    readonly caller: Person;
    /** Where the command was typed. */
    readonly room: Room;
    readonly appId: string;
}

/** Does what was typed. Refusals are thrown, as everywhere. */
export async function act(typed: Typed, situation: Situation): Promise<Outcome> {
    switch (typed.kind) {
        case 'create':
            return create(typed, situation);
        case 'list':
            return list(situation);
        case 'use':
            return use(typed.token, situation);
        case 'revoke':
            return revoke(typed.target, situation);
        case 'add':
            return { kind: 'added', people: await addUsers(situation.services, situation.caller, situation.room, typed.usernames) };
        case 'help':
        case 'unclear':
        case 'missing':
            return typed;
    }
}

async function create({ validity, maxUses }: Extract<Typed, { kind: 'create' }>, { services, caller, room, appId }: Situation): Promise<Outcome> {
    const { settings } = services;
    const wanted = {
        rid: room.id,
        validity: validity || (await settings.defaultValidity()),
        maxUses: maxUses === undefined ? await settings.defaultUses() : maxUses,
    };
    const found = await findOrCreateInvite(services, caller, wanted);
    return { kind: 'found', found, room, url: inviteUrl(await settings.linkAddress(), appId, found.invite.token) };
}

async function list({ services, caller, room }: Situation): Promise<Outcome> {
    const invites = await listRoomInvites(services, caller, room.id);
    const now = services.clock.now();
    const live = invites.filter((used) => isLive(used, now)).reverse();
    const makers = await services.users.usernames(live.map(({ invite }) => invite.userId));
    return { kind: 'listed', live, ended: invites.length - live.length, makers, room };
}

async function use(token: string, { services, caller }: Situation): Promise<Outcome> {
    try {
        const redeemed = await redeemInvite(services, caller, token);
        return { kind: 'redeemed', redeemed, url: roomUrl(await services.settings.siteUrl(), redeemed.room) };
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-membership-unverified') {
            const { room } = await lookUpInvite(services, token);
            return { kind: 'unverified', room, url: roomUrl(await services.settings.siteUrl(), room) };
        }
        throw error;
    }
}

/** By record id or by token, which links hold. */
async function revoke(target: string, { services, caller }: Situation): Promise<Outcome> {
    const known = isToken(target) ? await services.invites.byToken(target) : undefined;
    // Ids are in small letters, whatever a phone's keyboard makes of them.
    const removed = await removeInvite(services, caller, known ? known.id : target.toLowerCase());
    return { kind: 'revoked', room: await services.rooms.byId(removed.rid) };
}
