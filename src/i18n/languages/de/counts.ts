import { countedNoun } from '../../messages';

export const TAG = 'de';

export const minutes = (count: number): string => countedNoun(TAG, count, 'Minute', 'Minuten');
export const hours = (count: number): string => countedNoun(TAG, count, 'Stunde', 'Stunden');
export const days = (count: number): string => countedNoun(TAG, count, 'Tag', 'Tage');

/** Appends "Uhr" to the time of day. */
export const withClock = (moment: string): string => moment.replace(/\d\d:\d\d/, '$& Uhr');
