import { describe, expect, it } from '@jest/globals';

import { nameWithoutMarkup, plainName, shortName, withoutDirectionMarks } from '../../src/domain/names.ts';
import { isText, isTextList, isTextListOrEmpty, trimmedEnd } from '../../src/domain/text.ts';

describe('a name that a person chose', () => {
    it('loses the marks that change the direction of the text around it', () => {
        expect(withoutDirectionMarks('\u202Egnidaer\u2066 \u200Fcircle\u061C')).toBe('gnidaer circle');
    });

    it('is shown on one line', () => {
        expect(plainName('  reading \n\t circle ')).toBe('reading circle');
    });

    it('is cut after 80 characters, and never within one', () => {
        expect(shortName('a'.repeat(80))).toBe('a'.repeat(80));
        expect(shortName('😀'.repeat(81))).toBe(`${'😀'.repeat(80)}…`);
    });

    it('contains no markup, mention or link', () => {
        expect(nameWithoutMarkup('*a*_b_~c~`d`[e](f)<g>@h#i|j\\k')).toBe('a  b  c  d  e  f  g  h i j k');
        expect(nameWithoutMarkup('see https://evil.example')).toBe('see https evil.example');
    });

    it('is a question mark if nothing of it is left', () => {
        expect(nameWithoutMarkup('@#*')).toBe('?');
    });
});

describe('texts', () => {
    it('lose only unwanted characters, and only at their end', () => {
        expect(trimmedEnd('.a.b.,.', '.,')).toBe('.a.b');
        expect(trimmedEnd('...', '.')).toBe('');
        expect(trimmedEnd('', '.')).toBe('');
        expect(trimmedEnd('ab', '')).toBe('ab');
    });

    it.each<[unknown, boolean, boolean, boolean]>([
        ['a', true, false, false],
        ['', false, false, false],
        [undefined, false, false, false],
        [1, false, false, false],
        [['a', 'b'], false, true, true],
        [[], false, false, true],
        [['a', ''], false, false, false],
        [['a', 1], false, false, false],
        [{ length: 1 }, false, false, false],
    ])('%j: is a text: %s; is a list of texts: %s; may be an empty one: %s', (value, text, list, listOrEmpty) => {
        expect([isText(value), isTextList(value), isTextListOrEmpty(value)]).toEqual([text, list, listOrEmpty]);
    });
});
