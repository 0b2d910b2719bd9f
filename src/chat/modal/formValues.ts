import { foldWord } from '../../i18n/dictionary';
import { parseUses } from '../../i18n/quantities';

/** Errors by the id of the field that they are shown at. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Returns a text as clients show it at a field, where they parse no markup. */
export function toFieldError(text: string): string {
    return text.replace(/\n/g, ' ').replace(/`/g, '');
}

interface SubmittedBlock {
    readonly blockId?: unknown;
    readonly element?: { readonly initialValue?: unknown } | null;
}

interface SubmittedView {
    readonly state?: Record<string, Record<string, unknown> | null> | null;
    readonly blocks?: readonly (SubmittedBlock | null)[];
}

/**
 * Returns a field's value from an untrusted payload, or an empty string. For an untouched field that an update added,
 * the web client sends only the block with its initial value.
 */
export function valueIn(view: unknown, field: string): string {
    const { state } = (view || {}) as SubmittedView;
    const inBlock = state && typeof state === 'object' && Object.prototype.hasOwnProperty.call(state, field) ? state[field] : undefined;
    const value = inBlock && typeof inBlock === 'object' ? inBlock[field] : undefined;
    if (typeof value === 'string') {
        return value.trim();
    }
    const initial = initialValueIn(view, field);
    return initial !== undefined && (value === undefined || value === null) ? initial : '';
}

/** Returns the value that a field of the submitted view was shown with; undefined if there is none. */
export function initialValueIn(view: unknown, field: string): string | undefined {
    const block = blocksOf(view).find(({ blockId }) => blockId === field);
    const initial = block && block.element ? block.element.initialValue : undefined;
    return typeof initial === 'string' ? initial.trim() : undefined;
}

/** Returns the match of the first block id that the pattern matches in the submitted view; undefined if there is none. */
export function matchBlockId(view: unknown, pattern: RegExp): RegExpExecArray | undefined {
    for (const { blockId } of blocksOf(view)) {
        const match = typeof blockId === 'string' && pattern.exec(blockId);
        if (match) {
            return match;
        }
    }
    return undefined;
}

function blocksOf(view: unknown): SubmittedBlock[] {
    const { blocks } = (view || {}) as SubmittedView;
    return Array.isArray(blocks) ? (blocks as NonNullable<SubmittedView['blocks']>).filter((block): block is SubmittedBlock => Boolean(block)) : [];
}

/** Parses a number of uses. Accepts a bare number. Rejects "once" as ambiguous, because it means eleven in Spanish. */
export function readUses(text: string): number | undefined {
    const folded = foldWord(text);
    return folded === 'once' ? undefined : parseUses(/^\d+$/.test(folded) ? `x${folded}` : text);
}
