import { Validity } from '../../domain/model/invite';
import { durationText } from '../../i18n/durations';
import { allowsForever, clampUses, clampValidity } from '../../domain/model/limits';
import { Limits, Room } from '../../domain/ports';
import { normalizeQuantity, parseDuration, parseUses } from '../../domain/quantities';
import { joinAlternatives, durationExamples, EXAMPLE_USES, EXAMPLE_VALIDITY } from '../examples';
import { plainNameOf } from '../names';
import { Messages } from '../../i18n/messages';
import { Blocks, View } from './blocks';

/** The fields of the form. Errors refer to them by these names. */
export type Field = 'room' | 'duration' | 'uses';
export type FieldErrors = Partial<Record<Field, string>>;

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
}

/** Returns the view that creates a link, with fields for room, duration and number of uses. */
export function createView({ rooms, currentRoom, note, validity, maxUses, limits }: CreateViewModel, messages: Messages, appId: string): View {
    const { modal, vocabulary } = messages;
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.text(note);
    }
    if (rooms.length === 0) {
        return { title: modal.title, blocks: blocks.text(modal.noRooms).all(), close: modal.done };
    }
    const options = rooms.map((room) => ({ value: room.id, label: plainNameOf(room) }));
    blocks
        .select('room', modal.room, options, currentRoom && currentRoom.id)
        .hint(modal.otherRooms)
        .textInput('duration', modal.duration, durationText(clampValidity(validity, limits), vocabulary))
        .hint(
            modal.durationHint(
                joinAlternatives([...durationExamples(vocabulary), ...(allowsForever(limits) ? [vocabulary.never] : [])], messages.or),
            ),
            ...(limits.maxDays > 0 ? [modal.maxDaysHint(limits.maxDays)] : []),
        )
        .textInput('uses', modal.uses, usesText(clampUses(maxUses, limits), messages))
        .hint(limits.maxUses > 0 ? modal.maxUsesHint(limits.maxUses) : modal.usesHint(EXAMPLE_USES, vocabulary.unlimited));
    if (currentRoom) {
        blocks.buttons({ action: 'form-list', label: modal.showList, value: [currentRoom.id] });
    }
    return { title: modal.title, blocks: blocks.all(), close: modal.cancel, submit: modal.create };
}

/** The valid values of a submitted form. */
export interface CreateFormValues {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

/** Returns the values of the submitted form, or the errors by field. */
export function readForm(view: unknown, { modal, vocabulary }: Messages): CreateFormValues | FieldErrors {
    const rid = valueIn(view, 'room');
    const validity = parseDuration(normalizeQuantity(valueIn(view, 'duration')));
    const maxUses = readUses(normalizeQuantity(valueIn(view, 'uses')));
    if (rid !== '' && validity && maxUses !== undefined) {
        return { rid, validity, maxUses };
    }
    return {
        ...(rid === '' && { room: modal.missingRoom }),
        ...(!validity && { duration: modal.invalidDuration(durationText(EXAMPLE_VALIDITY, vocabulary)) }),
        ...(maxUses === undefined && { uses: modal.invalidUses(EXAMPLE_USES, vocabulary.unlimited) }),
    };
}

/** Accepts a bare number here. Rejects "once" as ambiguous, because it means eleven in Spanish. */
function readUses(text: string): number | undefined {
    if (text.toLowerCase() === 'once') {
        return undefined;
    }
    return parseUses(/^\d+$/.test(text) ? `x${text}` : text);
}

function usesText(maxUses: number, { vocabulary }: Messages): string {
    return maxUses === 0 ? vocabulary.unlimited : String(maxUses);
}

interface SubmittedView {
    readonly state?: Record<string, Record<string, unknown> | null> | null;
    readonly blocks?: readonly ({ readonly blockId?: unknown; readonly element?: { readonly initialValue?: unknown } | null } | null)[];
}

/**
 * Returns a field's value from an untrusted payload, or an empty string. For an untouched field that an update added,
 * the web client sends only the block with its initial value.
 */
function valueIn(view: unknown, field: Field): string {
    const { state, blocks } = (view || {}) as SubmittedView;
    const inBlock = state && typeof state === 'object' ? state[field] : undefined;
    const value = inBlock && typeof inBlock === 'object' ? inBlock[field] : undefined;
    if (typeof value === 'string') {
        return value.trim();
    }
    const block = Array.isArray(blocks)
        ? (blocks as NonNullable<SubmittedView['blocks']>).find((candidate) => candidate && candidate.blockId === field)
        : undefined;
    const initial = block && block.element ? block.element.initialValue : undefined;
    return typeof initial === 'string' && (value === undefined || value === null) ? initial.trim() : '';
}
