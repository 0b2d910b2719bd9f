import { AddedUser, addUsers } from '../domain/useCases/addUsers';
import { InviteError } from '../domain/model/errors';
import { findOrCreateInvite, FindOrCreateResult } from '../domain/useCases/findOrCreateInvite';
import { clampUses, clampValidity } from '../domain/model/limits';
import { inviteUrl, roomUrl } from '../domain/link';
import { InvitePage, listPage } from '../domain/useCases/listPage';
import { inviteByToken, lookUpInvite } from '../domain/useCases/lookUpInvite';
import { Person, Room } from '../domain/ports';
import { RedeemResult, redeemInvite } from '../domain/useCases/redeemInvite';
import { mayRemove, removeInvite } from '../domain/useCases/removeInvite';
import { namableRoom } from '../domain/policies/maySee';
import { isToken } from '../domain/model/token';
import { Services } from '../app/services';
import { Command, Unclear } from './parse';

/** The result of a command, which render.ts turns into a reply. */
export type CommandResult =
    | { readonly kind: 'found'; readonly found: FindOrCreateResult; readonly url: string; readonly room: Room | undefined }
    | { readonly kind: 'listed'; readonly page: InvitePage }
    | { readonly kind: 'redeemed'; readonly redeemed: RedeemResult; readonly url: string }
    | { readonly kind: 'unverified'; readonly room: Room; readonly url: string }
    /** `room` is undefined if the caller may not see its name. */
    | { readonly kind: 'revoked'; readonly room: Room | undefined }
    | { readonly kind: 'added'; readonly people: readonly AddedUser[] }
    | { readonly kind: 'help' }
    | Unclear
    | { readonly kind: 'too-long'; readonly maxCharacters: number }
    | { readonly kind: 'missing'; readonly subcommand: 'use' | 'revoke' };

/** The caller and the room of a command, and the services that it uses. */
export interface CommandContext {
    readonly services: Services;
    readonly caller: Person;
    /** The room where the caller typed the command. */
    readonly room: Room;
    readonly appId: string;
}

/**
 * Runs the command and returns its result.
 *
 * @throws InviteError the refusals of the use case that the command calls
 */
export async function runCommand(command: Command, context: CommandContext): Promise<CommandResult> {
    switch (command.kind) {
        case 'create':
            return createInvite(command, context);
        case 'list':
            return {
                kind: 'listed',
                page: await listPage(context.services, context.caller, command.everywhere ? undefined : context.room.id, command.page),
            };
        case 'use':
            return useInvite(command.token, context);
        case 'revoke':
            return revokeInvite(command.target, context);
        case 'add':
            return { kind: 'added', people: await addUsers(context.services, context.caller, context.room, command.names) };
        case 'help':
        case 'unclear':
        case 'too-long':
        case 'missing':
            return command;
    }
}

async function createInvite(
    command: Extract<Command, { kind: 'create' }>,
    { services, caller, room: currentRoom, appId }: CommandContext,
): Promise<CommandResult> {
    const { memberships, settings, rooms } = services;
    const limits = await settings.limits();
    const validity = command.validity || clampValidity(await settings.defaultValidity(), limits);
    const maxUses = command.maxUses === undefined ? clampUses(await settings.defaultUses(), limits) : command.maxUses;
    const namedRoom = command.room === undefined ? currentRoom : await rooms.byName(command.room);
    // An unknown name goes through the same checks as a hidden room, so the refusals do not differ.
    const rid = namedRoom ? namedRoom.id : String(command.room);
    try {
        const found = await findOrCreateInvite(services, caller, { rid, validity, maxUses });
        const room = namedRoom || (await rooms.byId(rid));
        return { kind: 'found', found, room, url: inviteUrl(await settings.linkAddress(), appId, found.invite.token) };
    } catch (error) {
        if (command.room === undefined) {
            throw isRefusedAsOutsider(error) ? new InviteError(error.code, { field: 'rid', reason: 'outside' }) : error;
        }
        // An outsider gets the same refusal for a hidden room as for an unknown name.
        const isOutside = error instanceof InviteError && error.code === 'not_authorized' && !(await memberships.hasSubscription(rid, caller.id));
        throw isOutside ? new InviteError('error-invalid-room', { field: 'rid' }) : error;
    }
}

/** Whether the caller is not in the room. A room managed by attributes has the same code, but a `reason`. */
function isRefusedAsOutsider(error: unknown): error is InviteError {
    return error instanceof InviteError && error.code === 'error-invalid-room' && error.details.reason === undefined;
}

async function useInvite(token: string, { services, caller }: CommandContext): Promise<CommandResult> {
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

/**
 * Revokes an invite by its id or token. With a token, a refusal names the room, so the reply can name its owners.
 *
 * @throws error-too-many-requests after too many wrong tokens
 * @throws error-invalid-token if no invite has that token
 * @throws invalid-invitation-id if an administrator names an unknown id
 * @throws not_authorized
 */
export async function revokeInvite(target: string, { services, caller }: Pick<CommandContext, 'services' | 'caller'>): Promise<CommandResult> {
    const invite = isToken(target) ? await inviteByToken(services, target, caller.id) : undefined;
    if (invite && !(await mayRemove(services.permissions, caller, invite))) {
        throw new InviteError('not_authorized', { rid: invite.rid });
    }
    // Ids are lowercase, but the keyboard of a phone may capitalize the first letter.
    const { rid } = await removeInvite(services, caller, invite ? invite.id : target.toLowerCase());
    return { kind: 'revoked', room: await namableRoom(services, caller, rid) };
}
