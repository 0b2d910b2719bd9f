/** Whether the value is a whole number, 0 or more. */
export function isCount(value: unknown): value is number {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
