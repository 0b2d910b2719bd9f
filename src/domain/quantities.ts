import { Validity } from './model/invite';

/**
 * Unit names in English, German, Spanish, French and Portuguese. Every caller may use all of them, because people paste
 * commands that speakers of another language wrote.
 */
const UNITS = Object.create(null) as Record<string, Validity['unit']>;
for (const [unit, names] of [
    ['minute', 'm min mins minute minutes minuten minuto minutos'],
    ['hour', 'h hr hrs hour hours std stunde stunden hora horas heure heures'],
    ['day', 'd day days tag tage tagen día días dia dias j jour jours'],
    ['week', 'w wk week weeks woche wochen semana semanas semaine semaines'],
] as [Validity['unit'], string][]) {
    for (const name of names.split(' ')) {
        UNITS[name] = unit;
    }
}

const FOREVER = ['never', 'forever', 'nie', 'nunca', 'jamais'];
const ANY_NUMBER = ['unlimited', 'unbegrenzt', 'ilimitado', 'illimité'];
const ONCE = ['once', 'einmal'];
const USES =
    'x use uses time times person persons people nutzung nutzungen mal personen uso usos vez veces vezes persona personas utilisation utilisations fois personne personnes pessoa pessoas';

/** Longer texts are ignored, because composing accents takes more than linear time. */
const MAX_LENGTH = 100;

/** Normalizes a quantity ("7 days.", full-width digits, decomposed accents) to one word; empty if it is too long. */
export function normalizeQuantity(text: string): string {
    return text.length > MAX_LENGTH
        ? ''
        : text
              .normalize('NFKC')
              .trim()
              .replace(/^(\d+)\s+(?=\D)/, '$1')
              .replace(/\.$/, '');
}

/** Parses a duration such as `90m`, `7days` or `never`, ignoring case; undefined if the word is not a duration. */
export function parseDuration(word: string): Validity | undefined {
    const lower = word.toLowerCase();
    if (FOREVER.includes(lower)) {
        return { count: 0, unit: 'day' };
    }
    const [, count, name = ''] = /^(\d{1,9})([a-zà-ÿ]+)$/.exec(lower) || [];
    const unit = UNITS[name];
    // "0d" does not mean forever, because `never` says so explicitly.
    return unit && Number(count) > 0 ? { count: Number(count), unit } : undefined;
}

/** Parses a number of uses such as `x10`, `10people` or `once`, ignoring case; 0 = any number, undefined = invalid. */
export function parseUses(word: string): number | undefined {
    const lower = word.toLowerCase();
    if (ONCE.includes(lower)) {
        return 1;
    }
    if (ANY_NUMBER.includes(lower)) {
        return 0;
    }
    const [, after, before, unit = 'x'] = /^(?:x(\d{1,9})|(\d{1,9})([a-zà-ÿ]+))$/.exec(lower) || [];
    const count = Number(after || before);
    return count > 0 && USES.split(' ').includes(unit) ? count : undefined;
}
