import { countedNoun } from '../../messages';

export const TAG = 'es';

export const minutes = (count: number): string => countedNoun(TAG, count, 'minuto', 'minutos');
export const hours = (count: number): string => countedNoun(TAG, count, 'hora', 'horas');
export const days = (count: number): string => countedNoun(TAG, count, 'día', 'días');
