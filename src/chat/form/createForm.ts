import { Validity } from '../../domain/invite';
import { cappedUses, cappedValidity } from '../../domain/limits';
import { Limits, Room } from '../../domain/ports';
import { asOneWord, parseDuration, parseUses } from '../../domain/typed';
import { plainNameOf } from '../render';
import { Words } from '../words';
import { Blocks, View } from './view';

/** The fields, by which errors are told too. */
export type Field = 'room' | 'duration' | 'uses';
export type FieldErrors = Partial<Record<Field, string>>;

export interface CreateForm {
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
export function createForm({ rooms, here, note, validity, maxUses, limits }: CreateForm, words: Words, appId: string): View {
    const { form } = words;
    const blocks = new Blocks(appId);
    if (note !== undefined) {
        blocks.text(note);
    }
    if (rooms.length === 0) {
        return { title: form.title, blocks: blocks.text(form.noRoom).all(), close: form.done };
    }
    const options = rooms.map((room) => ({ value: room.id, label: plainNameOf(room) }));
    blocks
        .choice('room', form.room, options, here && here.id)
        .hint(form.otherRooms)
        .line('duration', form.duration, durationText(cappedValidity(validity, limits), words))
        .hint(form.durationHint, ...(limits.maxDays > 0 ? [form.mostDays(limits.maxDays)] : limits.neverExpiring ? [form.orNever] : []))
        .line('uses', form.uses, usesText(cappedUses(maxUses, limits), words))
        .hint(form.usesHint, limits.maxUses > 0 ? form.mostUses(limits.maxUses) : form.orUnlimited);
    if (here) {
        blocks.buttons({ action: 'form-list', label: form.toList, value: [here.id] });
    }
    return { title: form.title, blocks: blocks.all(), close: form.cancel, submit: form.create };
}

export interface Filled {
    readonly rid: string;
    readonly validity: Validity;
    readonly maxUses: number;
}

/** What was filled in, or what is wrong with it, field by field. */
export function readForm(view: unknown, { form }: Words): Filled | FieldErrors {
    const rid = valueIn(view, 'room');
    const validity = parseDuration(asOneWord(valueIn(view, 'duration')));
    const maxUses = readUses(asOneWord(valueIn(view, 'uses')));
    if (rid !== '' && validity && maxUses !== undefined) {
        return { rid, validity, maxUses };
    }
    return {
        ...(rid === '' && { room: form.whichRoom }),
        ...(!validity && { duration: form.noDuration }),
        ...(maxUses === undefined && { uses: form.noUses }),
    };
}

/** Here a bare number can mean nothing else; and "once", which is eleven in Spanish, could mean two things. */
function readUses(text: string): number | undefined {
    if (text.toLowerCase() === 'once') {
        return undefined;
    }
    return parseUses(/^\d+$/.test(text) ? `x${text}` : text);
}

function usesText(maxUses: number, { form }: Words): string {
    return maxUses === 0 ? form.unlimited : String(maxUses);
}

/** A validity as somebody would type it. */
function durationText({ count, unit }: Validity, words: Words): string {
    if (count === 0) {
        return words.form.never;
    }
    switch (unit) {
        case 'minute':
            return words.minutes(count);
        case 'hour':
            return words.hours(count);
        case 'day':
            return words.form.days(count);
        case 'week':
            return words.form.days(count * 7);
    }
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
