import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

/** The rows of a list that the visitor has selected. */
export interface Selection {
    readonly selected: readonly string[];
    readonly isAll: boolean;
    readonly toggle: (id: string) => void;
    readonly toggleAll: () => void;
}

/** Lets the visitor select some of the rows with these ids. Rows that are gone meanwhile do not count. */
export function useSelection(ids: readonly string[]): Selection {
    const [chosen, setChosen] = useState<readonly string[]>([]);
    const selected = ids.filter((id) => chosen.includes(id));
    const isAll = ids.length > 0 && selected.length === ids.length;
    return {
        selected,
        isAll,
        toggle: (id) => setChosen(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]),
        toggleAll: () => setChosen(isAll ? [] : ids),
    };
}

/** A checkbox for all rows, half checked if some are selected. */
export function SelectAll({ label, selection }: { label: string; selection: Selection }): JSX.Element {
    const { isAll, selected, toggleAll } = selection;
    return (
        <label class="check">
            <input type="checkbox" checked={isAll} indeterminate={!isAll && selected.length > 0} onChange={toggleAll} />
            {label}
        </label>
    );
}
