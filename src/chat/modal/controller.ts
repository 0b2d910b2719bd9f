import { InviteError } from '../../domain/model/errors';
import { findOrCreateInvite } from '../../domain/useCases/findOrCreateInvite';
import { listPage } from '../../domain/useCases/listPage';
import { inviteUrl } from '../../domain/link';
import { assertMayCreate, invitableRooms } from '../../domain/policies/mayCreate';
import { assertOpen, seeRoom } from '../../domain/policies/maySee';
import { withRequestTimeout } from '../../app/timing';
import { renderRevoked, revokeInvite } from '../commands/revoke';
import { RenderContext, toPlainText } from '../reply';
import { toRefusal, ReplyContext, renderRefusalFor } from '../replyWith';
import { durationText, EXAMPLE_VALIDITY } from '../examples';
import { createView, Field, FieldErrors, readForm } from './createView';
import { linkView } from './linkView';
import { listView } from './listView';
import { Blocks, ModalAction, View } from './blocks';

/** A user's open modal. Every step checks permissions again, because the client may forge the payload. */
export interface ModalSession {
    readonly replyContext: ReplyContext;
    readonly renderContext: RenderContext;
    readonly appId: string;
}

/** Other rooms to check for the list. Each costs calls to the server, and the client waits five seconds for a modal. */
const MAX_ROOMS = 50;

/** Returns the view that creates a link, opened from the room `rid`. */
export function openModal(session: ModalSession, rid: string): Promise<View> {
    return withErrorView(session, () => buildCreateView(session, rid));
}

/** Creates the link and returns the view that shows it, or the errors by field. */
export async function submitModal(session: ModalSession, view: unknown): Promise<View | { readonly errors: FieldErrors }> {
    const values = readForm(view, session.renderContext.messages);
    if (!('rid' in values)) {
        return { errors: values };
    }
    const { services, caller } = session.replyContext;
    try {
        const result = await withRequestTimeout(findOrCreateInvite(services, caller, values));
        const url = inviteUrl(await services.settings.linkAddress(), session.appId, result.invite.token);
        return linkView(result, url, await services.rooms.byId(values.rid), session.renderContext, session.appId);
    } catch (error) {
        return { errors: await errorAtField(session, error) };
    }
}

/** Runs the action of a modal button and returns the next view. */
export function pressModalButton(session: ModalSession, action: ModalAction, value: string): Promise<View> {
    const parts = value.split(' ');
    return withErrorView(session, async () => {
        if (action === 'form-revoke') {
            const [id = '', rid = '', page] = parts;
            return buildListView(session, rid, page, await revokeResult(session, id));
        }
        const [rid = '', page] = parts;
        return action === 'form-list' ? buildListView(session, rid, page) : buildCreateView(session, rid);
    });
}

async function buildCreateView({ replyContext, renderContext, appId }: ModalSession, rid: string): Promise<View> {
    const { services, caller } = replyContext;
    const { settings, users } = services;
    const roomOrRefusal = await assertMayCreate(services, caller, rid).catch((error: unknown) => toRefusal(error, replyContext));
    const otherIds = (await users.roomIdsOf(caller.id)).filter((id) => id !== rid).slice(0, MAX_ROOMS);
    const otherRooms = await invitableRooms(services, caller, otherIds);
    const isRefused = roomOrRefusal instanceof InviteError;
    return createView(
        {
            rooms: isRefused ? otherRooms : [roomOrRefusal, ...otherRooms],
            currentRoom: isRefused ? undefined : roomOrRefusal,
            note: isRefused ? toPlainText(await renderRefusalFor(replyContext, renderContext, roomOrRefusal)) : undefined,
            validity: await settings.defaultValidity(),
            maxUses: await settings.defaultUses(),
            limits: await settings.limits(),
        },
        renderContext.messages,
        appId,
    );
}

/** Revokes the invite and returns the result or the refusal as text. */
async function revokeResult({ replyContext, renderContext }: ModalSession, inviteId: string): Promise<string> {
    try {
        const revoked = await revokeInvite(replyContext.services, replyContext.caller, inviteId);
        return toPlainText(renderRevoked(revoked, renderContext));
    } catch (error) {
        return toPlainText(await renderRefusalFor(replyContext, renderContext, error));
    }
}

async function buildListView(session: ModalSession, rid: string, page = '1', note?: string): Promise<View> {
    const { replyContext, renderContext, appId } = session;
    const visibleRoom = await seeRoom(replyContext.services, replyContext.caller, rid);
    assertOpen(visibleRoom, 'seeing-links');
    const { room } = visibleRoom;
    const number = /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
    const invitePage = await listPage(replyContext.services, replyContext.caller, rid, number);
    return listView(invitePage, room, note, renderContext, appId);
}

const FIELD_BY_CODE: Partial<Record<string, Field>> = { 'invalid-number-of-days': 'duration', 'invalid-number-of-uses': 'uses' };

async function errorAtField({ replyContext, renderContext }: ModalSession, error: unknown): Promise<FieldErrors> {
    const refusal = toRefusal(error, replyContext);
    const field = FIELD_BY_CODE[refusal.code] || 'room';
    const { modal, vocabulary } = renderContext.messages;
    const { reason, ceiling = 0 } = refusal.details;
    if (reason === 'never-not-allowed') {
        return { [field]: modal.neverNotAllowed(durationText(EXAMPLE_VALIDITY, vocabulary)) };
    }
    if (reason === 'over-ceiling') {
        return { [field]: field === 'duration' ? modal.maxDaysHint(ceiling) : modal.maxUsesHint(ceiling) };
    }
    return { [field]: toPlainText(await renderRefusalFor(replyContext, renderContext, refusal)).replace(/\n/g, ' ') };
}

/** Runs `step`. A refusal or fault becomes a view that shows it. */
async function withErrorView({ replyContext, renderContext, appId }: ModalSession, step: () => Promise<View>): Promise<View> {
    try {
        return await withRequestTimeout(step());
    } catch (error) {
        const refusal = await renderRefusalFor(replyContext, renderContext, error);
        const { modal } = renderContext.messages;
        return { title: modal.title, blocks: new Blocks(appId).text(toPlainText(refusal)).all(), close: modal.done };
    }
}
