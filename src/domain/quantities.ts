import { Validity } from './model/invite';

/** In English, German, Spanish, French and Portuguese. Each is understood from everybody: people paste what speakers of another wrote. */
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

const FOR_EVER = ['never', 'forever', 'nie', 'nunca', 'jamais'];
const ANY_NUMBER = ['unlimited', 'unbegrenzt', 'ilimitado', 'illimité'];
const ONCE = ['once', 'einmal'];
const TIMES =
    'x use uses time times person persons people nutzung nutzungen mal personen uso usos vez veces vezes persona personas utilisation utilisations fois personne personnes pessoa pessoas';

/** No duration and no number of uses is longer. What is longer is not looked at: putting accents together takes more than its length. */
const LONGEST = 100;

/** A number and its unit, however they were typed: apart, with a full stop, in wide digits, with accents in two pieces. Empty where it is too long for one. */
export function normalizeQuantity(text: string): string {
    return text.length > LONGEST
        ? ''
        : text
              .normalize('NFKC')
              .trim()
              .replace(/^(\d+)\s+(?=\D)/, '$1')
              .replace(/\.$/, '');
}

/** `90m`, `12h`, `7d`, `2w`, `7days` and `never`, in any case and in the app's languages, as a validity; undefined: the word is none of these. */
export function parseDuration(word: string): Validity | undefined {
    const typed = word.toLowerCase();
    if (FOR_EVER.includes(typed)) {
        return { count: 0, unit: 'day' };
    }
    const [, count, name = ''] = /^(\d{1,9})([a-zà-ÿ]+)$/.exec(typed) || [];
    const unit = UNITS[name];
    // "0d" is no way to say for ever: whoever means that can say never.
    return unit && Number(count) > 0 ? { count: Number(count), unit } : undefined;
}

/** `x10`, `10x`, `10uses`, `10people`, `once` and `unlimited`, in any case and the app's languages, as a number of uses (0 = any number); undefined: the word is none of these. */
export function parseUses(word: string): number | undefined {
    const typed = word.toLowerCase();
    if (ONCE.includes(typed)) {
        return 1;
    }
    if (ANY_NUMBER.includes(typed)) {
        return 0;
    }
    const [, after, before, unit = 'x'] = /^(?:x(\d{1,9})|(\d{1,9})([a-zà-ÿ]+))$/.exec(typed) || [];
    const count = Number(after || before);
    return count > 0 && TIMES.split(' ').includes(unit) ? count : undefined;
}
