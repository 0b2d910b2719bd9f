/** Returns how many whole minutes to wait for that many seconds. An unknown time counts as one minute. */
export function minutesToWait(seconds: number | undefined): number {
    return Math.ceil((seconds || 60) / 60);
}
