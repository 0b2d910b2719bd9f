import { msOf, Validity } from '../../domain/model/invite';
import { allowsForever, exceedsMaxDays, exceedsMaxUses, Limits } from '../../domain/model/limits';
import { durationText } from '../../i18n/durations';
import { Messages } from '../../i18n/messages';
import { parseDuration } from '../../i18n/quantities';
import { durationExamples, EXAMPLE_USES, EXAMPLE_VALIDITY, joinAlternatives } from '../examples';
import { Blocks, Option } from './blocks';
import { FieldErrors, readUses, valueIn } from './formValues';

/** The option that makes the text field below the menu count. */
const OTHER = 'other';

/** The option of a form for an existing invite that does not change its expiry. */
const KEEP = 'keep';

const FOREVER: Validity = { count: 0, unit: 'day' };

const DURATIONS: readonly Validity[] = [
    { count: 1, unit: 'hour' },
    { count: 1, unit: 'day' },
    { count: 7, unit: 'day' },
    { count: 30, unit: 'day' },
];

const USES: readonly number[] = [1, 5, 10, 25];

/**
 * The ids of a menu and of the text field below it. Both are always shown, because the mobile apps send no choice to the
 * app before the form is submitted.
 */
export interface ChoiceFields {
    readonly menu: string;
    readonly text: string;
}

/** A value that was read from a form, or the errors by field. */
export type ReadResult<T> = { readonly value: T } | { readonly errors: FieldErrors };

export interface DurationMenu {
    readonly label: string;
    /** The option that is chosen at first; undefined = keeping the expiry. */
    readonly chosen: Validity | undefined;
    /** Whether the menu offers to keep the expiry of an existing invite. */
    readonly canKeep?: boolean;
    readonly limits: Limits;
    /** How long ago the invite was created, in ms, because the ceiling counts from then on. */
    readonly ageMs: number;
}

/** Adds a menu of durations within the limits, and a text field for any other one. */
export function addDurationMenu(
    blocks: Blocks,
    fields: ChoiceFields,
    { label, chosen, canKeep, limits, ageMs }: DurationMenu,
    messages: Messages,
): void {
    const { modal, vocabulary } = messages;
    const isAllowed = (validity: Validity): boolean =>
        validity.count === 0 ? allowsForever(limits) : !exceedsMaxDays(limits, msOf(validity) + ageMs);
    const allowed = DURATIONS.filter(isAllowed);
    const isMissing = chosen && chosen.count > 0 && !allowed.some((validity) => msOf(validity) === msOf(chosen));
    const finite = (isMissing ? [...allowed, chosen] : allowed).slice().sort((one, other) => msOf(one) - msOf(other));
    const durations = [...finite, ...(isAllowed(FOREVER) ? [FOREVER] : [])];
    const options = [
        ...(canKeep ? [{ value: KEEP, label: modal.keepExpiry }] : []),
        ...durations.map((validity) => ({ value: durationValue(validity), label: durationText(validity, vocabulary) })),
        { value: OTHER, label: modal.other },
    ];
    const first = chosen ? durations.find((validity) => msOf(validity) === msOf(chosen)) : undefined;
    blocks
        .select(fields.menu, label, options, first ? durationValue(first) : KEEP)
        .textInput(fields.text, modal.otherDuration, '')
        .hint(
            modal.durationHint(joinAlternatives(durationExamples(vocabulary), messages.or)),
            ...(limits.maxDays > 0 ? [modal.maxDaysHint(limits.maxDays)] : []),
        );
}

/** Adds a menu of numbers of uses within the limits, and a text field for any other one. 0 = any number. */
export function addUsesMenu(
    blocks: Blocks,
    fields: ChoiceFields,
    { chosen, limits }: { readonly chosen: number; readonly limits: Limits },
    { modal, vocabulary }: Messages,
): void {
    const allowed = [...USES, 0].filter((uses) => uses === chosen || !exceedsMaxUses(limits, uses));
    const numbers = (allowed.includes(chosen) ? allowed : [...allowed, chosen]).slice().sort((one, other) => (one || Infinity) - (other || Infinity));
    const options: Option[] = numbers.map((uses) => ({ value: usesValue(uses), label: uses === 0 ? vocabulary.unlimited : String(uses) }));
    blocks
        .select(fields.menu, modal.uses, [...options, { value: OTHER, label: modal.other }], usesValue(chosen))
        .textInput(fields.text, modal.otherUses, '');
    if (limits.maxUses > 0) {
        blocks.hint(modal.maxUsesHint(limits.maxUses));
    }
}

/** Whether the submitted form keeps the expiry of the invite. */
export function keepsExpiry(view: unknown, { menu, text }: ChoiceFields): boolean {
    return valueIn(view, menu) === KEEP && valueIn(view, text) === '';
}

/** Returns the submitted duration. */
export function readDuration(view: unknown, fields: ChoiceFields, { modal, vocabulary }: Messages): ReadResult<Validity> {
    return readChoice(view, fields, parseDuration, modal.invalidDuration(durationText(EXAMPLE_VALIDITY, vocabulary)), modal.chooseOther(modal.other));
}

/** Returns the submitted number of uses; 0 = any number. */
export function readUsesChoice(view: unknown, fields: ChoiceFields, { modal, vocabulary }: Messages): ReadResult<number> {
    return readChoice(view, fields, readUses, modal.invalidUses(EXAMPLE_USES, vocabulary.unlimited), modal.chooseOther(modal.other));
}

/** Returns the field to show a refused value at: the text field if that one counts. */
export function fieldThatCounts(view: unknown, { menu, text }: ChoiceFields): string {
    return valueIn(view, menu) === OTHER ? text : menu;
}

/** A text beside another choice is an error, because either may be what the person wants. */
function readChoice<T>(
    view: unknown,
    fields: ChoiceFields,
    parse: (text: string) => T | undefined,
    invalid: string,
    ambiguous: string,
): ReadResult<T> {
    const field = fieldThatCounts(view, fields);
    if (field === fields.menu && valueIn(view, fields.text) !== '') {
        return { errors: { [fields.text]: ambiguous } };
    }
    const value = parse(valueIn(view, field));
    return value === undefined ? { errors: { [field]: invalid } } : { value };
}

/** Returns a number of uses as the parser reads it in every language. */
function usesValue(uses: number): string {
    return uses === 0 ? 'unlimited' : String(uses);
}

/** Returns a duration as the parser reads it in every language, such as `7d`. */
function durationValue({ count, unit }: Validity): string {
    return count === 0 ? 'never' : `${count}${unit.charAt(0)}`;
}
