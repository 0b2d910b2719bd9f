import { InviteError } from '../../domain/model/errors';
import { Situation, situationOf } from '../../domain/model/situation';
import { Services } from '../../app/services';
import { msOf, NEVER_USED } from '../../domain/model/invite';
import { createInvite } from '../../domain/useCases/createInvite';
import { findOrCreateInvite, FindOrCreateResult } from '../../domain/useCases/findOrCreateInvite';
import { inviteUrl } from '../../domain/link';
import { assertMayCreate, invitableRoom } from '../../domain/policies/mayCreate';
import { resultsWithin } from '../../app/timing';
import { Person, Room } from '../../domain/ports';
import { toPlainText } from '../reply';
import { replyToRefusal } from '../reader';
import { durationText } from '../../i18n/durations';
import { EXAMPLE_VALIDITY } from '../examples';
import { ChoiceFields, fieldThatCounts } from './choices';
import { CreateFormValues, createFieldsIn, createView, readForm } from './createView';
import { editedForm, editFields } from './editView';
import { emailFields, emailForm } from './emailView';
import { FieldErrors, toFieldError } from './formValues';
import { linkView } from './linkView';
import { saveEdit } from './manage';
import { submitEmailForm } from './sendByEmail';
import { ModalSession } from './session';
import { Blocks, View } from './blocks';

/** Other rooms to check for the list, because each costs calls to the server. */
const MAX_ROOMS = 50;

/** The client waits five seconds for a modal. Rooms that take longer than this are not in the list. */
const OTHER_ROOMS_MS = 2000;

/** Creates the link, or changes one, and returns the view that shows it, or the errors by field. */
export async function submitModal(session: ModalSession, view: unknown): Promise<View | { readonly errors: FieldErrors }> {
    const form = editedForm(view);
    if (form) {
        return saveEdit(session, form, view);
    }
    const sending = emailForm(view);
    if (sending) {
        return submitEmailForm(session, sending, view);
    }
    const { running, reader, context, appId } = session;
    const values = readForm(view, context.messages);
    if ('errors' in values) {
        return values;
    }
    const { services } = running;
    const result = await createLink(services, reader.caller, values);
    const url = inviteUrl(await services.settings.pageAddress(appId), result.invite.token);
    const { rid, audience } = values;
    const room = await services.rooms.byId(rid);
    return linkView({ result, url, rooms: room ? [room] : [], audience }, context, appId);
}

/** A link with approval or for certain people is always a new one, because find-or-create returns plain ones only. */
async function createLink(services: Services, caller: Person, values: CreateFormValues): Promise<FindOrCreateResult> {
    const { rid, validity, maxUses, approval, audience } = values;
    if (!approval && audience === null) {
        return findOrCreateInvite(services, caller, { rid, validity, maxUses });
    }
    const invite = await createInvite(services, caller, { rids: [rid], end: { validFor: msOf(validity) }, maxUses, approval, audience });
    return { invite, usage: NEVER_USED, created: true };
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
            canEmail: await settings.allowsEmailInvites(),
            formId: services.secrets.id(),
        },
        context.messages,
        appId,
    );
}

/** Returns a refusal of a submitted form as an error at the field that caused it. */
export async function errorAtField(session: ModalSession, refusal: InviteError, view: unknown): Promise<FieldErrors> {
    const { code, details } = refusal;
    const fields = fieldsIn(view);
    const choice = code === 'invalid-number-of-days' ? fields.duration : code === 'invalid-number-of-uses' ? fields.uses : undefined;
    const textField = details.field === 'audience' ? fields.audience : undefined;
    return { [choice ? fieldThatCounts(view, choice) : textField || fields.first]: await fieldError(session, refusal) };
}

/** The fields to show a refusal at: the first of the form, unless another one caused it. */
interface RefusableFields {
    readonly first: string;
    readonly duration: ChoiceFields;
    readonly uses?: ChoiceFields;
    readonly audience?: string;
}

function fieldsIn(view: unknown): RefusableFields {
    const edited = editedForm(view);
    const sending = emailForm(view);
    if (edited) {
        const fields = editFields(edited);
        return { ...fields, first: fields.label };
    }
    if (sending) {
        const fields = emailFields(sending);
        return { ...fields, first: fields.emails };
    }
    const fields = createFieldsIn(view);
    return { ...fields, first: fields.room };
}

async function fieldError({ running, reader, context }: ModalSession, refusal: InviteError): Promise<string> {
    const { modal, vocabulary } = context.messages;
    const { ceiling = 0 } = refusal.details;
    const atField: Partial<Record<Situation, string>> = {
        'never-not-allowed': modal.neverNotAllowed(durationText(EXAMPLE_VALIDITY, vocabulary)),
        'validity-too-long': modal.maxDaysHint(ceiling),
        'too-many-uses': modal.maxUsesHint(ceiling),
        'too-many-addresses': modal.tooManyEmails(ceiling),
    };
    const text = atField[situationOf(refusal.code, refusal.details)];
    return text === undefined ? toFieldError(toPlainText(await replyToRefusal(refusal, running.services, reader, context))) : text;
}

/** Returns a view that shows a refusal. */
export async function errorView({ running, reader, context, appId }: ModalSession, refusal: InviteError): Promise<View> {
    const { modal } = context.messages;
    const text = toPlainText(await replyToRefusal(refusal, running.services, reader, context));
    return { title: modal.title, blocks: new Blocks(appId).refusal(text).all(), close: modal.done };
}
