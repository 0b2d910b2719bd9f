import { msOf } from '../../domain/model/invite';
import { Limits } from '../../domain/model/limits';
import { InviteChanges } from '../../domain/useCases/editInvite';
import { InviteSummary } from '../../domain/useCases/summarize';
import { Messages } from '../../i18n/messages';
import { expiryOf, seatsOf, titleOf } from '../inviteText';
import { RenderContext } from '../reply';
import { addApprovalMenu, readApproval } from './approvalChoice';
import { addAudienceField, readAudience } from './audienceField';
import { Blocks, View } from './blocks';
import { addDurationMenu, addUsesMenu, ChoiceFields, keepsExpiry, readDuration, readUsesChoice } from './choices';
import { FieldErrors, matchBlockId, valueIn } from './formValues';

/** Which invite a form changes. Each form has an id of its own, because the client keeps a field's text and error by its id. */
export interface EditedForm {
    readonly id: string;
    readonly formId: string;
}

/** The ids of the form's fields. */
export interface EditFields {
    readonly label: string;
    readonly duration: ChoiceFields;
    readonly uses: ChoiceFields;
    readonly approval: string;
    readonly audience: string;
}

/** Returns the ids of a form's fields. */
export function editFields({ id, formId }: EditedForm): EditFields {
    const field = (name: string): string => `edit-${name}-${id}-${formId}`;
    return {
        label: field('label'),
        duration: { menu: field('duration'), text: field('other-duration') },
        uses: { menu: field('uses'), text: field('other-uses') },
        approval: field('approval'),
        audience: field('audience'),
    };
}

/** What the form that changes an invite shows. */
export interface EditViewModel {
    readonly summary: InviteSummary;
    readonly limits: Limits;
    readonly formId: string;
}

/** Returns the view that changes an invite, with fields for label, duration and number of uses. */
export function editView({ summary, limits, formId }: EditViewModel, place: readonly string[], context: RenderContext, appId: string): View {
    const { invite } = summary;
    const { messages, now } = context;
    const { modal } = messages;
    const fields = editFields({ id: invite.id, formId });
    const blocks = new Blocks(appId)
        .text(titleOf(summary, messages))
        .hint(expiryOf(invite, context), seatsOf(summary, context))
        .textInput(fields.label, modal.label, invite.label || '')
        .hint(modal.labelHint);
    const ageMs = now - invite.createdAt;
    addDurationMenu(blocks, fields.duration, { label: modal.newDuration, chosen: undefined, limits, ageMs }, messages);
    addUsesMenu(blocks, fields.uses, { chosen: invite.maxUses, limits }, messages);
    addApprovalMenu(blocks, fields.approval, invite.approval, messages);
    addAudienceField(blocks, fields.audience, summary.audience, messages);
    blocks.buttons({ action: 'form-show', label: modal.back, value: [...place, invite.id] });
    return { title: modal.title, blocks: blocks.all(), close: modal.cancel, submit: modal.save };
}

/** Returns which invite's form the submitted view is; undefined if it is another form. */
export function editedForm(view: unknown): EditedForm | undefined {
    const [, id, formId] = matchBlockId(view, /^edit-label-([0-9a-f]{24})-([0-9a-f]{24})$/) || [];
    return id !== undefined && formId !== undefined ? { id, formId } : undefined;
}

/** Returns the changes of a submitted form, or the errors by field. */
export function readEdit(
    view: unknown,
    form: EditedForm,
    messages: Messages,
): { readonly changes: InviteChanges } | { readonly errors: FieldErrors } {
    const fields = editFields(form);
    const duration = keepsExpiry(view, fields.duration) ? { value: undefined } : readDuration(view, fields.duration, messages);
    const uses = readUsesChoice(view, fields.uses, messages);
    const audience = readAudience(view, fields.audience, messages);
    if ('value' in duration && 'value' in uses && 'value' in audience) {
        return {
            changes: {
                label: valueIn(view, fields.label),
                end: duration.value && { validFor: msOf(duration.value) },
                maxUses: uses.value,
                approval: readApproval(view, fields.approval),
                audience: audience.value,
            },
        };
    }
    return {
        errors: {
            ...('errors' in duration && duration.errors),
            ...('errors' in uses && uses.errors),
            ...('errors' in audience && audience.errors),
        },
    };
}
