import { describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';

import { encodeQr } from '../../src/web/shared/qr.mts';

const ADDRESS = 'https://chat.example.com/api/apps/public/0d2c5a1e-6a1f-4b55-9d0c-7f1f0b6f3f7e/join#R4VDXJ9KJZB8M2QW';
const MASKS = [0, 1, 2, 3, 4, 5, 6, 7];
/** The shortest and the longest text of each version. */
const LENGTHS = [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106, 107, 122, 123, 152, 153, 180, 181, 213];

function drawn(grid: readonly (readonly boolean[])[]): string {
    return grid.map((row) => row.map(Number).join('')).join('\n');
}

describe('a QR code', () => {
    it.each(LENGTHS)('of %i characters is one of the eight that another encoder makes of them', (length) => {
        const text = ADDRESS.repeat(3).slice(0, length);
        const known = MASKS.map((maskPattern) => drawn(encode(text, { ecc: 'M', boostEcc: false, border: 0, maskPattern }).data));
        expect(known).toContain(drawn(encodeQr(text)!));
    });

    it('has few long runs and blocks, as readers need it', () => {
        const grid = encodeQr(ADDRESS)!;
        const runs =
            grid
                .map((row) => row.map(Number).join(''))
                .join(' ')
                .match(/0{8,}|1{8,}/g) ?? [];
        expect(runs.length).toBeLessThan(grid.length / 4);
    });

    it('does not exist of a longer text', () => {
        expect(encodeQr('a'.repeat(214))).toBeUndefined();
    });
});
