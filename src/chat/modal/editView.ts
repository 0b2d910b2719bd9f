import { msOf, Validity } from '../../domain/model/invite';
import { Limits } from '../../domain/model/limits';
import { InviteChanges } from '../../domain/useCases/editInvite';
import { InviteSummary } from '../../domain/useCases/summarize';
import { Messages } from '../../i18n/messages';
import { conditionsOf, expiryOf, seatsOf, titleOf } from '../inviteText';
import { RenderContext } from '../reply';
import { addApprovalMenu, readApproval } from './approvalChoice';
import { addAudienceField, readAudience } from './audienceField';
import { Blocks, View } from './blocks';
import { addDurationMenu, addUsesMenu, ChoiceFields, keepsExpiry, readDuration, readUsesChoice } from './choices';
import { FieldErrors, initialValueIn, matchBlockId, valueIn } from './formValues';

type FieldName = 'label' | 'duration' | 'uses' | 'approval' | 'audience';

/** Which invite a form changes. Each form has an id of its own, because the client keeps a field's text and error by its id. */
export interface EditedForm {
    readonly id: string;
    /** The revision of the invite that the form shows. */
    readonly revision: number;
    readonly formId: string;
    /** The fields that show what the person typed in an earlier form. */
    readonly typed: readonly string[];
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
export function editFields({ id, revision, formId, typed }: EditedForm): EditFields {
    const field = (name: string): string => `edit-${name}-${id}-${revision}-${[formId, ...typed].join('-')}`;
    return {
        label: field('label'),
        duration: { menu: field('duration'), text: field('other-duration') },
        uses: { menu: field('uses'), text: field('other-uses') },
        approval: field('approval'),
        audience: field('audience'),
    };
}

/** What a person changed in a form. */
export interface TypedEdit {
    readonly label?: string;
    readonly duration?: Validity;
    /** 0 = any number of people. */
    readonly uses?: number;
    readonly approval?: boolean;
    readonly audience?: string;
}

/** What the form that changes an invite shows. */
export interface EditViewModel {
    readonly summary: InviteSummary;
    readonly limits: Limits;
    readonly formId: string;
    /** Why an earlier form was not saved, and what was typed there. It replaces the values of the invite. */
    readonly former?: { readonly refusal: string; readonly typed: TypedEdit };
}

/** Returns the view that changes an invite, with fields for label, duration and number of uses. */
export function editView({ summary, limits, formId, former }: EditViewModel, place: readonly string[], context: RenderContext, appId: string): View {
    const { invite } = summary;
    const { messages, now } = context;
    const { modal } = messages;
    const { label = invite.label || '', duration, uses = invite.maxUses, approval = invite.approval, audience } = former ? former.typed : {};
    const fields = editFields({ ...invite, formId, typed: former ? Object.keys(former.typed) : [] });
    const conditions = conditionsOf({ approval: invite.approval, audience: summary.audience }, context);
    const blocks = new Blocks(appId)
        .note(former && { text: former.refusal, isRefusal: true })
        .text(titleOf(summary, messages))
        .hint(expiryOf(invite, context), seatsOf(summary, context), ...(former ? conditions : []))
        .textInput(fields.label, modal.label, label)
        .hint(modal.labelHint);
    const ageMs = now - invite.createdAt;
    addDurationMenu(blocks, fields.duration, { label: modal.newDuration, chosen: duration, canKeep: true, limits, ageMs }, messages);
    addUsesMenu(blocks, fields.uses, { chosen: uses, limits }, messages);
    addApprovalMenu(blocks, fields.approval, approval, messages);
    addAudienceField(blocks, fields.audience, summary.audience, messages, audience);
    blocks.buttons({ action: 'form-show', label: modal.back, value: [...place, invite.id] });
    return { title: modal.title, blocks: blocks.all(), close: modal.cancel, submit: modal.save };
}

/** Returns which invite's form the submitted view is; undefined if it is another form. */
export function editedForm(view: unknown): EditedForm | undefined {
    const [, id, revision, formId, typed] = matchBlockId(view, /^edit-label-([0-9a-f]{24})-(\d{1,15})-([0-9a-f]{24})((?:-[a-z]{1,9}){0,5})$/) || [];
    return id !== undefined && revision !== undefined && formId !== undefined && typed !== undefined
        ? { id, revision: Number(revision), formId, typed: typed.split('-').slice(1) }
        : undefined;
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
    const audience = readAudience(view, fields.audience, messages, form.typed.includes('audience'));
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

/** Returns what the person changed in a submitted form without errors, or in one that it replaced. */
export function readTyped(view: unknown, form: EditedForm, messages: Messages): TypedEdit {
    const fields = editFields(form);
    const isTyped = (name: FieldName, ...ids: readonly string[]): boolean =>
        form.typed.includes(name) || ids.some((id) => valueIn(view, id) !== (initialValueIn(view, id) || ''));
    const duration = keepsExpiry(view, fields.duration) ? undefined : readDuration(view, fields.duration, messages);
    const uses = isTyped('uses', fields.uses.menu, fields.uses.text) ? readUsesChoice(view, fields.uses, messages) : undefined;
    return {
        ...(isTyped('label', fields.label) && { label: valueIn(view, fields.label) }),
        ...(duration && 'value' in duration && { duration: duration.value }),
        ...(uses && 'value' in uses && { uses: uses.value }),
        ...(isTyped('approval', fields.approval) && { approval: readApproval(view, fields.approval) }),
        ...(isTyped('audience', fields.audience) && { audience: valueIn(view, fields.audience) }),
    };
}
