import { countedNoun } from '../../messages';

export const TAG = 'en';

export const minutes = (count: number): string => countedNoun(TAG, count, 'minute', 'minutes');
export const hours = (count: number): string => countedNoun(TAG, count, 'hour', 'hours');
export const days = (count: number): string => countedNoun(TAG, count, 'day', 'days');
export const times = (count: number): string => countedNoun(TAG, count, 'time', 'times');
