import { InviteError } from '../../domain/model/errors';
import { editInvite, rotateToken } from '../../domain/useCases/editInvite';
import { findManageable } from '../../domain/useCases/findInvite';
import { inviteHistory } from '../../domain/useCases/inviteHistory';
import { inviteDetails } from '../../domain/useCases/inviteDetails';
import { listPage, PAGE_SIZE } from '../../domain/useCases/listPage';
import { findRevocable, revokeInvite } from '../../domain/useCases/removeInvite';
import { summarizeOne } from '../../domain/useCases/summarize';
import { renderRevoked } from '../commands/revoke';
import { loadDetails } from '../details';
import { replyToRefusal } from '../reader';
import { toPlainText } from '../reply';
import { knownAddress } from '../roomLinks';
import { parsePageNumber } from '../words';
import { Note, View } from './blocks';
import { detailsView } from './detailsView';
import { EditedForm, editView, EditViewModel, readEdit, readTyped } from './editView';
import { FieldErrors } from './formValues';
import { listView } from './listView';
import { questionView } from './questionView';
import { ModalSession } from './session';
import { whoView } from './whoView';

/** The room whose links the user manages, and the page of the list from which they came. */
export type Place = readonly [rid: string, page: string];

export async function showList({ running, reader, context, appId }: ModalSession, [rid, page]: Place, note?: Note): Promise<View> {
    const invitePage = await listPage(running.services, reader.caller, { rid }, parsePageNumber(page) || 1);
    // The list is also the reply to a revocation, which has happened even if there is no address.
    const consoleUrl = await knownAddress(running.services, running.services.settings.consoleAddress(appId));
    return listView({ invitePage, consoleUrl }, rid, note, context, appId);
}

export async function showDetails(session: ModalSession, place: Place, id: string, note?: string): Promise<View> {
    const { running, reader, context, appId } = session;
    const result = await loadDetails({ services: running.services, caller: reader.caller, appId }, id);
    return detailsView(result, place, note, context, appId);
}

export async function showEdit(
    { running, reader, context, appId }: ModalSession,
    place: Place,
    id: string,
    former?: EditViewModel['former'],
): Promise<View> {
    const { services } = running;
    await findManageable(services, reader.caller, id);
    const { summary } = await inviteDetails(services, reader.caller, id);
    const model = { summary, limits: await services.settings.limits(), formId: services.secrets.id(), former };
    return editView(model, place, context, appId);
}

/**
 * Saves the form that changes an invite, and returns the view that shows it, or the errors by field. If somebody changed
 * the invite since the form was shown, returns a form with its present values and with what was typed.
 */
export async function saveEdit(session: ModalSession, form: EditedForm, view: unknown): Promise<View | { readonly errors: FieldErrors }> {
    const { running, reader, context } = session;
    const read = readEdit(view, form, context.messages);
    if ('errors' in read) {
        return read;
    }
    const { services, toRefusal } = running;
    const edited = await editInvite(services, reader.caller, form.id, read.changes, form.revision).catch(toRefusal);
    if (edited instanceof InviteError) {
        return editAgain(session, form, view, edited);
    }
    return showDetails(session, [edited.invite.rid, '1'], form.id, context.messages.changed);
}

/** @throws the refusal, unless another form can be saved */
async function editAgain(session: ModalSession, form: EditedForm, view: unknown, refusal: InviteError): Promise<View> {
    const { running, reader, context } = session;
    if (refusal.code !== 'error-invite-changed') {
        throw refusal;
    }
    const { rid } = await findManageable(running.services, reader.caller, form.id);
    const text = toPlainText(await replyToRefusal(refusal, running.services, reader, context));
    return showEdit(session, [rid, '1'], form.id, { refusal: text, typed: readTyped(view, form, context.messages) });
}

/** Depends on no other value of the invite, so it does not matter what changed since the button was shown. */
export async function setPaused(session: ModalSession, place: Place, id: string, paused: boolean): Promise<View> {
    await editInvite(session.running.services, session.reader.caller, id, { paused });
    return showDetails(session, place, id);
}

export async function showWho({ running, reader, context, appId }: ModalSession, place: Place, id: string, typedPage = ''): Promise<View> {
    const { services } = running;
    const invite = await findManageable(services, reader.caller, id);
    const page = parsePageNumber(typedPage) || 1;
    const found = await inviteHistory(services, reader.caller, { inviteId: id, offset: (page - 1) * PAGE_SIZE, count: PAGE_SIZE });
    return whoView({ invite, found, page }, place, context, appId);
}

export async function askRotate({ running, reader, context, appId }: ModalSession, place: Place, id: string): Promise<View> {
    const { summary } = await inviteDetails(running.services, reader.caller, id);
    return questionView('rotate', summary, place, context, appId);
}

export async function rotate(session: ModalSession, place: Place, id: string): Promise<View> {
    await rotateToken(session.running.services, session.reader.caller, id);
    return showDetails(session, place, id, session.context.messages.rotated);
}

export async function askRevoke({ running, reader, context, appId }: ModalSession, place: Place, id: string): Promise<View> {
    const { services } = running;
    const invite = await findRevocable(services, reader.caller, { id, byToken: false });
    const summary = await summarizeOne(services, reader.caller, { invite, usage: await services.usageStore.of(invite) });
    return questionView('revoke', summary, place, context, appId);
}

/** Revokes the invite and returns the list, with the result or the refusal above it. */
export async function revoke(session: ModalSession, place: Place, id: string): Promise<View> {
    const { running, reader, context } = session;
    const { services, toRefusal } = running;
    const rooms = await revokeInvite(services, reader.caller, { id, byToken: false }).catch(toRefusal);
    const reply = rooms instanceof Error ? await replyToRefusal(rooms, services, reader, context) : renderRevoked({ rooms }, context);
    return showList(session, place, { text: toPlainText(reply), isRefusal: rooms instanceof Error });
}
