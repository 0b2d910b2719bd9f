import { Validity } from '../../domain/model/invite';
import { clampValidity, Limits } from '../../domain/model/limits';
import { Room } from '../../domain/ports';
import { SendResult } from '../../domain/useCases/sendInvites';
import { Messages } from '../../i18n/messages';
import { addressesIn } from '../addresses';
import { nameOf } from '../names';
import { failureTexts, sentTexts } from '../sentLinks';
import { Blocks, ModalButton, View } from './blocks';
import { addDurationMenu, ChoiceFields, readDuration } from './choices';
import { FieldErrors, matchBlockId, valueIn } from './formValues';

/** For which room a form sends links. Each form has an id of its own, because the client keeps a field's text and error by its id. */
export interface EmailForm {
    readonly rid: string;
    readonly formId: string;
}

/** The ids of the form's fields. */
export interface EmailFields {
    readonly emails: string;
    readonly duration: ChoiceFields;
}

/** Returns the ids of a form's fields. */
export function emailFields({ rid, formId }: EmailForm): EmailFields {
    return {
        emails: `emails-${formId}-${rid}`,
        duration: { menu: `email-duration-${formId}`, text: `email-other-duration-${formId}` },
    };
}

/** Returns for which room the submitted view sends links; undefined if it is another form. */
export function emailForm(view: unknown): EmailForm | undefined {
    const [, formId, rid] = matchBlockId(view, /^emails-([0-9a-f]{24})-(.+)$/) || [];
    return formId !== undefined && rid !== undefined ? { rid, formId } : undefined;
}

/** What the form that sends links by e-mail shows. */
export interface EmailViewModel {
    readonly room: Room;
    readonly validity: Validity;
    readonly limits: Limits;
    readonly formId: string;
    /** What the form before this one sent. The addresses that got no link are in the field again. */
    readonly former?: SendResult;
}

/** Returns the view that sends links by e-mail, with fields for addresses and duration. */
export function emailView({ room, validity, limits, formId, former }: EmailViewModel, messages: Messages, appId: string): View {
    const { modal } = messages;
    const fields = emailFields({ rid: room.id, formId });
    const blocks = new Blocks(appId);
    if (former) {
        blocks.text(sentTexts(former, messages).join(' ')).refusal(failureTexts(former, messages).join('\n'));
    }
    blocks
        .text(modal.emailIntro(nameOf(room)))
        .textArea(fields.emails, modal.emails, former ? former.failed.map(({ email }) => email).join('\n') : '')
        .hint(modal.emailsHint);
    addDurationMenu(blocks, fields.duration, { label: modal.duration, chosen: clampValidity(validity, limits), limits, ageMs: 0 }, messages);
    blocks.buttons({ action: 'form-new', label: modal.back, value: [room.id] });
    return { title: modal.title, blocks: blocks.all(), close: modal.cancel, submit: modal.send };
}

/** Returns the view after every address got a link. */
export function sentView(result: SendResult, messages: Messages, appId: string): View {
    const { modal } = messages;
    const value = [result.rooms[0].id];
    const button = (action: ModalButton['action'], label: string): ModalButton => ({ action, label, value });
    const blocks = new Blocks(appId)
        .text(sentTexts(result, messages).join(' '))
        .buttons(button('form-list', modal.showList), button('form-email', modal.sendMore), button('form-new', modal.newLink));
    return { title: modal.title, blocks: blocks.all(), close: modal.done };
}

/** The valid values of a submitted form. The addresses are unchecked, because each is sent or refused on its own. */
export interface EmailFormValues {
    readonly emails: readonly string[];
    readonly validity: Validity;
}

/** Returns the values of the submitted form, or the errors by field. */
export function readEmailForm(view: unknown, form: EmailForm, messages: Messages): EmailFormValues | { readonly errors: FieldErrors } {
    const fields = emailFields(form);
    const emails = addressesIn(valueIn(view, fields.emails));
    const duration = readDuration(view, fields.duration, messages);
    if (emails.length > 0 && 'value' in duration) {
        return { emails, validity: duration.value };
    }
    return {
        errors: { ...(emails.length === 0 && { [fields.emails]: messages.modal.missingEmails }), ...('errors' in duration && duration.errors) },
    };
}
