import { mailingServices } from '../../app/inviteMails';
import { msOf, Validity } from '../../domain/model/invite';
import { assertMayCreate } from '../../domain/policies/mayCreate';
import { Room } from '../../domain/ports';
import { assertMaySend, SendResult } from '../../domain/useCases/sendInvites';
import { sendInvitesOnce } from '../../domain/useCases/sendInvitesOnce';
import { failureTexts } from '../sentLinks';
import { View } from './blocks';
import { EmailForm, emailFields, emailView, readEmailForm, sentView } from './emailView';
import { FieldErrors, toFieldError } from './formValues';
import { ModalSession } from './session';

/** The client waits five seconds for a response. Addresses that take longer than this get no link. */
const SENDING_MS = 3000;

/** Returns the view that sends links to the room by e-mail. */
export async function showEmailForm(session: ModalSession, rid: string): Promise<View> {
    const { running, reader, appId } = session;
    const { services } = running;
    const room = await assertMayCreate(services, reader.caller, rid);
    await assertMaySend(mailingServices(services, appId));
    return emptyOrRemaining(session, room, await services.settings.defaultValidity());
}

/** Sends the links. Returns a view of what was sent, or the errors by field if nothing was. */
export async function submitEmailForm(session: ModalSession, form: EmailForm, view: unknown): Promise<View | { readonly errors: FieldErrors }> {
    const { running, reader, context, appId } = session;
    const { messages } = context;
    const values = readEmailForm(view, form, messages);
    if ('errors' in values) {
        return values;
    }
    const { emails, validity } = values;
    const deps = mailingServices(running.services, appId, SENDING_MS);
    const result = await sendInvitesOnce(deps, reader.caller, emails, { rids: [form.rid], end: { validFor: msOf(validity) } });
    if (result.failed.length === 0) {
        return sentView(result, messages, appId);
    }
    return result.sent.length === 0
        ? { errors: { [emailFields(form).emails]: toFieldError(failureTexts(result, messages).join(' ')) } }
        : emptyOrRemaining(session, result.rooms[0], validity, result);
}

async function emptyOrRemaining({ running, context, appId }: ModalSession, room: Room, validity: Validity, former?: SendResult): Promise<View> {
    const { secrets, settings } = running.services;
    return emailView({ room, validity, limits: await settings.limits(), formId: secrets.id(), former }, context.messages, appId);
}
