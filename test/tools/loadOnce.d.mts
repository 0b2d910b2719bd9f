export const COMPILER: string;
export function loadOnce(file?: string): void;
