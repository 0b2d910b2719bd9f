import { Validity } from '../../domain/model/invite';
import { clampUses, clampValidity } from '../../domain/model/limits';
import { Limits, Room } from '../../domain/ports';
import { normalizeQuantity, parseDuration, parseUses } from '../../domain/quantities';
import { alternatives, durationExamples, durationText, EXAMPLE_USES, EXAMPLE_VALIDITY } from '../examples';
import { plainNameOf } from '../render';
import { Messages } from '../messages';
import { Blocks, View } from './blocks';

/** The fields, by which errors are told too. */
export type Field = 'room' | 'duration' | 'uses';
export type FieldErrors = Partial<Record<Field, string>>;

export interface CreateViewModel {
    /** To which the person may invite. */
    readonly rooms: readonly Room[];
    /** Where they are, if it is one of these. */
    readonly here: Room | undefined;
    /** Why the room where they are is not among them. */
    readonly note: string | undefined;
    readonly validity: Validity;
    readonly maxUses: number;
    readonly limits: Limits;
}

/** The dialogue that makes a link: room, how long, how many. */
export function createView({ rooms, here, note, validity, maxUses, limits }: CreateViewModel, words: Messages, appId: string): View {
    const { form, typed } = words;
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.text(note);
    }
    if (rooms.length === 0) {
        return { title: form.title, blocks: blocks.text(form.noRoom).all(), close: form.done };
    }
    const mayNeverExpire = limits.maxDays === 0 && limits.neverExpiring;
    const options = rooms.map((room) => ({ value: room.id, label: plainNameOf(room) }));
    blocks
        .choice('room', form.room, options, here && here.id)
        .hint(form.otherRooms)
        .line('duration', form.duration, durationText(clampValidity(validity, limits), typed))
        .hint(
            form.durationHint(alternatives([...durationExamples(typed), ...(mayNeverExpire ? [typed.never] : [])], words.or)),
            ...(limits.maxDays > 0 ? [form.mostDays(limits.maxDays)] : []),
        )
        .line('uses', form.uses, usesText(clampUses(maxUses, limits), words))
        .hint(limits.maxUses > 0 ? form.mostUses(limits.maxUses) : form.usesHint(EXAMPLE_USES, typed.unlimited));
    if (here) {
        blocks.buttons({ action: 'form-list', label: form.toList, value: [here.id] });
    }
    return { title: form.title, blocks: blocks.all(), close: form.cancel, submit: form.create };
}

export interface CreateFormValues {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

/** What was filled in, or what is wrong with it, field by field. */
export function readForm(view: unknown, { form, typed }: Messages): CreateFormValues | FieldErrors {
    const rid = valueIn(view, 'room');
    const validity = parseDuration(normalizeQuantity(valueIn(view, 'duration')));
    const maxUses = readUses(normalizeQuantity(valueIn(view, 'uses')));
    if (rid !== '' && validity && maxUses !== undefined) {
        return { rid, validity, maxUses };
    }
    return {
        ...(rid === '' && { room: form.whichRoom }),
        ...(!validity && { duration: form.noDuration(durationText(EXAMPLE_VALIDITY, typed)) }),
        ...(maxUses === undefined && { uses: form.noUses(EXAMPLE_USES, typed.unlimited) }),
    };
}

/** Here a bare number can mean nothing else; and "once", which is eleven in Spanish, could mean two things. */
function readUses(text: string): number | undefined {
    if (text.toLowerCase() === 'once') {
        return undefined;
    }
    return parseUses(/^\d+$/.test(text) ? `x${text}` : text);
}

function usesText(maxUses: number, { typed }: Messages): string {
    return maxUses === 0 ? typed.unlimited : String(maxUses);
}

interface SubmittedView {
    readonly state?: Record<string, Record<string, unknown> | null> | null;
    readonly blocks?: readonly ({ readonly blockId?: unknown; readonly element?: { readonly initialValue?: unknown } | null } | null)[];
}

/**
 * What a field holds. Clients send values that were there from the beginning, or changed since; of a field that an update brought into the dialogue and
 * nobody touched they send the block only (useUiKitView in the web client). All of it comes from a client, which may send anything.
 */
function valueIn(view: unknown, field: Field): string {
    const { state, blocks } = (view || {}) as SubmittedView;
    const inBlock = state && typeof state === 'object' ? state[field] : undefined;
    const value = inBlock && typeof inBlock === 'object' ? inBlock[field] : undefined;
    if (typeof value === 'string') {
        return value.trim();
    }
    const block = Array.isArray(blocks) ? (blocks as NonNullable<SubmittedView['blocks']>).find((one) => one && one.blockId === field) : undefined;
    const initial = block && block.element ? block.element.initialValue : undefined;
    return typeof initial === 'string' && (value === undefined || value === null) ? initial.trim() : '';
}
