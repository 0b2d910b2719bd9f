import { countedNoun } from '../../messages';

export const TAG = 'fr';

export const minutes = (count: number): string => countedNoun(TAG, count, 'minute', 'minutes');
export const hours = (count: number): string => countedNoun(TAG, count, 'heure', 'heures');
export const days = (count: number): string => countedNoun(TAG, count, 'jour', 'jours');
