import { AddedUser, addUsers } from '../domain/useCases/addUsers';
import { SuspensionReason, suspensionOf } from '../domain/policies/suspension';
import { InviteError } from '../domain/model/errors';
import { findOrCreateInvite, FindOrCreateResult } from '../domain/useCases/findOrCreateInvite';
import { Invite, isLive, InviteWithUsage } from '../domain/model/invite';
import { clampUses, clampValidity } from '../domain/model/limits';
import { inviteUrl, roomUrl } from '../domain/link';
import { listInvites, listRoomInvites } from '../domain/useCases/listInvites';
import { inviteByToken, lookUpInvite } from '../domain/useCases/lookUpInvite';
import { Person, Room } from '../domain/ports';
import { RedeemResult, redeemInvite } from '../domain/useCases/redeemInvite';
import { mayRemove, removeInvite } from '../domain/useCases/removeInvite';
import { namableRoom, seeRoom } from '../domain/policies/maySee';
import { isToken } from '../domain/model/token';
import { Services } from '../app/services';
import { Command, Unclear } from './parse';

/** One invite in a list, with what the reader wants to know of it. */
export interface InviteSummary extends InviteWithUsage {
    /** Username of who made it; undefined when they are gone. */
    readonly creator: string | undefined;
    readonly room: Room | undefined;
    /** Why it does not work for the time being. */
    readonly suspension: SuspensionReason | 'room-archived' | undefined;
    readonly mayRevoke: boolean;
}

/** One page of the live invites, newest first. */
export interface InvitePage {
    readonly kind: 'listed';
    /** The room that the list is about; undefined: the workspace. */
    readonly room: Room | undefined;
    readonly page: readonly InviteSummary[];
    /** Which page it is, from 1 on. */
    readonly number: number;
    /** Whether all that there are were looked at, or the reader's own only. */
    readonly isComplete: boolean;
    readonly live: number;
    readonly ended: number;
}

/** What came of a command; render.ts puts it into words. */
export type CommandResult =
    | { readonly kind: 'found'; readonly found: FindOrCreateResult; readonly url: string; readonly room: Room | undefined }
    | InvitePage
    | { readonly kind: 'redeemed'; readonly redeemed: RedeemResult; readonly url: string }
    | { readonly kind: 'unverified'; readonly room: Room; readonly url: string }
    /** `room`: if its name may be told. */
    | { readonly kind: 'revoked'; readonly room: Room | undefined }
    | { readonly kind: 'added'; readonly people: readonly AddedUser[] }
    | { readonly kind: 'help' }
    | Unclear
    | { readonly kind: 'too-long'; readonly most: number }
    | { readonly kind: 'missing'; readonly of: 'use' | 'revoke' };

export interface CommandContext {
    readonly services: Services;
    readonly caller: Person;
    /** Where the command was typed. */
    readonly room: Room;
    readonly appId: string;
}

export const PAGE_SIZE = 20;

/** Does what was typed. Refusals are thrown, as everywhere. */
export async function runCommand(typed: Command, situation: CommandContext): Promise<CommandResult> {
    switch (typed.kind) {
        case 'create':
            return create(typed, situation);
        case 'list':
            return listPage(typed, situation);
        case 'use':
            return use(typed.token, situation);
        case 'revoke':
            return revokeInvite(typed.target, situation);
        case 'add':
            return { kind: 'added', people: await addUsers(situation.services, situation.caller, situation.room, typed.names) };
        case 'help':
        case 'unclear':
        case 'too-long':
        case 'missing':
            return typed;
    }
}

