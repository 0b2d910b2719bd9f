/** The branches of a file: where each stands, and how often each of its ways was gone. */
export interface Branches {
    branchMap: Record<string, { line: number; locations: { start: { line?: number } }[] }>;
    b: Record<string, number[]>;
}

export function instrument(file: string, code: string): { code: string; branches: Branches };
