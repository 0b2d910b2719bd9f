export function generate(root: string): Promise<void>;