async function create(typed: Extract<Command, { kind: 'create' }>, { services, caller, room: here, appId }: CommandContext): Promise<CommandResult> {
    const { memberships, settings, rooms } = services;
    const limits = await settings.limits();
    const validity = typed.validity || clampValidity(await settings.defaultValidity(), limits);
    const maxUses = typed.maxUses === undefined ? clampUses(await settings.defaultUses(), limits) : typed.maxUses;
    const named = typed.room === undefined ? here : await rooms.byName(typed.room);
    // A name that no room bears is refused as one that may not be known is: by the same questions, as if it were an id.
    const rid = named ? named.id : String(typed.room);
    try {
        const found = await findOrCreateInvite(services, caller, { rid, validity, maxUses });
        const room = named || (await rooms.byId(rid));
        return { kind: 'found', found, room, url: inviteUrl(await settings.linkAddress(), appId, found.invite.token) };
    } catch (error) {
        if (typed.room === undefined) {
            throw isRefusedAsOutsider(error) ? new InviteError(error.code, { field: 'rid', reason: 'outside' }) : error;
        }
        // Who is not in a room reads the same of one that there is not: they may have mistyped its name.
        const isOutside = error instanceof InviteError && error.code === 'not_authorized' && !(await memberships.hasSubscription(rid, caller.id));
        throw isOutside ? new InviteError('error-invalid-room', { field: 'rid' }) : error;
    }
}

/** Whether the caller is not in the room. Rooms managed by attributes are refused with the same code, for another reason. */
function isRefusedAsOutsider(error: unknown): error is InviteError {
    return error instanceof InviteError && error.code === 'error-invalid-room' && error.details.reason === undefined;
}

/** One page of a room's live invites, or of the workspace's; the last one, where there are not so many. */
export async function listPage(
    { everywhere, page }: Extract<Command, { kind: 'list' }>,
    { services, caller, room: here }: CommandContext,
): Promise<InvitePage> {
    const { clock, permissions, rooms, users } = services;
    const { invites, isComplete } = everywhere
        ? { invites: await listInvites(services, caller), isComplete: true }
        : await listRoomInvites(services, caller, await seeRoom(services, caller, here.id));
    const live = invites.filter((used) => isLive(used, clock.now())).reverse();
    const number = Math.max(1, Math.min(page, Math.ceil(live.length / PAGE_SIZE)));
    const shown = live.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    const creators = await users.namesOf(shown.map(({ invite }) => invite.userId));
    const suspensions = memoizeBy(
        ({ userId, rid }: Invite) => `${userId}:${rid}`,
        (invite) => suspensionOf(services, invite),
    );
    const listed = shown.map(async (used) => {
        const room = everywhere ? await rooms.byId(used.invite.rid) : here;
        return {
            ...used,
            creator: creators.get(used.invite.userId),
            room,
            suspension: room && room.archived ? ('room-archived' as const) : await suspensions(used.invite),
            mayRevoke: await mayRemove(permissions, caller, used.invite),
        };
    });
    return {
        kind: 'listed',
        room: everywhere ? undefined : here,
        page: await Promise.all(listed),
        number,
        isComplete,
        live: live.length,
        ended: invites.length - live.length,
    };
}

/** `ask`, but what has the same key is asked once. */
function memoizeBy<T, U>(keyOf: (subject: T) => string, ask: (subject: T) => Promise<U>): (subject: T) => Promise<U> {
    const asked = new Map<string, Promise<U>>();
    return (subject) => {
        const known = asked.get(keyOf(subject)) || ask(subject);
        asked.set(keyOf(subject), known);
        return known;
    };
}

async function use(token: string, { services, caller }: CommandContext): Promise<CommandResult> {
    try {
        const redeemed = await redeemInvite(services, caller, token);
        return { kind: 'redeemed', redeemed, url: roomUrl(await services.settings.siteUrl(), redeemed.room) };
    } catch (error) {
        if (error instanceof InviteError && error.code === 'error-membership-unverified') {
            const { room } = await lookUpInvite(services, token, caller.id);
            return { kind: 'unverified', room, url: roomUrl(await services.settings.siteUrl(), room) };
        }
        throw error;
    }
}

/** Revokes by record id or by token. A caller who holds the token knows the invite, so the refusal can name whom to ask. */
export async function revokeInvite(target: string, { services, caller }: Pick<CommandContext, 'services' | 'caller'>): Promise<CommandResult> {
    const held = isToken(target) ? await inviteByToken(services, target, caller.id) : undefined;
    if (held && !(await mayRemove(services.permissions, caller, held))) {
        throw new InviteError('not_authorized', { rid: held.rid });
    }
    // Ids are in small letters, whatever a phone's keyboard makes of them.
    const removed = await removeInvite(services, caller, held ? held.id : target.toLowerCase());
    return { kind: 'revoked', room: await namableRoom(services, caller, removed.rid) };
}
