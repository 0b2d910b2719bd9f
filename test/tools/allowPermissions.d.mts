export const LIST: string;
export function allowPermissions(file?: string): void;
