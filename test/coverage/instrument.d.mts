/** The branches of a file: the location of each, and how often each of its paths was taken. */
export interface Branches {
    branchMap: Record<string, { line: number; locations: { start: { line?: number } }[] }>;
    b: Record<string, number[]>;
}

export function instrument(file: string, code: string): { code: string; branches: Branches };

export function isCounted(file: string): boolean;
