import { InviteError } from '../../domain/model/errors';
import { situationOf } from '../../domain/model/situation';
import { findOrCreateInvite } from '../../domain/useCases/findOrCreateInvite';
import { listPage } from '../../domain/useCases/listPage';
import { inviteUrl } from '../../domain/link';
import { assertMayCreate, invitableRoom } from '../../domain/policies/mayCreate';
import { assertOpen, seeRoom } from '../../domain/policies/maySee';
import { RunningOperation } from '../../app/runOperation';
import { resultsWithin } from '../../app/timing';
import { Room } from '../../domain/ports';
import { revokeInvite } from '../../domain/useCases/removeInvite';
import { renderRevoked } from '../commands/revoke';
import { RenderContext, toPlainText } from '../reply';
import { createRenderContext, Reader, replyToRefusal } from '../reader';
import { durationText } from '../../i18n/durations';
import { EXAMPLE_VALIDITY } from '../examples';
import { parsePageNumber } from '../words';
import { createView, Field, FieldErrors, readForm } from './createView';
import { linkView } from './linkView';
import { listView } from './listView';
import { Blocks, ModalAction, View } from './blocks';

/** A user's open modal. Every step checks permissions again, because the client may forge the payload. */
export interface ModalSession {
    readonly running: RunningOperation;
    readonly reader: Reader;
    readonly context: RenderContext;
    readonly appId: string;
}

/** Opens a session for one step of a modal. */
export async function createSession(running: RunningOperation, reader: Reader, appId: string): Promise<ModalSession> {
    return { running, reader, context: await createRenderContext(running.services, reader), appId };
}

/** Other rooms to check for the list, because each costs calls to the server. */
const MAX_ROOMS = 50;

/** The client waits five seconds for a modal. Rooms that take longer than this are not in the list. */
const OTHER_ROOMS_MS = 2000;

/** Creates the link and returns the view that shows it, or the errors by field. */
export async function submitModal(
    { running, reader, context, appId }: ModalSession,
    view: unknown,
): Promise<View | { readonly errors: FieldErrors }> {
    const values = readForm(view, context.messages);
    if (!('rid' in values)) {
        return { errors: values };
    }
    const { services } = running;
    const result = await findOrCreateInvite(services, reader.caller, values);
    const url = inviteUrl(await services.settings.linkAddress(), appId, result.invite.token);
    return linkView(result, url, await services.rooms.byId(values.rid), context, appId);
}

/** Runs the action of a modal button and returns the next view. */
export async function runModalAction(session: ModalSession, action: ModalAction, value: string): Promise<View> {
    const parts = value.split(' ');
    if (action === 'form-revoke') {
        const [id = '', rid = '', page] = parts;
        return buildListView(session, rid, page, await revokeResult(session, id));
    }
    const [rid = '', page] = parts;
    return action === 'form-list' ? buildListView(session, rid, page) : buildCreateView(session, rid);
}

/** Returns the view that creates a link, opened from the room `rid`. */
export async function buildCreateView({ running, reader, context, appId }: ModalSession, rid: string): Promise<View> {
    const { services, toRefusal } = running;
    const { caller } = reader;
    const { settings, users } = services;
    const roomOrRefusal = await assertMayCreate(services, caller, rid).catch(toRefusal);
    const otherIds = (await users.roomIdsOf(caller.id)).filter((id) => id !== rid).slice(0, MAX_ROOMS);
    const checks = otherIds.map((id) => invitableRoom(services, caller, id));
    const otherRooms = (await resultsWithin(OTHER_ROOMS_MS, checks)).filter((room): room is Room => room !== undefined);
    const isRefused = roomOrRefusal instanceof InviteError;
    return createView(
        {
            rooms: isRefused ? otherRooms : [roomOrRefusal, ...otherRooms],
            currentRoom: isRefused ? undefined : roomOrRefusal,
            note: isRefused ? toPlainText(await replyToRefusal(roomOrRefusal, services, reader, context)) : undefined,
            validity: await settings.defaultValidity(),
            maxUses: await settings.defaultUses(),
            limits: await settings.limits(),
        },
        context.messages,
        appId,
    );
}

/** Revokes the invite and returns the result or the refusal as text. */
async function revokeResult({ running, reader, context }: ModalSession, inviteId: string): Promise<string> {
    const { services, toRefusal } = running;
    try {
        return toPlainText(renderRevoked({ room: await revokeInvite(services, reader.caller, inviteId) }, context));
    } catch (error) {
        return toPlainText(await replyToRefusal(toRefusal(error), services, reader, context));
    }
}

async function buildListView({ running, reader, context, appId }: ModalSession, rid: string, page = '1', note?: string): Promise<View> {
    const { services } = running;
    const { caller } = reader;
    const visibleRoom = await seeRoom(services, caller, rid);
    assertOpen(visibleRoom, 'seeing-links');
    const { room } = visibleRoom;
    const invitePage = await listPage(services, caller, { rid }, parsePageNumber(page) || 1);
    return listView(invitePage, room, note, context, appId);
}

const FIELD_BY_CODE: Partial<Record<string, Field>> = { 'invalid-number-of-days': 'duration', 'invalid-number-of-uses': 'uses' };

/** Returns a refusal of a submitted form as an error at the field that caused it. */
export async function errorAtField({ running, reader, context }: ModalSession, refusal: InviteError): Promise<FieldErrors> {
    const field = FIELD_BY_CODE[refusal.code] || 'room';
    const { modal, vocabulary } = context.messages;
    const { ceiling = 0 } = refusal.details;
    switch (situationOf(refusal.code, refusal.details)) {
        case 'never-not-allowed':
            return { [field]: modal.neverNotAllowed(durationText(EXAMPLE_VALIDITY, vocabulary)) };
        case 'validity-too-long':
            return { [field]: modal.maxDaysHint(ceiling) };
        case 'too-many-uses':
            return { [field]: modal.maxUsesHint(ceiling) };
    }
    return { [field]: toPlainText(await replyToRefusal(refusal, running.services, reader, context)).replace(/\n/g, ' ') };
}

/** Returns a view that shows a refusal. */
export async function errorView({ running, reader, context, appId }: ModalSession, refusal: InviteError): Promise<View> {
    const { modal } = context.messages;
    const text = toPlainText(await replyToRefusal(refusal, running.services, reader, context));
    return { title: modal.title, blocks: new Blocks(appId).text(text).all(), close: modal.done };
}
