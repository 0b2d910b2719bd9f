import { InviteError } from '../../domain/model/errors';
import { findOrCreateInvite } from '../../domain/useCases/findOrCreateInvite';
import { inviteUrl } from '../../domain/link';
import { assertMayCreate, invitableRooms } from '../../domain/policies/mayCreate';
import { assertOpen, seeRoom } from '../../domain/policies/maySee';
import { withRequestTimeout } from '../../app/timing';
import { listPage, revokeInvite } from '../runCommand';
import { toPlainText } from '../reply';
import { toRefusal, ReplyContext, renderRefusalFor } from '../replyWith';
import { durationText, EXAMPLE_VALIDITY } from '../examples';
import { render, RenderContext } from '../render';
import { createView, Field, FieldErrors, readForm } from './createView';
import { linkView } from './linkView';
import { listView } from './listView';
import { Blocks, ModalAction, View } from './blocks';

/** Somebody at a dialogue. What it may do is decided anew at each step: what it sends comes from their client, which may send anything. */
export interface ModalSession {
    readonly replyContext: ReplyContext;
    readonly wording: RenderContext;
    readonly appId: string;
}

/** Rooms besides the one where they are that are looked at for somebody: each takes calls to the server, and a client waits five seconds for a dialogue. */
const MOST_ROOMS = 50;

/** The dialogue that makes a link, begun in the room `rid`. */
export function openModal(session: ModalSession, rid: string): Promise<View> {
    return withErrorView(session, () => newForm(session, rid));
}

/** The form was sent: the dialogue with the link, or what is wrong with which field. */
export async function submitModal(session: ModalSession, sent: unknown): Promise<View | { readonly errors: FieldErrors }> {
    const filled = readForm(sent, session.wording.words);
    if (!('rid' in filled)) {
        return { errors: filled };
    }
    const { services, caller } = session.replyContext;
    try {
        const found = await withRequestTimeout(findOrCreateInvite(services, caller, filled));
        const url = inviteUrl(await services.settings.linkAddress(), session.appId, found.invite.token);
        return linkView(found, url, await services.rooms.byId(filled.rid), session.wording, session.appId);
    } catch (error) {
        return { errors: await errorAtField(session, error) };
    }
}

/** A button in a dialogue was pressed: the dialogue as it is then. */
export function pressModalButton(session: ModalSession, action: ModalAction, value: string): Promise<View> {
    const words = value.split(' ');
    return withErrorView(session, async () => {
        if (action === 'form-revoke') {
            const [id = '', rid = '', page] = words;
            return roomList(session, rid, page, await revokeResult(session, id));
        }
        const [rid = '', page] = words;
        return action === 'form-list' ? roomList(session, rid, page) : newForm(session, rid);
    });
}

async function newForm({ replyContext, wording, appId }: ModalSession, rid: string): Promise<View> {
    const { services, caller } = replyContext;
    const { settings, users } = services;
    const here = await assertMayCreate(services, caller, rid).catch((error: unknown) => toRefusal(error, replyContext));
    const others = (await users.roomIdsOf(caller.id)).filter((id) => id !== rid).slice(0, MOST_ROOMS);
    const rooms = await invitableRooms(services, caller, others);
    const isRefused = here instanceof InviteError;
    return createView(
        {
            rooms: isRefused ? rooms : [here, ...rooms],
            here: isRefused ? undefined : here,
            note: isRefused ? toPlainText(await renderRefusalFor(replyContext, wording, here)) : undefined,
            validity: await settings.defaultValidity(),
            maxUses: await settings.defaultUses(),
            limits: await settings.limits(),
        },
        wording.words,
        appId,
    );
}

/** What came of revoking, in words. */
async function revokeResult({ replyContext, wording }: ModalSession, inviteId: string): Promise<string> {
    try {
        return toPlainText(render(await revokeInvite(inviteId, replyContext), wording));
    } catch (error) {
        return toPlainText(await renderRefusalFor(replyContext, wording, error));
    }
}

async function roomList(session: ModalSession, rid: string, page = '1', note?: string): Promise<View> {
    const { replyContext, wording, appId } = session;
    const seen = await seeRoom(replyContext.services, replyContext.caller, rid);
    assertOpen(seen, 'seeing-links');
    const { room } = seen;
    const number = /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
    const listing = await listPage({ kind: 'list', everywhere: false, page: number }, { ...replyContext, room, appId });
    return listView(listing, room, note, wording, appId);
}

const FIELD_OF: Partial<Record<string, Field>> = { 'invalid-number-of-days': 'duration', 'invalid-number-of-uses': 'uses' };

async function errorAtField({ replyContext, wording }: ModalSession, error: unknown): Promise<FieldErrors> {
    const refusal = toRefusal(error, replyContext);
    const field = FIELD_OF[refusal.code] || 'room';
    const { form, typed } = wording.words;
    const { reason, ceiling = 0 } = refusal.details;
    if (reason === 'never-not-allowed') {
        return { [field]: form.neverNotAllowed(durationText(EXAMPLE_VALIDITY, typed)) };
    }
    if (reason === 'over-ceiling') {
        return { [field]: field === 'duration' ? form.mostDays(ceiling) : form.mostUses(ceiling) };
    }
    return { [field]: toPlainText(await renderRefusalFor(replyContext, wording, refusal)).replace(/\n/g, ' ') };
}

/** A step that is refused, or fails, says so in the dialogue. */
async function withErrorView({ replyContext, wording, appId }: ModalSession, step: () => Promise<View>): Promise<View> {
    try {
        return await withRequestTimeout(step());
    } catch (error) {
        const refusal = await renderRefusalFor(replyContext, wording, error);
        const { form } = wording.words;
        return { title: form.title, blocks: new Blocks(appId).text(toPlainText(refusal)).all(), close: form.done };
    }
}
