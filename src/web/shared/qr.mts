/**
 * QR codes of addresses, by ISO/IEC 18004: ASCII as bytes, error correction level M, versions 1 to 10. A test compares them
 * with those of the package uqr.
 */

/** By version: error correction bytes of a block, and the number of blocks. */
const BLOCKS = [
    [10, 1],
    [16, 1],
    [26, 1],
    [18, 2],
    [24, 2],
    [16, 4],
    [18, 4],
    [22, 4],
    [22, 5],
    [26, 5],
] as const;

/** By version: the centres of the alignment patterns. */
const ALIGNMENTS = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
    (x, y) => (x + y) % 2 === 0,
    (_x, y) => y % 2 === 0,
    (x) => x % 3 === 0,
    (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
    (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

type Grid = boolean[][];

/** Returns the modules of a QR code by row, true = dark; undefined if the text has more than 213 characters. */
export function encodeQr(text: string): Grid | undefined {
    const bytes = Array.from(text, (character) => character.charCodeAt(0));
    const version = BLOCKS.findIndex((_, index) => bytes.length + (index < 9 ? 2 : 3) <= dataBytes(index + 1)) + 1;
    if (version === 0) {
        return undefined;
    }
    const bits = interleaved(paddedData(bytes, version), version).flatMap((byte) => bitsOf(byte, 8));
    const grids = MASKS.map((_, mask) => draw(version, mask, bits));
    return grids.reduce((best, grid) => (penalty(grid) < penalty(best) ? grid : best));
}

/** Returns how many bytes of a version are not taken by patterns. */
function totalBytes(version: number): number {
    const aligned = ALIGNMENTS[version - 1].length;
    const patterns = aligned === 0 ? 0 : (25 * aligned - 10) * aligned - 55;
    return Math.floor(((16 * version + 128) * version + 64 - patterns - (version < 7 ? 0 : 36)) / 8);
}

function dataBytes(version: number): number {
    const [correction, blocks] = BLOCKS[version - 1];
    return totalBytes(version) - correction * blocks;
}

/** Returns the most significant bit first. */
function bitsOf(value: number, length: number): boolean[] {
    return Array.from({ length }, (_, index) => ((value >>> (length - 1 - index)) & 1) === 1);
}

/** Returns mode, length, text, end and padding as bytes. */
function paddedData(bytes: readonly number[], version: number): number[] {
    const bits = [...bitsOf(4, 4), ...bitsOf(bytes.length, version < 10 ? 8 : 16), ...bytes.flatMap((byte) => bitsOf(byte, 8))];
    bits.push(...Array<boolean>(4).fill(false));
    const data: number[] = [];
    for (let start = 0; start < bits.length; start += 8) {
        data.push(bits.slice(start, start + 8).reduce((value, bit) => value * 2 + Number(bit), 0));
    }
    for (let padding = 0xec; data.length < dataBytes(version); padding ^= 0xec ^ 0x11) {
        data.push(padding);
    }
    return data;
}

/** Divides the data into blocks, adds error correction to each, and returns the bytes in the order of drawing. */
function interleaved(data: readonly number[], version: number): number[] {
    const [correction, count] = BLOCKS[version - 1];
    const short = Math.floor(data.length / count);
    const blocks: number[][] = [];
    for (let start = 0, index = 0; index < count; index++) {
        const end = start + short + (index >= count - (data.length % count) ? 1 : 0);
        blocks.push(data.slice(start, end));
        start = end;
    }
    const corrections = blocks.map((block) => remainder(block, correction));
    const column = (from: number[][], index: number): number[] => from.flatMap((block) => block.slice(index, index + 1));
    return [
        ...Array.from({ length: short + 1 }, (_, index) => column(blocks, index)),
        ...Array.from({ length: correction }, (_, index) => column(corrections, index)),
    ].flat();
}

/** Multiplies in GF(256) modulo x⁸+x⁴+x³+x²+1. */
function multiply(left: number, right: number): number {
    let product = 0;
    for (let bit = 7; bit >= 0; bit--) {
        product = (product << 1) ^ ((product >>> 7) * 0x11d);
        product ^= ((right >>> bit) & 1) * left;
    }
    return product;
}

/** Returns the error correction bytes of a block (Reed-Solomon). */
function remainder(block: readonly number[], length: number): number[] {
    let divisor = [...Array<number>(length - 1).fill(0), 1];
    for (let index = 0, root = 1; index < length; index++, root = multiply(root, 2)) {
        const factor = root;
        divisor = divisor.map((value, at) => multiply(value, factor) ^ (at + 1 < length ? divisor[at + 1] : 0));
    }
    let rest = Array<number>(length).fill(0);
    for (const byte of block) {
        const factor = byte ^ rest[0];
        rest = [...rest.slice(1), 0].map((value, at) => value ^ multiply(divisor[at], factor));
    }
    return rest;
}

/** Draws the patterns, and the bits in the modules that are left, masked. */
function draw(version: number, mask: number, bits: readonly boolean[]): Grid {
    const size = version * 4 + 17;
    const grid: (boolean | undefined)[][] = Array.from({ length: size }, () => Array<undefined>(size).fill(undefined));
    const set = (x: number, y: number, isDark: boolean): void => {
        if (x >= 0 && y >= 0 && x < size && y < size) {
            grid[y][x] = isDark;
        }
    };
    const square = (centreX: number, centreY: number, radius: number, isDark: (distance: number) => boolean): void => {
        for (let dy = -radius; dy <= radius; dy++) {
            for (let dx = -radius; dx <= radius; dx++) {
                set(centreX + dx, centreY + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
            }
        }
    };
    for (let at = 8; at < size - 8; at++) {
        set(6, at, at % 2 === 0);
        set(at, 6, at % 2 === 0);
    }
    for (const y of ALIGNMENTS[version - 1]) {
        for (const x of ALIGNMENTS[version - 1]) {
            const isCorner = (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6);
            if (!isCorner) {
                square(x, y, 2, (distance) => distance !== 1);
            }
        }
    }
    for (const [x, y] of [
        [3, 3],
        [size - 4, 3],
        [3, size - 4],
    ]) {
        square(x, y, 4, (distance) => distance !== 2 && distance !== 4);
    }
    drawFormat(set, size, mask);
    drawVersion(set, size, version);
    drawBits(grid, size, mask, bits);
    return grid as Grid;
}

type Setter = (x: number, y: number, isDark: boolean) => void;

/** Draws level and mask twice, with their own error correction. Level M is 0. */
function drawFormat(set: Setter, size: number, mask: number): void {
    let rest = mask;
    for (let step = 0; step < 10; step++) {
        rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    }
    const bits = bitsOf(((mask << 10) | rest) ^ 0x5412, 15).reverse();
    const first = [0, 1, 2, 3, 4, 5, 7, 8];
    bits.forEach((bit, index) => {
        const [x, y] = index < 8 ? [8, first[index]] : [index === 8 ? 7 : 14 - index, 8];
        set(x, y, bit);
        const [otherX, otherY] = index < 8 ? [size - 1 - index, 8] : [8, size - 15 + index];
        set(otherX, otherY, bit);
    });
    set(8, size - 8, true);
}

/** Draws the version twice, from version 7 on. */
function drawVersion(set: Setter, size: number, version: number): void {
    let rest = version;
    for (let step = 0; step < 12; step++) {
        rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    }
    const bits = version < 7 ? [] : bitsOf((version << 12) | rest, 18).reverse();
    bits.forEach((bit, index) => {
        const [far, near] = [size - 11 + (index % 3), Math.floor(index / 3)];
        set(far, near, bit);
        set(near, far, bit);
    });
}

/** Fills the free modules from the right, two columns at a time, up and down in turn. */
function drawBits(grid: (boolean | undefined)[][], size: number, mask: number, bits: readonly boolean[]): void {
    let next = 0;
    for (let right = size - 1, isUp = true; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp) {
        for (let step = 0; step < size; step++) {
            const y = isUp ? size - 1 - step : step;
            for (const x of [right, right - 1]) {
                if (grid[y][x] === undefined) {
                    grid[y][x] = (bits[next++] || false) !== MASKS[mask](x, y);
                }
            }
        }
    }
}

/** Rates a grid: readers do worse with long runs, blocks of one colour, and far more of one colour than of the other. */
function penalty(grid: Grid): number {
    const size = grid.length;
    const columns = grid.map((_, x) => grid.map((row) => row[x]));
    const runs = [...grid, ...columns].flatMap(
        (line) =>
            line
                .map((bit) => Number(bit))
                .join('')
                .match(/0{5,}|1{5,}/g) || [],
    );
    const blocks = grid.flatMap((row, y) =>
        row.filter((bit, x) => y > 0 && x > 0 && bit === row[x - 1] && bit === grid[y - 1][x] && bit === grid[y - 1][x - 1]),
    );
    const dark = grid.flat().filter(Boolean).length;
    return runs.reduce((sum, run) => sum + run.length - 2, 0) + blocks.length * 3 + Math.floor(Math.abs((dark / size / size) * 20 - 10)) * 10;
}
