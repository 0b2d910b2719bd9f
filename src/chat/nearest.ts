/** Returns the candidate that the word most likely misspells, or undefined if none is similar. */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
    const ranked = candidates
        .map((candidate) => ({ candidate, edits: editDistance(word.toLowerCase(), candidate) }))
        .filter(({ candidate, edits }) => edits <= Math.max(1, Math.floor(candidate.length / 3)))
        .sort((a, b) => a.edits - b.edits);
    return ranked.map(({ candidate }) => candidate)[0];
}

/** Counts the insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
    const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
    const at = (i: number, j: number): number => (rows[i] || [])[j] || 0;
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        rows.push(row);
        for (let j = 1; j <= b.length; j++) {
            const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, isSwap ? at(i - 2, j - 2) + 1 : Infinity);
            row.push(cost);
        }
    }
    return at(a.length, b.length);
}
