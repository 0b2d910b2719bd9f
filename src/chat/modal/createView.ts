import { Validity } from '../../domain/model/invite';
import { clampUses, clampValidity, Limits } from '../../domain/model/limits';
import { Room } from '../../domain/ports';
import { RequestedAudience } from '../../domain/useCases/chooseAudience';
import { Messages } from '../../i18n/messages';
import { plainNameOf } from '../names';
import { addApprovalMenu, readApproval } from './approvalChoice';
import { addAudienceField, readAudience } from './audienceField';
import { Blocks, View } from './blocks';
import { addDurationMenu, addUsesMenu, ChoiceFields, readDuration, readUsesChoice } from './choices';
import { FieldErrors, matchBlockId, valueIn } from './formValues';

export interface CreateViewModel {
    /** The rooms to which the person may invite. */
    readonly rooms: readonly Room[];
    /** The room where they opened the modal, if it is among `rooms`. */
    readonly currentRoom: Room | undefined;
    /** Why that room is not among `rooms`. */
    readonly note: string | undefined;
    readonly validity: Validity;
    readonly maxUses: number;
    readonly limits: Limits;
    /** Whether links may be sent by e-mail. */
    readonly canEmail: boolean;
    readonly formId: string;
}

/** The ids of the form's fields. */
export interface CreateFields {
    readonly room: string;
    readonly duration: ChoiceFields;
    readonly uses: ChoiceFields;
    readonly approval: string;
    readonly audience: string;
}

/** Returns the ids of a form's fields. Each form has its own, because the client keeps a field's text and error by its id. */
function fieldsOf(formId: string): CreateFields {
    return {
        room: `room-${formId}`,
        duration: { menu: `duration-${formId}`, text: `other-duration-${formId}` },
        uses: { menu: `uses-${formId}`, text: `other-uses-${formId}` },
        approval: `approval-${formId}`,
        audience: `audience-${formId}`,
    };
}

/** Returns the ids of the fields of a submitted form. */
export function createFieldsIn(view: unknown): CreateFields {
    const [, formId = ''] = matchBlockId(view, /^room-([0-9a-f]{24})$/) || [];
    return fieldsOf(formId);
}

/** Returns the view that creates a link, with fields for room, duration and number of uses. */
export function createView(model: CreateViewModel, messages: Messages, appId: string): View {
    const { rooms, currentRoom, note, validity, maxUses, limits, canEmail, formId } = model;
    const { modal } = messages;
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.refusal(note);
    }
    if (rooms.length === 0) {
        return { title: modal.title, blocks: blocks.text(modal.noRooms).all(), close: modal.done };
    }
    const fields = fieldsOf(formId);
    const options = rooms.map((room) => ({ value: room.id, label: plainNameOf(room) }));
    blocks.select(fields.room, modal.room, options, currentRoom && currentRoom.id).hint(modal.otherRooms);
    addDurationMenu(blocks, fields.duration, { label: modal.duration, chosen: clampValidity(validity, limits), limits, ageMs: 0 }, messages);
    addUsesMenu(blocks, fields.uses, { chosen: clampUses(maxUses, limits), limits }, messages);
    addApprovalMenu(blocks, fields.approval, false, messages);
    addAudienceField(blocks, fields.audience, null, messages);
    if (currentRoom) {
        const value = [currentRoom.id];
        blocks.buttons(
            { action: 'form-list', label: modal.showList, value },
            ...(canEmail ? [{ action: 'form-email' as const, label: modal.sendByEmail, value }] : []),
        );
    }
    return { title: modal.title, blocks: blocks.all(), close: modal.cancel, submit: modal.create };
}

/** The valid values of a submitted form. */
export interface CreateFormValues {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
    readonly approval: boolean;
    /** The people for whom it is; null = everybody. */
    readonly audience: RequestedAudience | null;
}

/** Returns the values of the submitted form, or the errors by field. */
export function readForm(view: unknown, messages: Messages): CreateFormValues | { readonly errors: FieldErrors } {
    const fields = createFieldsIn(view);
    const rid = valueIn(view, fields.room);
    const duration = readDuration(view, fields.duration, messages);
    const uses = readUsesChoice(view, fields.uses, messages);
    const audience = readAudience(view, fields.audience, messages);
    if (rid !== '' && 'value' in duration && 'value' in uses && 'value' in audience) {
        return {
            rid,
            validity: duration.value,
            maxUses: uses.value,
            approval: readApproval(view, fields.approval),
            audience: audience.value || null,
        };
    }
    return {
        errors: {
            ...(rid === '' && { [fields.room]: messages.modal.missingRoom }),
            ...('errors' in duration && duration.errors),
            ...('errors' in uses && uses.errors),
            ...('errors' in audience && audience.errors),
        },
    };
}
